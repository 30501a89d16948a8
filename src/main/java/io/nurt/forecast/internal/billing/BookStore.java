package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.simulation.PaymentDelays;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads invoices, receipts and won deals as recorded by a moment. */
@Component
class BookStore {
    /** Receipts that count, of states of invoices that held. */
    private static final String AS_OF = """
            with state as (
                select id, deal_id, company_id, amount, currency, issued_on, due_on, cancelled from nurt.invoice
                where known_from <= :asOf
                union all
                select invoice_id, deal_id, company_id, amount, currency, issued_on, due_on, cancelled from nurt.invoice_past
                where known_from <= :asOf and known_until > :asOf),
            came as (
                select invoice_id, amount, received_on from nurt.receipt
                where recorded_at <= :asOf and (removed_at is null or removed_at > :asOf))
            """;

    private final JdbcClient jdbc;

    BookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows in the workspace's currency, and how many have no rate. */
    record Read<T>(List<T> rows, int leftOut) {}

    /** Each payment, and each unpaid rest with its lateness so far. */
    List<PaymentDelays.Known> known(Instant asOf, LocalDate today) {
        return jdbc.sql(AS_OF
                        + """
                        select coalesce(c.id::text, i.id::text) as payer, %s as segment, r.received_on - i.due_on as delay, true as paid
                        from state i join came r on r.invoice_id = i.id and r.amount * i.amount > 0 %s
                        where not i.cancelled and i.amount > 0
                        union all
                        select coalesce(c.id::text, i.id::text), %s, :today - i.due_on, false
                        from state i %s
                        where not i.cancelled and i.amount > coalesce((select sum(r.amount) from came r where r.invoice_id = i.id), 0)
                        """.formatted(InvoiceSql.SEGMENT, InvoiceSql.JOINS, InvoiceSql.SEGMENT, InvoiceSql.JOINS))
                .param("asOf", Sql.at(asOf))
                .param("today", today)
                .query((row, n) ->
                        new PaymentDelays.Known(row.getString(1), row.getString(2), row.getInt(3), row.getBoolean(4)))
                .list();
    }

    Read<OpenClaim> unpaid(Instant asOf, LocalDate today, String home) {
        List<@Nullable OpenClaim> rows = new ArrayList<>();
        jdbc.sql(AS_OF
                        + """
                        select i.id, i.deal_id, %s as owner_id, c.id as payer, %s as segment, i.issued_on, i.due_on,
                               (i.amount - coalesce(r.paid, 0)) * %s as amount, %s as products
                        from state i
                        left join (select invoice_id, sum(amount) as paid from came group by 1) r on r.invoice_id = i.id %s
                        where not i.cancelled
                          and (case when i.amount > 0 then coalesce(r.paid, 0) < i.amount else coalesce(r.paid, 0) > i.amount end)
                        order by i.id
                        """.formatted(
                                        InvoiceSql.OWNER,
                                        InvoiceSql.SEGMENT,
                                        RateSql.on("i.currency", ":today"),
                                        products("i.deal_id"),
                                        InvoiceSql.JOINS))
                .param("asOf", Sql.at(asOf))
                .param("today", today)
                .param("home", home)
                .query(row -> {
                    rows.add(claim(row, today));
                });
        return read(rows);
    }

    private static @Nullable OpenClaim claim(ResultSet row, LocalDate today) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        LocalDate issuedOn = row.getObject("issued_on", LocalDate.class);
        return amount == null
                ? null
                : new OpenClaim(
                        row.getObject("id", UUID.class),
                        row.getObject("deal_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        uuids(row, "products"),
                        row.getString("payer"),
                        row.getString("segment"),
                        amount.doubleValue(),
                        !issuedOn.isAfter(today),
                        issuedOn,
                        row.getObject("due_on", LocalDate.class));
    }

