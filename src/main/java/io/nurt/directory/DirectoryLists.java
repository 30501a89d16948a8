package io.nurt.directory;

import static io.nurt.identity.Permission.READ;

import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        List<UUID> ids = page.items().stream().map(CompanyRow::id).toList();
        Map<UUID, Integer> open = companies.openDeals(ids);
        Map<UUID, BigDecimal> won = companies.wonAmounts(ids);
        return page.map(row -> row.withDeals(open.getOrDefault(row.id(), 0), plain(won.get(row.id()))));
    }

    private static BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    @Transactional(readOnly = true)
    public Page<ContactRow> contacts(ListRequest request) {
        return store.contacts(request, Caller.require(READ).visibility());
    }
}
