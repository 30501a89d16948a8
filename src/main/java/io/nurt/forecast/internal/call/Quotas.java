package io.nurt.forecast.internal.call;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Users;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quotas: setting them and reading how they were set. */
@Service
class Quotas {
    private final Calls calls;
    private final QuotaStore store;
    private final Users users;
    private final Workspaces workspaces;
    private final ForecastNews news;

    Quotas(Calls calls, QuotaStore store, Users users, Workspaces workspaces, ForecastNews news) {
        this.news = news;
        this.calls = calls;
        this.store = store;
        this.users = users;
        this.workspaces = workspaces;
    }

    /** @param amount null takes it back */
    record Wanted(Subject subject, @Nullable BigDecimal amount) {}

    /**
     * A quota as it was set once.
     *
     * @param inForce the newest of its subject
     * @param author who set it; null when that person is gone
     */
    record QuotaSet(
            String kind,
            UUID id,
            @Nullable String name,
            @Nullable String amount,
            String currency,
            boolean inForce,
            @Nullable String author,
            Instant at) {}

    /** All that was set for a period, of those the caller sees, newest first. */
    @Transactional(readOnly = true)
    public List<QuotaSet> of(Period period) {
        Caller caller = Caller.require(Permission.READ);
        Map<Subject, CallRow> seen = seen(caller, period);
        List<QuotaStore.Quota> all = store.history(period).stream()
                .filter(quota -> seen.containsKey(quota.subject()))
                .toList();
        var authors = users.find(all.stream().map(QuotaStore.Quota::authorId).collect(Collectors.toSet()));
        Set<Subject> newest = new HashSet<>();
        return all.stream()
                .map(quota -> {
                    CallRow row = seen.get(quota.subject());
                    var author = authors.get(quota.authorId());
                    return new QuotaSet(
                            quota.subject().kind().code(),
                            quota.subject().id(),
                            row == null ? null : row.name(),
                            quota.amount() == null ? null : Amounts.plain(quota.amount()),
                            quota.currency(),
                            newest.add(quota.subject()),
                            author == null ? null : author.name(),
                            quota.at());
                })
                .toList();
    }

    /**
     * Sets quotas; what is the same already is not written again.
     *
     * @throws Problem when one of them is not the caller's to set; none is set then
     */
    @Transactional
    public void set(Period period, List<Wanted> wanted) {
        Caller caller = Caller.require(Permission.WRITE);
        Leading leading = calls.leading(caller);
        if (!leading.anyone()) {
            throw new Problem(CallProblem.NOT_YOURS_TO_LEAD);
        }
        Map<Subject, CallRow> seen = seen(caller, period);
        QuotaBook book = new QuotaBook(store.inForce(period.first(), period.last()));
        String currency = workspaces.current().currency().getCurrencyCode();
        for (Wanted one : wanted) {
            if (!seen.containsKey(one.subject())) {
                throw new Problem(CallProblem.SUBJECT_UNKNOWN);
            }
            if (!leading.leads(one.subject())) {
                throw new Problem(CallProblem.NOT_YOURS_TO_LEAD);
            }
            BigDecimal amount = one.amount();
            if (amount != null) {
                Amount.check("amount", amount);
            }
            BigDecimal now = book.own(one.subject(), period);
            if (now == null ? amount != null : amount == null || now.compareTo(amount) != 0) {
                news.changed(ForecastChanged.Part.QUOTAS);
                store.add(new QuotaStore.Quota(
                        Ids.next(), one.subject(), period, amount, currency, caller.userId(), Instant.now()));
            }
        }
    }

    private Map<Subject, CallRow> seen(Caller caller, Period period) {
        return Seen.rows(calls.table(period, caller.visibility()).rows(), caller.visibility(), calls.leading(caller))
                .stream()
                .filter(row -> row.id() != null)
                .collect(Collectors.toMap(row -> Subjects.of(row.kind(), row.id()), row -> row));
    }
}
