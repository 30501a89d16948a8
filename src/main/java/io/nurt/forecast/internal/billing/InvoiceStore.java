package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.billing.InvoiceFilter.Which;
import io.nurt.identity.Visibility;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invoices in the database, with every state they had. */
@Component
class InvoiceStore {
    private static final String NEW = """
            insert into nurt.invoice (id, number, deal_id, company_id, amount, currency, issued_on, due_on, cancelled, origin,
                   known_from, created_by)
            values (:id, :number, :deal, :company, :amount, :currency, :issued, :due, false, :origin,
                    coalesce(cast(:known as timestamptz), clock_timestamp()), :by)
            on conflict (workspace_id, number) do nothing
            """;

    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<InvoiceRow> page(
            InvoiceFilter filter, Visibility visibility, LocalDate today, int limit, @Nullable Cursor after) {
        boolean up = filter.which().byDueDay;
        String by = filter.which().orderedBy();
        return jdbc.sql(InvoiceSql.SELECT + " where " + filter.which().condition + " and "
                        + visibility.sql(InvoiceSql.OWNER)
                        + (filter.companyId() == null ? "" : " and c.id = :company")
                        + (filter.dealId() == null ? "" : " and i.deal_id = :deal")
                        + (filter.text() == null
                                ? ""
                                : " and (i.number ilike :text or c.name ilike :text or d.title ilike :text)")
                        + (after == null
                                ? ""
                                : " and (%s, i.id) %s (cast(:afterDay as date), cast(:afterId as uuid))"
                                        .formatted(by, up ? ">" : "<"))
                        + " order by %1$s %2$s, i.id %2$s limit :limit".formatted(by, up ? "asc" : "desc"))
                .param("today", today)
                .param(Visibility.PARAMETER, visibility.parameter())
                .param("company", filter.companyId())
                .param("deal", filter.dealId())
                .param("text", filter.text() == null ? null : "%" + Sql.likeLiteral(filter.text()) + "%")
                .param("afterDay", after == null ? null : after.values().get(0))
                .param("afterId", after == null ? null : after.values().get(1))
                .param("limit", limit)
                .query(InvoiceSql::row)
                .list();
    }

    Optional<InvoiceRow> find(UUID id, Visibility visibility) {
        return jdbc.sql(InvoiceSql.SELECT + " where i.id = :id and " + visibility.sql(InvoiceSql.OWNER))
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(InvoiceSql::row)
                .optional();
    }

    Optional<InvoiceRow> lock(UUID id, Visibility visibility) {
        return jdbc.sql(InvoiceSql.SELECT + " where i.id = :id and " + visibility.sql(InvoiceSql.OWNER)
                        + " for update of i")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(InvoiceSql::row)
                .optional();
    }

    List<InvoiceRow> byNumber(Collection<String> numbers) {
        return jdbc.sql(InvoiceSql.SELECT + " where i.number = any(cast(:numbers as text[]))")
                .param("numbers", numbers.toArray(String[]::new))
                .query(InvoiceSql::row)
                .list();
    }

    /**
     * @param known when it was known; null: now
     * @return false when the number is taken
     */
    boolean insert(UUID id, InvoiceFacts facts, String origin, @Nullable Instant known, UUID by) {
        return bound(NEW, id, facts)
                        .param("origin", origin)
                        .param("known", Sql.at(known))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Another invoice of that number. */
    boolean taken(String number, UUID but) {
        return jdbc.sql("select exists (select from nurt.invoice where number = :number and id <> :but)")
                .param("number", number)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    /** Puts the present state among the past ones and another in its place. */
    void change(UUID id, InvoiceFacts facts) {
        jdbc.sql("""
                        insert into nurt.invoice_past (invoice_id, version, number, deal_id, company_id, amount, currency, issued_on,
                               due_on, cancelled, known_from)
                        select id, version, number, deal_id, company_id, amount, currency, issued_on, due_on, cancelled, known_from
                        from nurt.invoice where id = :id
                        """).param("id", id).update();
        bound("""
                update nurt.invoice set number = :number, deal_id = :deal, company_id = :company, amount = :amount,
                       currency = :currency, issued_on = :issued, due_on = :due, cancelled = :cancelled,
                       known_from = clock_timestamp(), version = version + 1
                where id = :id
                """, id, facts).param("cancelled", facts.cancelled()).update();
    }

    Optional<InvoiceFacts> past(UUID id, int version) {
        return jdbc.sql("select * from nurt.invoice_past where invoice_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query((row, n) -> InvoiceSql.facts(row))
                .optional();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID id, InvoiceFacts facts) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("number", facts.number())
                .param("deal", facts.dealId())
                .param("company", facts.companyId())
                .param("amount", facts.amount())
                .param("currency", facts.currency())
                .param("issued", facts.issuedOn())
                .param("due", facts.dueOn());
    }

    /** One sum of what is owed. */
    record Owed(String bucket, long count, BigDecimal amount, long leftOut) {}

    /** What is owed by lateness, in the workspace's currency at today's rates; what has no rate is counted apart. */
    List<Owed> owed(Visibility visibility, LocalDate today, String currency) {
        String bucket = Which.AGEING.stream()
                .map(which -> "when %s then '%s'".formatted(which.condition, which.code))
                .collect(Collectors.joining(" ", "case ", " end"));
        return jdbc.sql("""
                        select bucket, count(*) as count, coalesce(sum(amount), 0) as amount,
                               count(*) filter (where amount is null) as left_out
                        from (select %s as bucket, (i.amount - i.paid) * %s as amount
                              from nurt.invoice i %s where i.unpaid and %s) as owed
                        group by bucket
                        """.formatted(
                        bucket, RateSql.on("i.currency", ":today"), InvoiceSql.JOINS, visibility.sql(InvoiceSql.OWNER)))
                .param("today", today)
                .param("home", currency)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Owed.class)
                .list();
    }
}
