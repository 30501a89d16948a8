package io.nurt.forecast.internal.backtest;

import io.nurt.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what came of deals, and what people had said of quarters. */
@Component
class OutcomeStore {
    private static final String RATE = """
            case when %1$s = w.currency then 1 else (select r.rate from nurt.exchange_rate r
                where r.currency = %1$s and r.valid_from <= %2$s order by r.valid_from desc limit 1) end
            """;

    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the first deal was recorded; empty without deals. */
    @Transactional(readOnly = true)
    public Optional<Instant> first() {
        return jdbc.sql("select min(recorded_at) as first from nurt.deal_event")
                .query((row, n) ->
                        Optional.ofNullable(row.getTimestamp("first")).map(java.sql.Timestamp::toInstant))
                .single();
    }

    @Transactional(readOnly = true)
    public Outcomes outcomes(ZoneId zone) {
        List<Outcome> all = jdbc.sql("""
                        select d.id, d.status, cast(d.closed_at at time zone :zone as date) as closed_on, d.owner_id, d.amount * %s as value,
                               d.status <> 'open'
                               and (select e.status <> 'open' or 'closedAt' = any(e.final_only) from nurt.deal_event e
                                    where e.deal_id = d.id and e.known_until > e.recorded_at order by e.seq limit 1) as entered_closed
                        from nurt.deal d cross join (select currency from nurt.workspace) w
                        where d.deleted_at is null
                        """.formatted(RATE.formatted(
                        "d.currency", "coalesce(cast(d.closed_at at time zone :zone as date), current_date)")))
                .param("zone", zone.getId())
                .query((row, n) -> {
                    double value = row.getDouble("value");
                    boolean unknown = row.wasNull();
                    return new Outcome(
                            row.getObject("id", UUID.class),
                            row.getString("status").equals("won"),
                            row.getObject("closed_on", LocalDate.class),
                            unknown ? Double.NaN : value,
                            Sql.uuid(row, "owner_id"),
                            row.getBoolean("entered_closed"));
                })
                .list();
        return new Outcomes(all);
    }

    /** Everything that people said of quarters, in the workspace's currency, in the order in which they said it. */
    @Transactional(readOnly = true)
    public List<Said> said() {
        return jdbc.sql("""
                        select s.subject_kind, s.subject_id, s.kind, s.period_start, s.recorded_at, u.name, s.amount * %s as amount
                        from nurt.forecast_submission s cross join (select currency from nurt.workspace) w
                        left join nurt.app_user u on u.id = s.subject_id
                        where s.period_kind = 'quarter' and s.kind in ('commit', 'call')
                        order by s.recorded_at, s.id
                        """.formatted(RATE.formatted("s.currency", "cast(s.recorded_at as date)")))
                .query((row, n) -> new Said(
                        row.getString("subject_kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("kind"),
                        row.getObject("period_start", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("name"),
                        row.getDouble("amount")))
                .list();
    }
}
