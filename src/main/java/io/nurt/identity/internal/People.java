package io.nurt.identity.internal;

import io.nurt.identity.NewPerson;
import io.nurt.identity.Role;
import io.nurt.identity.TakenBack;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.identity.VisibilityLevel;
import io.nurt.identity.Workspace;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** People and teams as other modules see them. */
@Service
class People implements Users {
    private final PeopleStore store;
    private final UserStore users;
    private final WorkspaceService workspaces;
    private final Access access;
    private final TransactionTemplate nested;

    People(
            PeopleStore store,
            UserStore users,
            WorkspaceService workspaces,
            Access access,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.users = users;
        this.workspaces = workspaces;
        this.access = access;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UserRef> all() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UserRef> find(UUID id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, UserRef> find(Collection<UUID> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(UserRef::id, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UserRef> byEmail(String email) {
        return store.byEmail(email.strip());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UserRef> byName(String name) {
        return store.byName(oneSpaced(name));
    }

    @Override
    @Transactional
    public List<UserRef> createPlaceholders(UUID importId, List<NewPerson> people) {
        Workspace workspace = workspaces.current();
        List<UserRef> created = new ArrayList<>();
        for (NewPerson person : people) {
            NewUser user = new NewUser(
                    Ids.next(),
                    oneSpaced(person.name()),
                    person.email(),
                    Role.REPRESENTATIVE,
                    VisibilityLevel.OWN,
                    UserStatus.PLACEHOLDER,
                    null,
                    workspace.language(),
                    workspace.zone(),
                    importId);
            try {
                users.insert(user);
            } catch (DuplicateKeyException taken) {
                throw new Problem(CommonProblem.INVALID).field("email", "identity.email-taken");
            }
            created.add(new UserRef(user.id(), user.name()));
        }
        return created;
    }

    @Override
    @Transactional
    public TakenBack takeBack(UUID importId) {
        int deleted = 0;
        List<UUID> people = store.untouched(importId);
        if (deletes(people)) {
            deleted = people.size();
        } else {
            for (UUID person : people) {
                deleted += deletes(List.of(person)) ? 1 : 0;
            }
        }
        int kept = store.keep(importId);
        int teams = store.deleteTeams(importId);
        access.teamsChanged();
        return new TakenBack(deleted, teams, kept);
    }

    /** In a savepoint: whether someone is still referred to, only the database knows. */
    private boolean deletes(List<UUID> people) {
        try {
            nested.executeWithoutResult(status -> store.delete(people));
            return true;
        } catch (DataIntegrityViolationException referredTo) {
            return false;
        }
    }

    private static String oneSpaced(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
