package io.nurt.forecast.internal.billing;

import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts in the database; the sum that an invoice carries is kept with them. The invoice's row must be locked. */
@Component
class ReceiptStore {
    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(UUID id, UUID invoiceId, BigDecimal amount, LocalDate receivedOn, boolean removed) {}

    List<Stored> of(Collection<UUID> invoiceIds) {
        return jdbc.sql("""
                        select id, invoice_id, amount, received_on, false as removed from nurt.receipt
                        where invoice_id = any(cast(:ids as uuid[])) and removed_at is null order by received_on, id
                        """)
                .param("ids", Sql.uuids(invoiceIds))
                .query(Stored.class)
                .list();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("""
                        select id, invoice_id, amount, received_on, removed_at is not null as removed from nurt.receipt where id = :id
                        """).param("id", id).query(Stored.class).optional();
    }

    /** @param known when it was known; null: now */
    void insert(
            UUID id,
            UUID invoiceId,
            BigDecimal amount,
            LocalDate receivedOn,
            String origin,
            @Nullable Instant known,
            UUID by) {
        jdbc.sql("""
                        insert into nurt.receipt (id, invoice_id, amount, received_on, origin, recorded_at, created_by)
                        values (:id, :invoice, :amount, :day, :origin, coalesce(cast(:known as timestamptz), clock_timestamp()), :by)
                        """)
                .param("id", id)
                .param("invoice", invoiceId)
                .param("amount", amount)
                .param("day", receivedOn)
                .param("origin", origin)
                .param("known", Sql.at(known))
                .param("by", by)
                .update();
        sum(invoiceId);
    }

    void removed(UUID id, UUID invoiceId, boolean removed) {
        jdbc.sql("update nurt.receipt set removed_at = case when :removed then clock_timestamp() end where id = :id")
                .param("removed", removed)
                .param("id", id)
                .update();
        sum(invoiceId);
    }

    private void sum(UUID invoiceId) {
        jdbc.sql("""
                        update nurt.invoice i set paid = (select coalesce(sum(r.amount), 0) from nurt.receipt r
                                                          where r.invoice_id = i.id and r.removed_at is null)
                        where i.id = :id
                        """).param("id", invoiceId).update();
    }
}
