package io.nurt.forecast.internal.billing;

import io.nurt.directory.MergeFollower;
import io.nurt.directory.RecordKind;
import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invoices follow the company that pays them when it is merged: a new state each, as of any other change, so that what was
 * known before stays as it was.
 */
@Component
class InvoiceMerges implements MergeFollower {
    private final JdbcClient jdbc;
    private final ForecastNews news;

    InvoiceMerges(JdbcClient jdbc, ForecastNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    public void repoint(RecordKind kind, UUID from, UUID into, UUID batchId) {
        if (kind == RecordKind.COMPANY) {
            pay(from, into, batchId, null);
        }
    }

    @Override
    public void takeBack(RecordKind kind, UUID from, UUID into, UUID batchId) {
        if (kind == RecordKind.COMPANY) {
            pay(into, from, null, batchId);
        }
    }

    /** @param undone only invoices that this act had changed */
    private void pay(UUID from, UUID into, @Nullable UUID act, @Nullable UUID undone) {
        // The update sees the statement's snapshot, so both act on the same invoices.
        int moved = jdbc.sql("""
                        with former as (
                            insert into nurt.invoice_past (invoice_id, version, number, deal_id, company_id, amount, currency,
                                   issued_on, due_on, cancelled, known_from, ended_by)
                            select id, version, number, deal_id, company_id, amount, currency, issued_on, due_on, cancelled,
                                   known_from, cast(:ended as uuid)
                            from nurt.invoice i
                            where company_id = :from
                              and (cast(:undone as uuid) is null
                                   or exists (select from nurt.invoice_past p
                                              where p.invoice_id = i.id and p.ended_by = cast(:undone as uuid)))
                            returning invoice_id)
                        update nurt.invoice set company_id = :into, known_from = clock_timestamp(), version = version + 1
                        where id in (select invoice_id from former)
                        """)
                .param("from", from)
                .param("into", into)
                .param("ended", act)
                .param("undone", undone)
                .update();
        if (moved > 0) {
            news.changed(ForecastChanged.Part.INVOICES);
        }
    }
}
