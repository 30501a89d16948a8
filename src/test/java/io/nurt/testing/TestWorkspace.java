package io.nurt.testing;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Language;
import io.nurt.platform.WorkspaceScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A workspace of a test's own, and its users, written straight to the tables; services are called as one of them. */
public final class TestWorkspace {
    private final UUID id = Ids.next();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public TestWorkspace(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        inside(() -> jdbc.sql(
                        "insert into nurt.workspace (id, name, currency, zone, language) values (:id, 'Test', 'PLN', 'Europe/Warsaw', 'en')")
                .param("id", id)
                .update());
    }

    public UUID id() {
        return id;
    }

    /** Runs SQL or store calls in one transaction of this workspace. */
    public <T> T inside(Supplier<T> work) {
        return WorkspaceScope.call(id, () -> transaction.execute(status -> work.get()));
    }

    /** A person in this workspace, seeing everything. */
    public Caller user(Role role) {
        return user(role, Visibility.ALL);
    }

    public Caller user(Role role, Visibility visibility) {
        UUID user = Ids.next();
        inside(() -> jdbc.sql("""
                        insert into nurt.app_user (id, name, role, visibility, status)
                        values (:id, :name, :role, :visibility, 'placeholder')
                        """)
                .param("id", user)
                .param("name", role.code() + " " + user)
                .param("role", role.code())
                .param("visibility", visibility.all() ? "all" : "own")
                .update());
        return caller(user, role, visibility);
    }

    /** A user who sees only their own records. */
    public Caller userSeeingOwn(Role role) {
        Caller seesAll = user(role);
        return caller(seesAll.userId(), role, new Visibility(Set.of(seesAll.userId())));
    }

    private Caller caller(UUID user, Role role, Visibility visibility) {
        return new Caller(
                id,
                user,
                "Test",
                role,
                role.permissions(),
                visibility,
                Language.EN,
                ZoneId.of("Europe/Warsaw"),
                "user",
                null);
    }

    /** Calls services as this user, outside any transaction, as a request does. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return WorkspaceScope.call(caller.workspaceId(), work);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
