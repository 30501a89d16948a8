package io.nurt.directory;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of the directory. */
enum DirectoryProblem implements ProblemType {
    /** The record is in the trash: restore it first. */
    IN_TRASH(409),
    /** Something newer would be lost by taking the change back. */
    UNDO_TOO_LATE(409),
    /** It was merged into another record: only taking the merge back brings it back. */
    MERGED(409),
    /** Two records are merged, not one. */
    MERGE_WITH_ITSELF(409),
    /** Neither what is archived nor what is in the trash is merged. */
    MERGE_NOT_ACTIVE(409),
    /** A custom field's kind of record, type or key never changes. */
    CUSTOM_FIELD_FIXED(409),
    /** No more custom fields for this kind of record. */
    TOO_MANY_CUSTOM_FIELDS(409),
    /** Only its author changes a note. */
    NOT_YOUR_NOTE(403),
    /** Only its owner changes a view. */
    NOT_YOUR_VIEW(403);

    private final int status;

    DirectoryProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "directory." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
