package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Role;
import io.nurt.identity.VisibilityLevel;
import io.nurt.identity.Workspace;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Language;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with the accounts of others. */
@Service
class UserAdmin {
    record InviteRequest(
            @Nullable String email,
            @Nullable String name,
            @Nullable String role,
            @Nullable String visibility,
            @Nullable List<UUID> teamIds,
            @Nullable String language) {}

    /** The link is shown once, to be handed to the person. */
    record Invited(UserView user, String link) {}

    private final UserStore users;
    private final TeamStore teams;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final CredentialStore credentials;
    private final InvitationStore invitationStore;
    private final Invitations invitations;
    private final WorkspaceService workspaces;
    private final Access access;
    private final Audit audit;

    UserAdmin(
            UserStore users,
            TeamStore teams,
            SessionStore sessions,
            TokenStore tokens,
            CredentialStore credentials,
            InvitationStore invitationStore,
            Invitations invitations,
            WorkspaceService workspaces,
            Access access,
            Audit audit) {
        this.users = users;
        this.teams = teams;
        this.sessions = sessions;
        this.tokens = tokens;
        this.credentials = credentials;
        this.invitationStore = invitationStore;
        this.invitations = invitations;
        this.workspaces = workspaces;
        this.access = access;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<UserView> list() {
        boolean whole = Caller.require(Permission.READ).may(Permission.MANAGE_USERS);
        TeamTree tree = new TeamTree(teams.all());
        return users.all().stream().map(user -> UserView.of(user, tree, whole)).toList();
    }

    @Transactional
    Invited invite(InviteRequest request) {
        Caller.require(Permission.MANAGE_USERS);
        Workspace workspace = workspaces.current();
        Checks checks = new Checks();
        String email = checks.email(request.email());
        String given = request.name() == null || request.name().isBlank() ? email.split("@", 2)[0] : request.name();
        Role role = role(checks, request.role());
        VisibilityLevel visibility =
                request.visibility() == null ? role.usualVisibility() : visibility(checks, request.visibility());
        Language language = request.language() == null ? workspace.language() : checks.language(request.language());
        List<UUID> teamIds = Objects.requireNonNullElse(request.teamIds(), List.of());
        checks.refuse(unknownTeams(teamIds), "teamIds", "common.no-such-record");
        String name = checks.name("name", given);
        checks.done();
        NewUser user = new NewUser(
                Ids.next(), name, email, role, visibility, UserStatus.INVITED, null, language, workspace.zone(), null);
        unlessEmailTaken(() -> users.insert(user));
        teams.setTeams(user.id(), teamIds);
        access.teamsChanged();
        audit.record("user-invited", "user", user.id(), Map.of("email", email, "role", role.code()));
        return invited(load(user.id()));
    }

    /** A new link: an invitation for someone who has no password yet, a reset for someone who has. */
    @Transactional
    Invited inviteAgain(UUID id, @Nullable String newEmail) {
        Caller.require(Permission.MANAGE_USERS);
        UserRow user = users.lock(id).orElseThrow(UserAdmin::notFound);
        if (user.status() == UserStatus.DEACTIVATED) {
            throw new Problem(IdentityProblem.DEACTIVATED);
        }
        if (newEmail != null && !newEmail.isBlank()) {
            Checks checks = new Checks();
            user = user.reachedAt(checks.email(newEmail));
            checks.done();
        } else if (user.email() == null) {
            throw new Problem(IdentityProblem.EMAIL_NEEDED).field("email", "common.required");
        }
        UserRow reached = user.active() ? user : user.with(UserStatus.INVITED);
        unlessEmailTaken(() -> users.update(reached));
        access.changed(id);
        audit.record(user.active() ? "reset-link-made" : "user-invited", "user", id, Map.of());
        return invited(load(id));
    }

    @Transactional
    UserView change(UUID id, Patch patch, @Nullable Integer expectedVersion) {
        Caller.require(Permission.MANAGE_USERS);
        List<UUID> administrators = users.lockAdministrators();
        UserRow before = users.lock(id).orElseThrow(UserAdmin::notFound);
        Versions.check(expectedVersion, before.version(), view(before));
        patch.only(Set.of("name", "email", "role", "visibility", "status", "teamIds"));
        UserRow after = changed(before, patch);
        boolean administers = after.role() == Role.ADMINISTRATOR && after.active();
        if (!administers && administrators.equals(List.of(id))) {
            throw new Problem(IdentityProblem.LAST_ADMINISTRATOR);
        }
        unlessEmailTaken(() -> users.update(after));
        if (patch.has("teamIds")) {
            teams.setTeams(id, teamIds(patch));
        }
        if (after.status() == UserStatus.DEACTIVATED && before.status() != UserStatus.DEACTIVATED) {
            sessions.deleteOthers(id, null);
            tokens.deleteAll(id);
            invitationStore.end(id);
        }
        access.teamsChanged();
        audit.record("user-changed", "user", id, difference(before, after));
        return load(id);
    }

    private UserRow changed(UserRow before, Patch patch) {
        Checks checks = new Checks();
        String name = checks.name("name", patch.value("name", String.class, before.name()));
        String email =
                patch.has("email") ? checks.email(patch.value("email", String.class, before.email())) : before.email();
        Role role = role(checks, patch.value("role", String.class, before.role().code()));
        VisibilityLevel visibility = visibility(
                checks,
                patch.value("visibility", String.class, before.visibility().code()));
        UserStatus status = status(checks, before, patch);
        checks.refuse(patch.has("teamIds") && unknownTeams(teamIds(patch)), "teamIds", "common.no-such-record");
        checks.done();
        UserRow after =
                before.named(name, before.language()).entitled(role, visibility).with(status);
        return email == null ? after : after.reachedAt(email);
    }

    /** Asked for are active and deactivated; whoever never had a password goes back to what they were before. */
    private UserStatus status(Checks checks, UserRow before, Patch patch) {
        if (!patch.has("status")) {
            return before.status();
        }
        String wanted = patch.value("status", String.class, null);
        if ("deactivated".equals(wanted)) {
            return UserStatus.DEACTIVATED;
        }
        if (before.status() != UserStatus.DEACTIVATED) {
            checks.refuse(
                    !"active".equals(wanted) && !before.status().code().equals(wanted),
                    "status",
                    "identity.status-unknown");
            return before.status();
        }
        checks.refuse(!"active".equals(wanted), "status", "identity.status-unknown");
        if (credentials.passwordHash(before.id()).isPresent()) {
            return UserStatus.ACTIVE;
        }
        return before.email() == null ? UserStatus.PLACEHOLDER : UserStatus.INVITED;
    }

    @Transactional
    void endSessions(UUID id) {
        Caller.require(Permission.MANAGE_USERS);
        UserRow user = users.find(id).orElseThrow(UserAdmin::notFound);
        sessions.deleteOthers(user.id(), null);
        access.changed(user.id());
        audit.record("sessions-ended", "user", user.id(), Map.of());
    }

    /** For someone who has lost both the telephone and the recovery codes. */
    @Transactional
    void turnSecondFactorOff(UUID id) {
        Caller.require(Permission.MANAGE_USERS);
        UserRow user = users.lock(id).orElseThrow(UserAdmin::notFound);
        credentials.setSecondFactor(user.id(), null, false);
        credentials.replaceRecoveryCodes(user.id(), List.of());
        audit.record("two-factor-disabled", "user", user.id(), Map.of());
    }

    private Invited invited(UserView view) {
        UserRow user = users.find(view.id()).orElseThrow(UserAdmin::notFound);
        return new Invited(view, invitations.newLink(user));
    }

    private UserView load(UUID id) {
        return view(users.find(id).orElseThrow(UserAdmin::notFound));
    }

    private UserView view(UserRow user) {
        return UserView.of(user, new TeamTree(teams.all()), true);
    }

    private boolean unknownTeams(List<UUID> wanted) {
        Set<UUID> known = teams.all().stream().map(TeamRow::id).collect(Collectors.toSet());
        return !known.containsAll(wanted);
    }

    private static List<UUID> teamIds(Patch patch) {
        UUID[] ids = patch.value("teamIds", UUID[].class, null);
        return ids == null ? List.of() : Arrays.asList(ids);
    }

    private static Role role(Checks checks, @Nullable String code) {
        return checks.read("role", code, "identity.role-unknown", Role.STAKEHOLDER, Role::of);
    }

    private static VisibilityLevel visibility(Checks checks, @Nullable String code) {
        return checks.read("visibility", code, "identity.visibility-unknown", VisibilityLevel.OWN, VisibilityLevel::of);
    }

    private static void unlessEmailTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new Problem(CommonProblem.INVALID).field("email", "identity.email-taken");
        }
    }

    private static Map<String, Object> difference(UserRow before, UserRow after) {
        Map<String, Object> changes = new LinkedHashMap<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "email", before.email(), after.email());
        note(changes, "role", before.role().code(), after.role().code());
        note(
                changes,
                "visibility",
                before.visibility().code(),
                after.visibility().code());
        note(changes, "status", before.status().code(), after.status().code());
        return changes;
    }

    private static void note(
            Map<String, Object> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, Arrays.asList(before, after));
        }
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND);
    }
}
