package io.nurt.forecast.internal.billing;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.forecast.internal.billing.PlanStore.Of;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Billing plans: the workspace's, products' own, deals' own. What has none of its own takes the next wider one. */
@Service
class BillingPlans {
    /** In use as long as nobody chose one. */
    static final PlanTerms BUILT_IN = PlanTerms.atOnce(14);

    private final PlanStore plans;
    private final JdbcClient jdbc;
    private final ForecastNews news;

    BillingPlans(PlanStore plans, JdbcClient jdbc, ForecastNews news) {
        this.news = news;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    PlanView get(Of of) {
        check(Caller.require(Permission.READ), of);
        return holds(of);
    }

    /**
     * Gives the workspace, a product or a deal this plan.
     *
     * @param expected version that the client saw; 0 when it saw an inherited plan
     */
    @Transactional
    PlanView put(Of of, @Nullable Integer expected, PlanInput input) {
        Caller caller = Caller.require(changing(of));
        check(caller, of);
        PlanTerms terms = input.terms();
        checkVersion(of, expected);
        plans.put(of, terms, caller.userId());
        news.changed(ForecastChanged.Part.PLANS);
        return holds(of);
    }

    /** Goes back to the wider plan. */
    @Transactional
    PlanView remove(Of of, @Nullable Integer expected) {
        check(Caller.require(changing(of)), of);
        checkVersion(of, expected);
        plans.remove(of);
        news.changed(ForecastChanged.Part.PLANS);
        return holds(of);
    }

    private static Permission changing(Of of) {
        return of.dealId() != null ? Permission.WRITE : Permission.MANAGE_PIPELINES;
    }

    private void checkVersion(Of of, @Nullable Integer expected) {
        int stored = plans.find(of, true).map(PlanStore.Stored::version).orElse(0);
        Versions.check(expected, stored, holds(of));
    }

    private PlanView holds(Of of) {
        return plans.find(of, false)
                .or(() -> of.dealId() == null ? java.util.Optional.empty() : plans.ofProducts(of.dealId()))
                .or(() -> plans.find(Of.WORKSPACE, false))
                .map(found -> PlanView.of(found.terms(), found.of().scope(), of, found.version()))
                .orElseGet(() -> PlanView.of(BUILT_IN, "built_in", of, 0));
    }

    private void check(Caller caller, Of of) {
        boolean there = true;
        if (of.productId() != null) {
            there = jdbc.sql("select exists (select from nurt.product where id = :id)")
                    .param("id", of.productId())
                    .query(Boolean.class)
                    .single();
        } else if (of.dealId() != null) {
            Visibility visibility = caller.visibility();
            there = jdbc.sql("select exists (select from nurt.deal d where d.id = :id and d.deleted_at is null and "
                            + visibility.sql("d.owner_id") + ")")
                    .param("id", of.dealId())
                    .param(Visibility.PARAMETER, visibility.parameter())
                    .query(Boolean.class)
                    .single();
        }
        if (!there) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
