package io.nurt.identity.internal;

import io.nurt.identity.UserRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team as answered. */
record TeamView(
        UUID id,
        String name,
        @Nullable UserRef parent,
        @Nullable UserRef manager,
        List<UserRef> members,
        int version) {

    static TeamView of(TeamRow team, Map<UUID, UserRef> teams, Map<UUID, UserRef> people) {
        return new TeamView(
                team.id(),
                team.name(),
                team.parentId() == null ? null : teams.get(team.parentId()),
                team.managerId() == null ? null : people.get(team.managerId()),
                team.members().stream()
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(UserRef::name).thenComparing(UserRef::id))
                        .toList(),
                team.version());
    }
}
