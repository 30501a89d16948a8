package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.UserRef;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see and change of themselves. */
@Service
class MeService {
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");
    private final UserStore users;
    private final TeamStore teams;
    private final WorkspaceService workspaces;
    private final Access access;

    MeService(UserStore users, TeamStore teams, WorkspaceService workspaces, Access access) {
        this.users = users;
        this.teams = teams;
        this.workspaces = workspaces;
        this.access = access;
    }

    @Transactional(readOnly = true)
    MeView me() {
        Caller caller = Caller.current();
        return view(caller, users.find(caller.userId()).orElseThrow(MeService::gone));
    }

    private MeView view(Caller caller, UserRow user) {
        List<UserRef> own = new TeamTree(teams.all())
                .teamsOf(user.id()).stream()
                        .map(team -> new UserRef(team.id(), team.name()))
                        .toList();
        return MeView.of(caller, user, own, workspaces.current());
    }

    @Transactional
    MeView change(Patch patch, @Nullable Integer expectedVersion) {
        Caller caller = Caller.current();
        UserRow before = users.lock(caller.userId()).orElseThrow(MeService::gone);
        Versions.check(expectedVersion, before.version(), view(caller, before));
        patch.only(Set.of("name", "language", "zone", "theme", "region"));
        Checks checks = new Checks();
        String theme = patch.value("theme", String.class, before.theme());
        String region = patch.value("region", String.class, before.region());
        checks.refuse(theme == null || !THEMES.contains(theme), "theme", "identity.theme-unknown")
                .refuse(
                        region != null && !region.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}"),
                        "region",
                        "identity.region-unknown");
        UserRow after = new UserRow(
                before.id(),
                checks.name("name", patch.value("name", String.class, before.name())),
                before.email(),
                before.role(),
                before.visibility(),
                before.status(),
                before.twoFactor(),
                checks.language(
                        patch.value("language", String.class, before.language().code())),
                checks.zone(patch.value("zone", String.class, before.zone().getId())),
                theme == null ? before.theme() : theme,
                region,
                before.lastSeenAt(),
                before.version() + 1);
        checks.done();
        users.update(after);
        access.changed(after.id());
        return view(caller, after);
    }

    private static Problem gone() {
        return new Problem(CommonProblem.UNAUTHENTICATED);
    }
}
