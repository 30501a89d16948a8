package io.nurt.kernel;

/**
 * A module's way of taking back what it did. A change answers with the header {@code Undo-Token: <prefix>.<payload>};
 * {@code POST /api/v1/undo/<token>} finds the module by the prefix.
 */
public interface Undoable {
    /** Lower-case letters, unique among modules. */
    String prefix();

    /**
     * Takes the change back, checking anew what the caller may do.
     *
     * @return how many records are as they were before
     * @throws Problem when the caller may not, or something newer would be lost; nothing is changed then
     */
    int undo(String payload);
}
