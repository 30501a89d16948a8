package io.nurt.forecast.internal.call;

import io.nurt.identity.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of teams. Each person stands in one place only, so that sums count everybody once: in the deepest of the
 * teams that they are a member of (the first by name of several), otherwise in the highest that they lead.
 *
 * @param name null for deals without an owner
 * @param person the person, when the place is one's; null for a team and the workspace
 */
record Node(
        Subject subject, @Nullable String name, @Nullable CallPerson person, List<Node> children) {

    /** The people below, or the person. */
    Set<UUID> owners() {
        if (subject.kind() == Subject.Kind.USER) {
            return Set.of(subject.id());
        }
        Set<UUID> all = new LinkedHashSet<>();
        children.forEach(child -> all.addAll(child.owners()));
        return all;
    }

    static Node tree(UUID workspace, String name, List<Team> teams, List<CallPerson> people) {
        Placing placing = new Placing(teams);
        Map<UUID, List<Node>> members = new HashMap<>();
        List<Node> top = new ArrayList<>();
        for (CallPerson person : people) {
            Node leaf = new Node(Subject.user(person.id()), person.name(), person, List.of());
            UUID team = placing.teamOf(person.id());
            (team == null ? top : members.computeIfAbsent(team, t -> new ArrayList<>())).add(leaf);
        }
        List<Node> children = new ArrayList<>();
        for (Team root : placing.roots()) {
            children.add(placing.node(root, members));
        }
        children.addAll(top);
        children.add(new Node(Subject.user(Subject.NOBODY), null, null, List.of()));
        return new Node(new Subject(Subject.Kind.WORKSPACE, workspace), name, null, children);
    }

    private static final class Placing {
        private final List<Team> teams;
        private final Map<UUID, Team> byId = new HashMap<>();
        private final Map<UUID, Integer> depths = new HashMap<>();

        Placing(List<Team> teams) {
            this.teams = teams;
            teams.forEach(team -> byId.put(team.id(), team));
            teams.forEach(team -> depths.put(team.id(), depth(team)));
        }

        private int depth(Team team) {
            Set<UUID> seen = new HashSet<>();
            int depth = 0;
            for (Team at = team; at != null && seen.add(at.id()); depth++) {
                at = at.parentId() == null ? null : byId.get(at.parentId());
            }
            return depth;
        }

        private int depthOf(Team team) {
            return depths.getOrDefault(team.id(), 0);
        }

        List<Team> roots() {
            return teams.stream()
                    .filter(team -> team.parentId() == null || !byId.containsKey(team.parentId()))
                    .toList();
        }

        /** Teams come by name, so the first of equals is the first by name. */
        @Nullable
        UUID teamOf(UUID person) {
            return teams.stream()
                    .filter(team -> team.memberIds().contains(person))
                    .min(Comparator.comparing((Team team) -> -depthOf(team)))
                    .or(() -> teams.stream()
                            .filter(team -> person.equals(team.managerId()))
                            .min(Comparator.comparing(this::depthOf)))
                    .map(Team::id)
                    .orElse(null);
        }

        Node node(Team team, Map<UUID, List<Node>> members) {
            List<Node> children = new ArrayList<>();
            for (Team below : teams) {
                if (team.id().equals(below.parentId()) && depthOf(below) > depthOf(team)) {
                    children.add(node(below, members));
                }
            }
            children.addAll(members.getOrDefault(team.id(), List.of()));
            return new Node(Subject.team(team.id()), team.name(), null, children);
        }
    }
}
