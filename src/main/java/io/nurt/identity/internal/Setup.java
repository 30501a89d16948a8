package io.nurt.identity.internal;

import io.nurt.identity.Role;
import io.nurt.identity.VisibilityLevel;
import io.nurt.identity.Workspace;
import io.nurt.identity.WorkspaceCreated;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Makes workspaces: the first one through a one-time link, further ones from the command line. */
@Service
class Setup {
    /** Whom and what was made. */
    record Created(UUID workspaceId, UUID userId) {}

    private final WorkspaceStore workspaces;
    private final UserStore users;
    private final Passwords passwords;
    private final Audit audit;
    private final InWorkspace transactions;
    private final ApplicationEventPublisher events;

    Setup(
            WorkspaceStore workspaces,
            UserStore users,
            Passwords passwords,
            Audit audit,
            InWorkspace transactions,
            ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
    }

    boolean needed() {
        return transactions.here(() -> !workspaces.any());
    }

    boolean linkWorks(String token) {
        return transactions.here(() -> !workspaces.any() && workspaces.setupLinkWorks(Secrets.hash(token)));
    }

    /** A new link; earlier ones end. */
    String newLink() {
        String token = Secrets.next();
        transactions.here(() -> {
            workspaces.replaceSetupLink(Secrets.hash(token));
            return true;
        });
        return token;
    }

    /** Uses the link up and makes the first workspace, or does neither. */
    Created first(String token, NewWorkspace draft) {
        if (!needed()) {
            throw new Problem(IdentityProblem.ALREADY_SET_UP);
        }
        return create(draft, () -> {
            if (!workspaces.useSetupLink(Secrets.hash(token))) {
                throw new Problem(IdentityProblem.LINK_ENDED);
            }
            if (workspaces.any()) {
                throw new Problem(IdentityProblem.ALREADY_SET_UP);
            }
        });
    }

    /** A further workspace, beside those that exist. */
    Created another(NewWorkspace draft) {
        return create(draft, () -> {});
    }

    private Created create(NewWorkspace draft, Runnable condition) {
        Checks checks = new Checks();
        Workspace workspace = new Workspace(
                Ids.next(),
                checks.name("workspaceName", draft.workspaceName()),
                checks.currency(draft.currency()),
                checks.zone(draft.zone()),
                checks.language(draft.language()),
                1);
        String name = checks.name("name", draft.name());
        String email = checks.email(draft.email());
        String password = draft.password() == null ? "" : draft.password();
        checks.password(password, email);
        checks.done();
        NewUser administrator = new NewUser(
                Ids.next(),
                name,
                email,
                Role.ADMINISTRATOR,
                VisibilityLevel.ALL,
                UserStatus.ACTIVE,
                passwords.hash(password),
                workspace.language(),
                workspace.zone(),
                null);
        transactions.run(workspace.id(), () -> {
            condition.run();
            workspaces.insert(workspace);
            users.insert(administrator);
            audit.recordBy(administrator.id(), "workspace-created");
            events.publishEvent(new WorkspaceCreated(workspace.id(), workspace.language()));
        });
        return new Created(workspace.id(), administrator.id());
    }
}
