package io.nurt.demo;

import io.nurt.forecast.BillingImport;
import io.nurt.forecast.Learning;
import io.nurt.forecast.SaidImport;
import io.nurt.identity.Workspace;
import io.nurt.platform.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo company asks of its people, what they said, and its invoices; and has its forecast begin. */
@Component
class DemoForecast {
    /** A company of more deals is made for measurements and goes without. */
    static final int MOST_DEALS = 10_000;

    private static final long SEED = 20_260_401;

    private final SaidImport said;
    private final BillingImport billing;
    private final Learning learning;
    private final Texts texts;

    DemoForecast(SaidImport said, BillingImport billing, Learning learning, Texts texts) {
        this.said = said;
        this.billing = billing;
        this.learning = learning;
        this.texts = texts;
    }

    /** A deal of the world and the id it has got. */
    record Sold(UUID id, DemoWorld.Deal deal) {}

    /** Where the parts of a world have come to stand, by their places in it. */
    record Placed(UUID pipeline, List<UUID> people, List<UUID> teams, List<UUID> products, List<Sold> deals) {}

    @Transactional
    public void add(DemoWorld world, Placed placed, Workspace workspace, LocalDate today, UUID importId) {
        DemoMoney money = new DemoMoney(world, placed.products(), today, workspace.zone(), SEED);
        billing.plans(money.plans());
        billing.invoices(
                importId, money.invoices(placed.deals(), workspace.currency().getCurrencyCode()));
        List<String> reasons = Stream.of("slips", "careful", "big-one", "trend")
                .map(reason -> texts.get(workspace.language(), "demo.call-reason." + reason))
                .toList();
        DemoSaid numbers = new DemoSaid(world.people(), placed, reasons, today, workspace.zone(), SEED);
        said.quotas(importId, numbers.quotas());
        said.said(importId, numbers.said());
        learning.ofPipeline(placed.pipeline());
    }

    @Transactional
    public void takeOut(UUID importId) {
        said.takeOut(importId);
        billing.takeOut(importId);
    }

    /** What the forecast made of its deals; after they are gone and before its pipeline is. */
    @Transactional
    public void forget(UUID importId) {
        learning.unlearn(importId);
    }
}
