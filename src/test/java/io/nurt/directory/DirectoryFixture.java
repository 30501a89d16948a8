package io.nurt.directory;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    DirectoryFixture(Beans beans) {
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

    static Patch patch(String json) {
        return new Patch(Json.MAPPER.readTree(json), Json.MAPPER);
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