    /** Deals that stood as won, with an amount; the longest plans reach ten years back. */
    Read<Owing.Won> won(Instant asOf, LocalDate today, String home, ZoneId zone) {
        List<Owing.@Nullable Won> rows = new ArrayList<>();
        jdbc.sql(AS_OF
                        + """
                        , billed as (
                            select deal_id, sum(amount * %s) as amount from state i
                            where not cancelled and deal_id is not null group by 1)
                        select e.deal_id, e.owner_id, c.id as payer, %s as segment, e.amount * %s as amount,
                               coalesce(b.amount, 0) as invoiced, w.won_at, %s as products
                        from (select distinct deal_id from nurt.deal_event where kind in ('won', 'created') and status = 'won'
                                 and recorded_at <= :asOf) d
                        cross join lateral (select * from nurt.deal_event e where e.deal_id = d.deal_id and e.recorded_at <= :asOf
                                            order by e.seq desc limit 1) e
                        cross join lateral (select e.effective_at as won_at from nurt.deal_event e
                                            where e.deal_id = d.deal_id and e.recorded_at <= :asOf and e.kind in ('won', 'created')
                                              and e.status = 'won'
                                            order by e.seq desc limit 1) w
                        left join nurt.company c on c.id = e.company_id
                        left join billed b on b.deal_id = e.deal_id
                        where e.status = 'won' and e.kind not in ('trashed', 'merged') and e.amount > 0
                          and w.won_at > cast(:asOf as timestamptz) - interval '10 years 60 days'
                        order by e.deal_id
                        """.formatted(
                                        RateSql.on("i.currency", ":today"),
                                        InvoiceSql.SEGMENT,
                                        RateSql.on("e.currency", ":today"),
                                        products("e.deal_id")))
                .param("asOf", Sql.at(asOf))
                .param("today", today)
                .param("home", home)
                .query(row -> {
                    rows.add(won(row, zone));
                });
        return read(rows);
    }

    private static Owing.@Nullable Won won(ResultSet row, ZoneId zone) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return amount == null
                ? null
                : new Owing.Won(
                        row.getObject("deal_id", UUID.class),
                        row.getObject("owner_id", UUID.class),
                        uuids(row, "products"),
                        row.getString("payer"),
                        row.getString("segment"),
                        amount.doubleValue(),
                        row.getDouble("invoiced"),
                        LocalDate.ofInstant(row.getTimestamp("won_at").toInstant(), zone));
    }

    List<MonthCame> came(Instant asOf, YearMonth from, LocalDate today, String home) {
        TreeMap<YearMonth, MonthCame> months = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            months.put(month, new MonthCame(month, 0, 0, 0));
        }
        jdbc.sql(AS_OF
                        + """
                        select to_char(day, 'YYYY-MM') as month, coalesce(sum(invoiced), 0) as invoiced,
                               coalesce(sum(received), 0) as received,
                               count(*) filter (where invoiced is null and received is null) as left_out
                        from (select i.issued_on as day, i.amount * %s as invoiced, null::numeric as received
                              from state i where not i.cancelled
                              union all
                              select r.received_on, null, r.amount * %s
                              from came r join state i on i.id = r.invoice_id) as all_of
                        where day between :from and :today group by 1
                        """.formatted(
                                RateSql.on("i.currency", "i.issued_on"), RateSql.on("i.currency", "r.received_on")))
                .param("asOf", Sql.at(asOf))
                .param("from", from.atDay(1))
                .param("today", today)
                .param("home", home)
                .query(row -> {
                    YearMonth month = YearMonth.parse(row.getString("month"));
                    months.put(
                            month,
                            new MonthCame(
                                    month,
                                    row.getDouble("invoiced"),
                                    row.getDouble("received"),
                                    row.getInt("left_out")));
                });
        return List.copyOf(months.values());
    }

    /** What came by day; what has no rate is left out. */
    List<DayCame> cameByDay(Instant asOf, LocalDate from, LocalDate today, String home) {
        return jdbc.sql(AS_OF
                        + """
                        select day, coalesce(sum(invoiced), 0) as invoiced, coalesce(sum(received), 0) as received
                        from (select i.issued_on as day, i.amount * %s as invoiced, null::numeric as received
                              from state i where not i.cancelled
                              union all
                              select r.received_on, null, r.amount * %s
                              from came r join state i on i.id = r.invoice_id) as all_of
                        where day between :from and :today group by day order by day
                        """.formatted(
                                RateSql.on("i.currency", "i.issued_on"), RateSql.on("i.currency", "r.received_on")))
                .param("asOf", Sql.at(asOf))
                .param("from", from)
                .param("today", today)
                .param("home", home)
                .query(DayCame.class)
                .list();
    }

    private static String products(String deal) {
        return "(select array_agg(p.product_id order by p.quantity * p.unit_price desc nulls last, p.product_id)"
                + " from nurt.deal_product p where p.deal_id = " + deal + ")";
    }

    private static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    private static <T> Read<T> read(List<@Nullable T> rows) {
        List<T> there = new ArrayList<>();
        for (T row : rows) {
            if (row != null) {
                there.add(row);
            }
        }
        return new Read<>(there, rows.size() - there.size());
    }
}
