package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DirectoryLists {
    private final ListStore store;
    private final CompanyService companies;

    DirectoryLists(ListStore store, CompanyService companies) {
        this.store = store;
        this.companies = companies;
    }

    @Transactional(readOnly = true)
    public Page<CompanyRow> companies(ListRequest request) {
        Page<CompanyRow> page = store.companies(request, Caller.require(READ).visibility());
        Map<UUID, Integer> deals =
                companies.openDeals(page.items().stream().map(CompanyRow::id).toList());
        return page.map(row -> row.withOpenDeals(deals.getOrDefault(row.id(), 0)));
    }

    @Transactional(readOnly = true)
    public Page<ContactRow> contacts(ListRequest request) {
        return store.contacts(request, Caller.require(READ).visibility());
    }
}
