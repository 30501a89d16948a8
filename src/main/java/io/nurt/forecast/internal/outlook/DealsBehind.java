package io.nurt.forecast.internal.outlook;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deals behind a bar of the outlook, of those that the caller may see. */
@Service
class DealsBehind {
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private final Scenarios scenarios;
    private final OutlookStore store;
    private final JdbcClient jdbc;

    DealsBehind(Scenarios scenarios, OutlookStore store, JdbcClient jdbc) {
        this.scenarios = scenarios;
        this.store = store;
        this.jdbc = jdbc;
    }

    /** @param label month ({@code 2026-11}) or quarter ({@code 2026-Q4}) of the outlook */
    @Transactional(readOnly = true)
    public List<OutlookViews.DealBehind> deals(String label) {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        YearMonth present = YearMonth.from(LocalDate.now(store.place().zone()));
        YearMonth last;
        YearMonth first;
        if (QUARTER.matcher(label).matches()) {
            last = YearMonth.of(Integer.parseInt(label.substring(0, 4)), 3 * (label.charAt(6) - '0'));
            first = last.minusMonths(2);
        } else if (MONTH.matcher(label).matches()) {
            last = YearMonth.parse(label);
            first = last;
        } else {
            throw new Problem(CommonProblem.INVALID).field("label", "common.wrong-type");
        }
        int to = (int) ChronoUnit.MONTHS.between(present, last);
        int from = (int) Math.max(0, ChronoUnit.MONTHS.between(present, first));
        if (to < 0 || to >= Workbench.MONTHS) {
            throw new Problem(ForecastProblem.NO_SUCH_QUARTER);
        }
        List<Scenarios.Behind> behind = scenarios.behind(from, to, shown(visibility));
        Map<UUID, OutlookViews.DealBehind> named = named(behind);
        return behind.stream()
                .filter(b -> named.containsKey(b.dealId()))
                .map(b -> named.get(b.dealId()))
                .toList();
    }

    private Set<UUID> shown(Visibility visibility) {
        return jdbc.sql("select d.id from nurt.deal d where d.status = 'open' and " + visibility.sql("d.owner_id"))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(UUID.class)
                .set();
    }

    private Map<UUID, OutlookViews.DealBehind> named(List<Scenarios.Behind> behind) {
        Map<UUID, Scenarios.Behind> by =
                behind.stream().collect(Collectors.toMap(Scenarios.Behind::dealId, Function.identity()));
        return jdbc
                .sql("""
                        select d.id, d.title, c.name as company, u.name as owner
                        from nurt.deal d left join nurt.company c on c.id = d.company_id
                        left join nurt.app_user u on u.id = d.owner_id
                        where d.id = any(cast(:ids as uuid[]))
                        """)
                .param("ids", Sql.uuids(by.keySet()))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Scenarios.Behind of = java.util.Objects.requireNonNull(by.get(id));
                    boolean known = !Double.isNaN(of.amount());
                    return new OutlookViews.DealBehind(
                            id,
                            row.getString("title"),
                            row.getString("company"),
                            row.getString("owner"),
                            known ? new BigDecimal(Rows.money(of.amount())).toPlainString() : null,
                            of.chance(),
                            known ? Rows.money(of.amount() * of.chance()) : null);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(OutlookViews.DealBehind::id, Function.identity()));
    }
}
