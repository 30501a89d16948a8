package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.UserRef;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with teams. */
@Service
class TeamAdmin {
    record NewTeam(
            @Nullable String name,
            @Nullable UUID parentId,
            @Nullable UUID managerId,
            @Nullable List<UUID> memberIds) {}

    private final TeamStore teams;
    private final PeopleStore people;
    private final Access access;
    private final Audit audit;

    TeamAdmin(TeamStore teams, PeopleStore people, Access access, Audit audit) {
        this.teams = teams;
        this.people = people;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<TeamView> list() {
        Caller.require(Permission.READ);
        return views(teams.all());
    }

    @Transactional
    TeamView create(NewTeam request) {
        Caller.require(Permission.MANAGE_USERS);
        TeamRow team = new TeamRow(
                Ids.next(),
                "",
                request.parentId(),
                request.managerId(),
                Set.copyOf(Objects.requireNonNullElse(request.memberIds(), List.of())),
                1);
        List<TeamRow> all = teams.all();
        Checks checks = new Checks();
        String name = checks.name("name", request.name());
        check(checks, team, all);
        unlessNameTaken(() -> teams.insert(team.id(), name, team.parentId(), team.managerId(), null));
        teams.addMembers(team.id(), team.members());
        changed("team-created", team.id(), name);
        return view(team.id());
    }

    @Transactional
    TeamView change(UUID id, Patch patch, @Nullable Integer expectedVersion) {
        Caller.require(Permission.MANAGE_USERS);
        teams.lock();
        List<TeamRow> all = teams.all();
        TeamRow before = find(all, id);
        Versions.check(expectedVersion, before.version(), view(id));
        patch.only(Set.of("name", "parentId", "managerId", "memberIds"));
        UUID[] members = patch.value("memberIds", UUID[].class, before.members().toArray(UUID[]::new));
        Checks checks = new Checks();
        TeamRow after = new TeamRow(
                id,
                checks.name("name", patch.value("name", String.class, before.name())),
                patch.value("parentId", UUID.class, before.parentId()),
                patch.value("managerId", UUID.class, before.managerId()),
                members == null ? Set.of() : Set.copyOf(Arrays.asList(members)),
                before.version() + 1);
        check(checks, after, all);
        if (new TeamTree(all).wouldLoop(id, after.parentId())) {
            throw new Problem(IdentityProblem.TEAM_LOOP);
        }
        unlessNameTaken(() -> teams.update(id, after.name(), after.parentId(), after.managerId()));
        teams.setMembers(id, after.members());
        changed("team-changed", id, after.name());
        return view(id);
    }

    @Transactional
    void delete(UUID id) {
        Caller.require(Permission.MANAGE_USERS);
        teams.lock();
        List<TeamRow> all = teams.all();
        TeamRow team = find(all, id);
        if (new TeamTree(all).hasBelow(id)) {
            throw new Problem(IdentityProblem.TEAM_HAS_TEAMS);
        }
        teams.delete(id);
        changed("team-deleted", id, team.name());
    }

    private void check(Checks checks, TeamRow team, List<TeamRow> all) {
        Set<UUID> known = people.all().stream().map(UserRef::id).collect(Collectors.toSet());
        UUID parent = team.parentId();
        checks.refuse(
                        parent != null
                                && all.stream().noneMatch(each -> each.id().equals(parent)),
                        "parentId",
                        "common.no-such-record")
                .refuse(
                        team.managerId() != null && !known.contains(team.managerId()),
                        "managerId",
                        "common.no-such-record")
                .refuse(!known.containsAll(team.members()), "memberIds", "common.no-such-record")
                .done();
    }

    private void changed(String kind, UUID id, String name) {
        access.teamsChanged();
        audit.record(kind, "team", id, Map.of("name", name));
    }

    private TeamView view(UUID id) {
        return views(teams.all()).stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .orElseThrow(TeamAdmin::notFound);
    }

    private List<TeamView> views(List<TeamRow> rows) {
        Map<UUID, UserRef> names =
                rows.stream().collect(Collectors.toMap(TeamRow::id, team -> new UserRef(team.id(), team.name())));
        Map<UUID, UserRef> persons = people.all().stream().collect(Collectors.toMap(UserRef::id, Function.identity()));
        return rows.stream().map(team -> TeamView.of(team, names, persons)).toList();
    }

    private static TeamRow find(List<TeamRow> all, UUID id) {
        return all.stream().filter(team -> team.id().equals(id)).findFirst().orElseThrow(TeamAdmin::notFound);
    }

    private static void unlessNameTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new Problem(CommonProblem.INVALID).field("name", "identity.team-name-taken");
        }
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND);
    }
}
