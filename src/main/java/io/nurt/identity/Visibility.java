package io.nurt.identity;

import io.nurt.kernel.Sql;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows a caller may see: every list, count, chart, export, search and stream asks here. Records without an owner are
 * visible to everyone in the workspace.
 *
 * @param owners the users whose records are visible; null: everyone's
 */
public record Visibility(@Nullable Set<UUID> owners) {
    /** The name of the SQL parameter that {@link #sql} uses; bind {@link #parameter} to it. */
    public static final String PARAMETER = "visibleOwners";

    public static final Visibility ALL = new Visibility(null);

    public boolean all() {
        return owners == null;
    }

    /**
     * A condition on a row, to be put after {@code and}; different text for the two cases, so that each gets its own plan.
     *
     * @param ownerColumn qualified column, such as {@code d.owner_id}; a constant of the code, never input
     */
    public String sql(String ownerColumn) {
        return owners == null
                ? "true"
                : "(" + ownerColumn + " is null or " + ownerColumn + " = any(cast(:" + PARAMETER + " as uuid[])))";
    }

    /** What to bind to {@link #PARAMETER}; an empty array when all is visible (the condition does not use it then). */
    public String[] parameter() {
        return owners == null ? new String[0] : Sql.uuids(owners);
    }

    /** Whether a record of this owner is visible. */
    public boolean sees(@Nullable UUID owner) {
        return owners == null || owner == null || owners.contains(owner);
    }
}
