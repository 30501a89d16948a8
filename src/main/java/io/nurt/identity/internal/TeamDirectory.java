package io.nurt.identity.internal;

import io.nurt.identity.Team;
import io.nurt.identity.Teams;
import io.nurt.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams as other modules see them. */
@Service
class TeamDirectory implements Teams {
    private final TeamStore store;
    private final Access access;

    TeamDirectory(TeamStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Team> all() {
        return store.all().stream()
                .map(team -> new Team(team.id(), team.name(), team.parentId(), team.managerId(), team.members()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> people(UUID team) {
        return new TeamTree(store.all()).people(team);
    }

    @Override
    @Transactional
    public UUID join(
            UUID importId, String name, @Nullable UUID parentId, @Nullable UUID managerId, Collection<UUID> memberIds) {
        String wanted = name.strip();
        Optional<TeamRow> known = store.all().stream()
                .filter(team -> team.name().equalsIgnoreCase(wanted))
                .findFirst();
        UUID id = known.map(TeamRow::id).orElseGet(Ids::next);
        if (known.isEmpty()) {
            store.insert(id, wanted, parentId, managerId, importId);
        } else if (known.get().managerId() == null && managerId != null) {
            store.update(id, known.get().name(), known.get().parentId(), managerId);
        }
        store.addMembers(id, memberIds);
        access.teamsChanged();
        return id;
    }
}
