package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import io.nurt.kernel.Sql;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The deals that a period is about, as SQL: won in it, or open and expected to close in it. */
final class CallDeals {
    /** Archived deals that were won count; archived open ones and the trash do not. */
    static final String WON = "d.deleted_at is null and d.status = 'won'"
            + " and d.closed_at >= cast(:start as timestamptz) and d.closed_at < cast(:end as timestamptz)";

    static final String OPEN = "d.deleted_at is null and d.archived_at is null and d.status = 'open'";
    static final String EXPECTED = OPEN + " and d.expected_close between :first and :last";

    static final String CATEGORY = "coalesce(d.category, case when s.probability >= "
            + OwnerFigures.Category.COMMIT_FROM + " then 'commit' when s.probability >= "
            + OwnerFigures.Category.BEST_CASE_FROM + " then 'best_case' else 'pipeline' end)";

    /** Amount in the workspace's currency: by the rate of the closing day, today's for an open deal; null without one. */
    static final String VALUE = """
            case when d.currency = cast(:currency as char(3)) then d.amount
                 else round(d.amount * (select r.rate from nurt.exchange_rate r
                      where r.currency = d.currency
                        and r.valid_from <= coalesce(cast(d.closed_at at time zone :zone as date), cast(:today as date))
                      order by r.valid_from desc limit 1), 4) end""";

    private CallDeals() {}

    static Map<String, Object> parameters(Period period, Workspace workspace, LocalDate today, Visibility visibility) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("start", Sql.at(period.start(workspace.zone())));
        parameters.put("end", Sql.at(period.end(workspace.zone())));
        parameters.put("first", period.first());
        parameters.put("last", period.last());
        parameters.put("currency", workspace.currency().getCurrencyCode());
        parameters.put("zone", workspace.zone().getId());
        parameters.put("today", today);
        parameters.put(Visibility.PARAMETER, visibility.parameter());
        return parameters;
    }
}
