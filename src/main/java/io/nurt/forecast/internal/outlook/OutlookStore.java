package io.nurt.forecast.internal.outlook;

import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Deals as the simulation reads them, and snapshots of what it told. */
@Component
class OutlookStore {
    /** In the workspace's currency by the rate of a day; null without a rate. */
    private static final String VALUE = """
            case when d.currency = w.currency then d.amount
                 else d.amount * (select r.rate from nurt.exchange_rate r
                                  where r.currency = d.currency and r.valid_from <= %s
                                  order by r.valid_from desc limit 1) end""";

    private static final String FACTS = """
            select d.id, %s as value, d.owner_id, d.company_id,
                   (select m.team_id from nurt.team_member m where m.user_id = d.owner_id order by m.team_id limit 1) as team_id,
                   (select array_agg(p.product_id order by p.product_id) from nurt.deal_product p where p.deal_id = d.id) as products
            from nurt.deal d cross join (select currency from nurt.workspace) w
            where d.deleted_at is null and d.archived_at is null and\s""".formatted(VALUE.formatted("current_date"));

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    OutlookStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Place(ZoneId zone, String currency) {}

    Place place() {
        return jdbc.sql("select zone, currency from nurt.workspace")
                .query((row, n) -> new Place(ZoneId.of(row.getString("zone")), row.getString("currency")))
                .single();
    }

    /** Pipelines with a model in use. */
    List<UUID> pipelines() {
        return jdbc.sql("""
                        select m.pipeline_id from nurt.forecast_model m join nurt.pipeline p on p.id = m.pipeline_id
                        where m.in_use and p.archived_at is null order by p.position, p.id
                        """).query(UUID.class).list();
    }

    Map<UUID, Facts> open(UUID pipelineId) {
        Map<UUID, Facts> facts = new HashMap<>();
        jdbc.sql(FACTS + "d.pipeline_id = :pipeline and d.status = 'open'")
                .param("pipeline", pipelineId)
                .query(OutlookStore::facts)
                .list()
                .forEach(f -> facts.put(f.dealId(), f));
        return facts;
    }

    /** Deals entered in the year before, as they are now. */
    List<Facts> lately(UUID pipelineId, Instant asOf) {
        return jdbc.sql(FACTS + """
                        d.pipeline_id = :pipeline and d.opened_at between :asOf - interval '1 year' and :asOf
                        order by d.opened_at desc, d.id limit 4000
                        """)
                .param("pipeline", pipelineId)
                .param("asOf", Sql.at(asOf))
                .query(OutlookStore::facts)
                .list();
    }

    private static Facts facts(ResultSet row, int n) throws SQLException {
        double value = row.getDouble("value");
        boolean unknown = row.wasNull();
        var products = row.getArray("products");
        return new Facts(
                row.getObject("id", UUID.class),
                unknown ? Double.NaN : value,
                Sql.uuid(row, "owner_id"),
                Sql.uuid(row, "team_id"),
                Sql.uuid(row, "company_id"),
                products == null ? List.of() : List.of((UUID[]) products.getArray()));
    }

    /** Won amounts by month of winning, of all pipelines or one group's. */
    @Transactional(readOnly = true)
    public Map<YearMonth, Double> booked(YearMonth from, ZoneId zone, @Nullable String kind, @Nullable UUID id) {
        String only = kind == null
                ? "true"
                : switch (kind) {
                    case "owner" -> "d.owner_id = :id";
                    case "team" -> "d.owner_id in (select user_id from nurt.team_member where team_id = :id)";
                    default -> "exists (select from nurt.deal_product p where p.deal_id = d.id and p.product_id = :id)";
                };
        Map<YearMonth, Double> booked = new HashMap<>();
        jdbc.sql("""
                        select to_char(d.closed_at at time zone :zone, 'YYYY-MM') as month, coalesce(sum(%s), 0) as amount
                        from nurt.deal d cross join (select currency from nurt.workspace) w
                        where d.status = 'won' and d.deleted_at is null and d.closed_at >= :from and %s
                        group by 1
                        """.formatted(VALUE.formatted("cast(d.closed_at at time zone :zone as date)"), only))
                .param("zone", zone.getId())
                .param("from", Sql.at(from.atDay(1).atStartOfDay(zone).toInstant()))
                .param("id", id)
                .query((row, n) -> booked.put(YearMonth.parse(row.getString("month")), row.getDouble("amount")))
                .list();
        return booked;
    }

