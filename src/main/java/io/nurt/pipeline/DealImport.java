package io.nurt.pipeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings many deals in at once, and takes them back. Each call joins the caller's transaction; it asks no gate and no
 * permission, so whoever calls it has.
 */
public interface DealImport {

    /** Stores new deals with their histories, some thousands a call. They go to the ends of their columns in the order given. */
    void insert(List<ImportedDeal> deals);

    /** The same in parts, for who writes several portions {@linkplain SideBySide side by side}. Reads the stages in a transaction. */
    Coming prepare(List<ImportedDeal> deals);

    /** New deals that are yet to be stored; both parts in one transaction. */
    interface Coming {
        /** Stores what is remembered of them; it waits for no other portion and none for it. */
        void history();

        /** Stores them with whom and what they are about, which must be there already: one portion after another. */
        void deals();
    }

    /**
     * Changes existing deals as ordinary changes recorded now.
     *
     * @return one answer per deal that was found, in the order of the ids; deals that are gone are left out
     */
    List<Answer> update(List<Update> updates, UUID importId);

    /**
     * Gives updated deals back the values they had, where nobody has changed them since.
     *
     * @param befores deal to the {@code before} and {@code version} of its answer
     * @return how many were given back
     */
    int revert(Map<UUID, Answer> befores, UUID importId);

    /**
     * Removes deals of an import with all that hangs on them, at most so many; to be called until it answers 0.
     *
     * @return how many were removed
     */
    int delete(UUID importId, int most);

    /**
     * Removes those deals of an import that nobody has worked on since, at most so many; to be called until it answers 0.
     *
     * @param versions of deals that the import itself changed after making them: what they were then
     * @return how many were removed
     */
    int deleteUntouched(UUID importId, Map<UUID, Integer> versions, int most);

    /** The deals of an import that are left, by their titles. */
    Map<UUID, String> left(UUID importId);

    /**
     * @param fields new values by the API's names (title, companyId, ownerId, amount, currency, expectedClose, source,
     *     category, tags, nextStep, nextStepOn, custom, contacts, products); a null clears
     * @param stageId where it should be now; null: where it is
     */
    record Update(
            UUID dealId,
            Map<String, @Nullable Object> fields,
            @Nullable UUID stageId) {}

    /**
     * @param before JSON of what was changed, as it was before; null when nothing differed
     * @param version after the change
     */
    record Answer(UUID dealId, @Nullable String before, int version) {}
}
