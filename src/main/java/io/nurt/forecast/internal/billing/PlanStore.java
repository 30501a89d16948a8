package io.nurt.forecast.internal.billing;

import io.nurt.kernel.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Billing plans in the database. */
@Component
class PlanStore {
    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose plan: the workspace's when both are null. */
    record Of(@Nullable UUID productId, @Nullable UUID dealId) {
        static final Of WORKSPACE = new Of(null, null);

        String scope() {
            return dealId != null ? "deal" : productId != null ? "product" : "workspace";
        }
    }

    record Stored(Of of, PlanTerms terms, int version) {}

    List<Stored> all() {
        return jdbc.sql("select * from nurt.billing_plan")
                .query(PlanStore::plan)
                .list();
    }

    Optional<Stored> find(Of of, boolean lock) {
        return jdbc.sql("""
                        select * from nurt.billing_plan
                        where scope = :scope and product_id is not distinct from cast(:product as uuid)
                          and deal_id is not distinct from cast(:deal as uuid)
                        """ + (lock ? " for update" : ""))
                .param("scope", of.scope())
                .param("product", of.productId())
                .param("deal", of.dealId())
                .query(PlanStore::plan)
                .optional();
    }

    /** The plan of the deal's products that are worth most and have one. */
    Optional<Stored> ofProducts(UUID dealId) {
        return jdbc.sql("""
                        select b.* from nurt.deal_product p join nurt.billing_plan b on b.product_id = p.product_id
                        where p.deal_id = :deal order by p.quantity * p.unit_price desc nulls last, p.product_id limit 1
                        """).param("deal", dealId).query(PlanStore::plan).optional();
    }

    void put(Of of, PlanTerms terms, UUID by) {
        String conflict = switch (of.scope()) {
            case "deal" -> "(workspace_id, deal_id) where scope = 'deal'";
            case "product" -> "(workspace_id, product_id) where scope = 'product'";
            default -> "(workspace_id) where scope = 'workspace'";
        };
        jdbc.sql("""
                        insert into nurt.billing_plan as b (id, scope, product_id, deal_id, kind, shares, after_days, net_days, updated_by)
                        values (:id, :scope, :product, :deal, :kind, cast(:shares as numeric[]), cast(:days as int[]), :net, :by)
                        on conflict %s do update
                            set kind = excluded.kind, shares = excluded.shares, after_days = excluded.after_days,
                                net_days = excluded.net_days, updated_by = excluded.updated_by, updated_at = clock_timestamp(),
                                version = b.version + 1
                        """.formatted(conflict))
                .param("id", Ids.next())
                .param("scope", of.scope())
                .param("product", of.productId())
                .param("deal", of.dealId())
                .param("kind", terms.kind().code())
                .param(
                        "shares",
                        terms.parts().stream()
                                .map(part -> part.share().toPlainString())
                                .toArray(String[]::new))
                .param(
                        "days",
                        terms.parts().stream()
                                .map(part -> String.valueOf(part.afterDays()))
                                .toArray(String[]::new))
                .param("net", terms.netDays())
                .param("by", by)
                .update();
    }

    void remove(Of of) {
        jdbc.sql("""
                        delete from nurt.billing_plan
                        where scope = :scope and product_id is not distinct from cast(:product as uuid)
                          and deal_id is not distinct from cast(:deal as uuid)
                        """)
                .param("scope", of.scope())
                .param("product", of.productId())
                .param("deal", of.dealId())
                .update();
    }

    private static Stored plan(ResultSet row, int n) throws SQLException {
        BigDecimal[] shares = (BigDecimal[]) row.getArray("shares").getArray();
        Integer[] days = (Integer[]) row.getArray("after_days").getArray();
        List<PlanTerms.Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            parts.add(new PlanTerms.Part(shares[i].stripTrailingZeros(), days[i]));
        }
        return new Stored(
                new Of(row.getObject("product_id", UUID.class), row.getObject("deal_id", UUID.class)),
                new PlanTerms(PlanKind.of(row.getString("kind")), parts, row.getInt("net_days")),
                row.getInt("version"));
    }
}
