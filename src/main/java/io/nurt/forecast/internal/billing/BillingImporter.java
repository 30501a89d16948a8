package io.nurt.forecast.internal.billing;

import io.nurt.forecast.BillingImport;
import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Caller;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

@Component
class BillingImporter implements BillingImport {
    private final PlanStore plans;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Workspaces workspaces;
    private final ForecastNews news;

    BillingImporter(PlanStore plans, JdbcClient jdbc, ObjectMapper json, Workspaces workspaces, ForecastNews news) {
        this.news = news;
        this.plans = plans;
        this.jdbc = jdbc;
        this.json = json;
        this.workspaces = workspaces;
    }

    @Override
    @Transactional
    public void plans(List<Plan> all) {
        news.changed(ForecastChanged.Part.PLANS);
        UUID by = Caller.current().userId();
        for (Plan plan : all) {
            List<PlanTerms.Part> parts = plan.parts().stream()
                    .map(part -> new PlanTerms.Part(part.share(), part.afterDays()))
                    .toList();
            PlanKind kind =
                    parts.size() == 1 ? PlanKind.AT_ONCE : parts.size() == 2 ? PlanKind.DEPOSIT : PlanKind.MILESTONES;
            plans.put(new PlanStore.Of(plan.productId(), null), new PlanTerms(kind, parts, plan.netDays()), by);
        }
    }

    @Override
    @Transactional
    public void invoices(UUID importId, List<Invoice> invoices) {
        news.changed(ForecastChanged.Part.INVOICES);
        UUID by = Caller.current().userId();
        String zone = workspaces.current().zone().getId();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> came = new ArrayList<>();
        for (Invoice invoice : invoices) {
            UUID id = Ids.next();
            rows.add(Map.of(
                    "id", id,
                    "number", invoice.number(),
                    "deal_id", invoice.dealId(),
                    "amount", invoice.amount(),
                    "currency", invoice.currency(),
                    "issued_on", invoice.issuedOn().toString(),
                    "due_on", invoice.dueOn().toString(),
                    "paid", invoice.receipts().stream().map(Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
            invoice.receipts()
                    .forEach(receipt -> came.add(Map.of(
                            "id", Ids.next(),
                            "invoice_id", id,
                            "amount", receipt.amount(),
                            "received_on", receipt.receivedOn().toString())));
        }
        jdbc.sql("""
                        insert into nurt.invoice (id, number, deal_id, amount, currency, issued_on, due_on, paid, origin, known_from,
                               created_by, import_id)
                        select id, number, deal_id, amount, currency, issued_on, due_on, paid, 'import',
                               least(now(), issued_on::timestamp at time zone :zone), :by, :import
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, number text, deal_id uuid, amount numeric,
                             currency char(3), issued_on date, due_on date, paid numeric)
                        on conflict (workspace_id, number) do nothing
                        """)
                .param("zone", zone)
                .param("by", by)
                .param("import", importId)
                .param("rows", json.writeValueAsString(rows))
                .update();
        jdbc.sql("""
                        insert into nurt.receipt (id, invoice_id, amount, received_on, origin, recorded_at, created_by)
                        select r.id, r.invoice_id, r.amount, r.received_on, 'import',
                               least(now(), r.received_on::timestamp at time zone :zone), :by
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, invoice_id uuid, amount numeric, received_on date)
                        join nurt.invoice i on i.id = r.invoice_id
                        """)
                .param("zone", zone)
                .param("by", by)
                .param("rows", json.writeValueAsString(came))
                .update();
    }

    @Override
    @Transactional
    public void takeOut(UUID importId) {
        news.changed(ForecastChanged.Part.INVOICES);
        for (String table : List.of("nurt.receipt", "nurt.invoice_past")) {
            jdbc.sql("delete from " + table
                            + " where invoice_id in (select id from nurt.invoice where import_id = :import)")
                    .param("import", importId)
                    .update();
        }
        jdbc.sql("delete from nurt.invoice where import_id = :import")
                .param("import", importId)
                .update();
    }
}
