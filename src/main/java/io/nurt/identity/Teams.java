package io.nurt.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The teams of the current workspace, for other modules. */
public interface Teams {
    /** All teams, by name. */
    List<Team> all();

    /** The members and managers of a team and of all below it: whose records are the team's. Empty for an unknown team. */
    Set<UUID> people(UUID team);

    /**
     * Puts people into a team, which is created where there is none of that name, whatever its case.
     *
     * @param importId by which a team that is created can be taken back, see {@link Users#takeBack}
     * @param parentId of a team that is created
     * @param managerId of a team that is created, or that has none yet
     * @return the team's id
     */
    UUID join(
            UUID importId, String name, @Nullable UUID parentId, @Nullable UUID managerId, Collection<UUID> memberIds);
}
