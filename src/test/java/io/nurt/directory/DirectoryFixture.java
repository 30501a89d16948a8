package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.testing.Http;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The directory of one new workspace, used as its users do. */
final class DirectoryFixture {
    final TestWorkspace workspace;
    final Caller admin;
    final CompanyService companies;
    final ContactService contacts;
    final DirectoryLists lists;
    private final JdbcClient jdbc;

    DirectoryFixture(Beans beans) {
        this.jdbc = beans.jdbc;
        this.workspace = new TestWorkspace(beans.jdbc, beans.transactions);
        this.admin = workspace.user(Role.ADMINISTRATOR);
        this.companies = beans.companies;
        this.contacts = beans.contacts;
        this.lists = beans.lists;
    }

    /** What a fixture needs of the server. */
    @Component
    static class Beans {
        final JdbcClient jdbc;
        final PlatformTransactionManager transactions;
        final CompanyService companies;
        final ContactService contacts;
        final DirectoryLists lists;

        Beans(
                JdbcClient jdbc,
                PlatformTransactionManager transactions,
                CompanyService companies,
                ContactService contacts,
                DirectoryLists lists) {
            this.jdbc = jdbc;
            this.transactions = transactions;
            this.companies = companies;
            this.contacts = contacts;
            this.lists = lists;
        }
    }

    /** What the directory told the others. */
    @Component
    static class Told {
        private final Queue<CompanyChanged> companies = new ConcurrentLinkedQueue<>();

        @EventListener
        void hear(CompanyChanged change) {
            companies.add(change);
        }

        void clear() {
            companies.clear();
        }

        List<CompanyChanged> of(UUID company) {
            return companies.stream()
                    .filter(change -> change.id().equals(company))
                    .toList();
        }
    }

    static Patch patch(String json) {
        return new Patch(Json.MAPPER.readTree(json), Json.MAPPER);
    }

    /** A client signed in as the administrator. */
    Http http(int port) {
        String secret = UUID.randomUUID().toString();
        workspace.inside(() -> {
            jdbc.sql("update nurt.app_user set status = 'active', email = id || '@example.com', password_hash = 'none'")
                    .update();
            return jdbc.sql("""
                            insert into nurt.user_session (id, user_id, token_hash, expires_at)
                            values (:id, :user, sha256(convert_to(:secret, 'UTF8')), now() + interval '1 day')
                            """)
                    .param("id", Ids.next())
                    .param("user", admin.userId())
                    .param("secret", secret)
                    .update();
        });
        return new Http(port).with("Cookie", "nurt_session=" + secret);
    }

    <T> T as(Caller caller, Supplier<T> work) {
        return TestWorkspace.as(caller, work);
    }

    CompanyView company(Caller caller, String json) {
        return as(caller, () -> companies.create(patch(json)).record());
    }

    ContactView contact(Caller caller, String json) {
        return as(caller, () -> contacts.create(patch(json)).record());
    }

    CompanyView change(Caller caller, UUID company, String json) {
        return as(caller, () -> companies.update(company, patch(json), null).record());
    }

    CompanyView read(Caller caller, UUID company) {
        return as(caller, () -> companies.get(company));
    }

    static ListRequest request(@Nullable String q, String state, String sort, int limit, @Nullable String cursor) {
        return new ListRequest(q, List.of(), List.of(), null, null, state, sort, Map.of(), limit, cursor);
    }

    List<String> names(Caller caller, ListRequest request) {
        Page<CompanyRow> page = as(caller, () -> lists.companies(request));
        return page.items().stream().map(CompanyRow::name).toList();
    }
}