    /** Won amounts of some days, both included. */
    @Transactional(readOnly = true)
    public double bookedBetween(LocalDate from, LocalDate until, ZoneId zone) {
        return jdbc.sql("""
                        select coalesce(sum(%s), 0) from nurt.deal d cross join (select currency from nurt.workspace) w
                        where d.status = 'won' and d.deleted_at is null and d.closed_at >= :from and d.closed_at < :end
                        """.formatted(VALUE.formatted("cast(d.closed_at at time zone :zone as date)")))
                .param("zone", zone.getId())
                .param("from", Sql.at(from.atStartOfDay(zone).toInstant()))
                .param("end", Sql.at(until.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(Double.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Map<UUID, String> names(String kind, List<UUID> ids) {
        String table = switch (kind) {
            case "owner" -> "nurt.app_user";
            case "team" -> "nurt.team";
            case "stage" -> "nurt.stage";
            default -> "nurt.product";
        };
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from " + table + " where id = any(cast(:ids as uuid[]))")
                .param("ids", Sql.uuids(ids))
                .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return names;
    }

    UUID add(Instant asOf, boolean weekly, Snapshot snapshot) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into nurt.forecast_snapshot (id, as_of, weekly, futures, shock, body)
                        values (:id, :asOf, :weekly, :futures, :shock, cast(:body as jsonb))
                        """)
                .param("id", id)
                .param("asOf", Sql.at(asOf))
                .param("weekly", weekly)
                .param("futures", snapshot.futures())
                .param("shock", snapshot.shock())
                .param("body", json.writeValueAsString(snapshot))
                .update();
        // One a week is kept for the record, the others for a month.
        jdbc.sql(
                        "delete from nurt.forecast_snapshot where not weekly and not backtested and as_of < :asOf - interval '31 days'")
                .param("asOf", Sql.at(asOf))
                .update();
        return id;
    }

    void addBacktested(UUID id, Instant asOf, Snapshot snapshot) {
        jdbc.sql("""
                        insert into nurt.forecast_snapshot (id, as_of, weekly, backtested, futures, shock, body)
                        values (:id, :asOf, false, true, :futures, :shock, cast(:body as jsonb))
                        """)
                .param("id", id)
                .param("asOf", Sql.at(asOf))
                .param("futures", snapshot.futures())
                .param("shock", snapshot.shock())
                .param("body", json.writeValueAsString(snapshot))
                .update();
    }

    void removeBacktested() {
        jdbc.sql("delete from nurt.forecast_snapshot where backtested").update();
    }

    boolean weeklyTaken(Instant since) {
        return jdbc.sql(
                        "select exists (select from nurt.forecast_snapshot where weekly and not backtested and as_of >= :since)")
                .param("since", Sql.at(since))
                .query(Boolean.class)
                .single();
    }

    private static final String TAKEN = "select id, as_of, taken_at, weekly, backtested from nurt.forecast_snapshot ";

    /** @param weekly kept for good; {@code backtested} made afterwards, from what was known then */
    record Taken(UUID id, Instant asOf, Instant takenAt, boolean weekly, boolean backtested) {}

    List<Taken> snapshots() {
        return jdbc.sql(TAKEN + "order by as_of desc limit 200")
                .query(Taken.class)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Taken> latest() {
        return jdbc.sql(TAKEN + "where not backtested order by as_of desc limit 1")
                .query(Taken.class)
                .optional();
    }

    Optional<Snapshot> body(UUID id) {
        return jdbc.sql("select body::text from nurt.forecast_snapshot where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, Snapshot.class));
    }

    /** Of each month from one on and before another: what the first snapshot made in it told of it. */
    List<OutlookViews.Told> told(String measure, YearMonth from, YearMonth before, ZoneId zone) {
        return jdbc.sql("""
                        select month, id as snapshot_id, as_of, backtested, told->>'p10' as p10, told->>'p50' as p50, told->>'p90' as p90
                        from (
                            select f.*, jsonb_path_query_first(
                                       s.body, '$.measures[*] ? (@.measure == $measure).months[*] ? (@.label == $month)',
                                       jsonb_build_object('measure', cast(:measure as text), 'month', f.month)) as told
                            from (
                                select distinct on (1) to_char(as_of at time zone :zone, 'YYYY-MM') as month, id, as_of, backtested
                                from nurt.forecast_snapshot where as_of >= :from and as_of < :before
                                order by 1, as_of, id
                            ) f join nurt.forecast_snapshot s on s.id = f.id
                        ) each_month
                        where told is not null order by month
                        """)
                .param("measure", measure)
                .param("zone", zone.getId())
                .param("from", Sql.at(from.atDay(1).atStartOfDay(zone).toInstant()))
                .param("before", Sql.at(before.atDay(1).atStartOfDay(zone).toInstant()))
                .query(OutlookViews.Told.class)
                .list();
    }

    Optional<Taken> taken(UUID id) {
        return jdbc.sql(TAKEN + "where id = :id")
                .param("id", id)
                .query(Taken.class)
                .optional();
    }

    /** Teams all of whose members are among the given people. */
    List<UUID> teamsOf(java.util.Collection<UUID> people) {
        return jdbc.sql("""
                        select t.team_id from nurt.team_member t group by t.team_id
                        having bool_and(t.user_id = any(cast(:people as uuid[])))
                        """)
                .param("people", Sql.uuids(people))
                .query(UUID.class)
                .list();
    }
}
