package io.nurt.identity.internal;

import io.nurt.identity.Visibility;
import io.nurt.identity.VisibilityLevel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The teams of a workspace and who sees whose records through them. A team's manager counts as its member. */
final class TeamTree {
    private final List<TeamRow> teams;
    private final Map<UUID, List<TeamRow>> below = new HashMap<>();

    TeamTree(List<TeamRow> teams) {
        this.teams = List.copyOf(teams);
        for (TeamRow team : teams) {
            if (team.parentId() != null) {
                below.computeIfAbsent(team.parentId(), parent -> new ArrayList<>())
                        .add(team);
            }
        }
    }

    Visibility of(UUID user, VisibilityLevel level) {
        return switch (level) {
            case ALL -> Visibility.ALL;
            case OWN -> new Visibility(Set.of(user));
            case TEAM -> new Visibility(Set.copyOf(around(user)));
        };
    }

    List<TeamRow> teamsOf(UUID user) {
        return teams.stream().filter(team -> team.has(user)).toList();
    }

    private Set<UUID> around(UUID user) {
        Set<UUID> people = people(teamsOf(user));
        people.add(user);
        return people;
    }

    /** Everyone in a team and below it. */
    Set<UUID> people(UUID team) {
        return people(only(team));
    }

    private Set<UUID> people(List<TeamRow> roots) {
        Set<UUID> people = new HashSet<>();
        for (TeamRow team : withBelow(roots)) {
            people.addAll(team.members());
            if (team.managerId() != null) {
                people.add(team.managerId());
            }
        }
        return people;
    }

    private List<TeamRow> only(UUID team) {
        return teams.stream().filter(each -> each.id().equals(team)).toList();
    }

    /** Whether making {@code parent} the parent of {@code team} would put the team below itself. */
    boolean wouldLoop(UUID team, @Nullable UUID parent) {
        return parent != null
                && (parent.equals(team)
                        || withBelow(only(team)).stream()
                                .anyMatch(each -> each.id().equals(parent)));
    }

    boolean hasBelow(UUID team) {
        return below.containsKey(team);
    }

    private Set<TeamRow> withBelow(List<TeamRow> roots) {
        Set<TeamRow> seen = new HashSet<>();
        Deque<TeamRow> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            TeamRow team = waiting.pop();
            if (seen.add(team)) {
                waiting.addAll(below.getOrDefault(team.id(), List.of()));
            }
        }
        return seen;
    }
}
