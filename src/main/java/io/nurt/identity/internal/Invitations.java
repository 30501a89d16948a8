package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.platform.NurtSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Links by which a person sets a password: the first one, or a new one when the old is forgotten. */
@Service
class Invitations {
    private static final int INVITATION_HOURS = 7 * 24;
    private static final int RESET_HOURS = 24;

    /** What the person who opens a link is shown. */
    record Invitation(
            String workspaceName,
            String name,
            String email,
            String role,
            @Nullable String invitedBy,
            boolean reset) {}

    /** What that person answers. */
    record Answer(
            @Nullable String name,
            @Nullable String password,
            @Nullable String language,
            @Nullable String code) {
        @Override
        public String toString() {
            return "answer of " + name;
        }
    }

    private final InvitationStore store;
    private final UserStore users;
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final WorkspaceStore workspaces;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Throttle throttle;
    private final Access access;
    private final Audit audit;
    private final InWorkspace transactions;
    private final NurtSettings settings;

    Invitations(
            InvitationStore store,
            UserStore users,
            CredentialStore credentials,
            SessionStore sessions,
            WorkspaceStore workspaces,
            Passwords passwords,
            SecondFactor secondFactor,
            Throttle throttle,
            Access access,
            Audit audit,
            InWorkspace transactions,
            NurtSettings settings) {
        this.store = store;
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.access = access;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** A new link for a user of the current workspace, in the current transaction; earlier ones end. */
    String newLink(UserRow user) {
        String token = Secrets.next();
        int hours = user.active() ? RESET_HOURS : INVITATION_HOURS;
        store.replace(user.id(), Secrets.hash(token), Caller.current().userId(), hours);
        return settings.publicUrl() + "/invite?token=" + token;
    }

    /** @throws Problem {@link IdentityProblem#LINK_ENDED} */
    Invitation open(String token) {
        InvitationStore.Found found = find(token);
        return transactions.call(found.workspaceId(), () -> {
            UserRow user = users.find(found.userId()).orElseThrow(Invitations::ended);
            return new Invitation(
                    workspaces.current().orElseThrow(Invitations::ended).name(),
                    user.name(),
                    Objects.requireNonNullElse(user.email(), ""),
                    user.role().code(),
                    store.invitedBy(found.invitationId()),
                    user.active());
        });
    }

    /**
     * Sets the password, ends what sessions there were and begins one. Whoever has a second factor must give it here too:
     * the link replaces the password only.
     *
     * @return the secret of the new session
     */
    String accept(String token, Answer answer, ClientInfo client) {
        InvitationStore.Found found = find(token);
        UserRow user = transactions
                .call(found.workspaceId(), () -> users.find(found.userId()))
                .orElseThrow(Invitations::ended);
        Checks checks = new Checks();
        String name = answer.name() == null ? user.name() : checks.name("name", answer.name());
        Language language = answer.language() == null ? user.language() : checks.language(answer.language());
        String password = answer.password() == null ? "" : answer.password();
        checks.password(password, user.email());
        checks.done();
        String hash = passwords.hash(password);
        if (user.twoFactor()) {
            throttle.admit("link:" + user.id(), client.address());
        }
        return transactions.call(found.workspaceId(), () -> {
            if (!store.use(found.invitationId())) {
                throw ended();
            }
            UserRow locked = users.lock(user.id()).orElseThrow(Invitations::ended);
            checkSecondFactor(locked, answer.code());
            boolean reset = locked.active();
            credentials.setPassword(locked.id(), hash);
            users.update(locked.named(name, language).with(UserStatus.ACTIVE));
            sessions.deleteOthers(locked.id(), null);
            access.changed(locked.id());
            audit.recordBy(locked.id(), reset ? "password-reset" : "invitation-accepted");
            return access.begin(locked.id(), client);
        });
    }

    private void checkSecondFactor(UserRow user, @Nullable String code) {
        switch (secondFactor.check(user.id(), code)) {
            case NEEDED -> throw new Problem(CommonProblem.INVALID).field("code", "identity.code-missing");
            case WRONG -> throw new Problem(CommonProblem.INVALID).field("code", "identity.code-not-right");
            case RIGHT -> {}
        }
    }

    private InvitationStore.Found find(String token) {
        return transactions.here(() -> store.byHash(Secrets.hash(token))).orElseThrow(Invitations::ended);
    }

    private static Problem ended() {
        return new Problem(IdentityProblem.LINK_ENDED);
    }
}
