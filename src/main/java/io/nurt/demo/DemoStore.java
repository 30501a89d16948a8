package io.nurt.demo;

import io.nurt.demo.DemoWorld.Deal;
import io.nurt.demo.DemoWorld.Happening;
import io.nurt.identity.Workspace;
import io.nurt.kernel.Ids;
import io.nurt.pipeline.DealState;
import io.nurt.pipeline.DealStory;
import io.nurt.pipeline.ImportedDeal;
import io.nurt.pipeline.NewStage;
import io.nurt.pipeline.Pipeline;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Stage;
import io.nurt.pipeline.StageKind;
import io.nurt.platform.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The demo company's pipeline, products and lost reasons, and its deals told as stories that end in them. */
final class DemoStore {
    private static final String[] STAGES = {"contact", "needs", "proposal", "negotiation", "won", "lost"};
    private static final String[] PROBABILITY = {"0.15", "0.35", "0.55", "0.75", "1", "0"};
    private static final Integer[] ROTTING = {10, 14, 21, 21, null, null};
    private static final String[] REASONS = {"price", "competitor", "no-budget", "later", "no-need"};

    private final Texts texts;
    private final Workspace workspace;
    private final UUID importId;
    private final List<Stage> stages;
    private final List<UUID> reasons = new ArrayList<>();
    private final List<UUID> products = new ArrayList<>();

    DemoStore(
            PipelineSetup setup,
            Texts texts,
            Workspace workspace,
            UUID importId,
            String pipelineName,
            List<DemoWorld.Product> offered) {
        this.texts = texts;
        this.workspace = workspace;
        this.importId = importId;
        List<NewStage> wanted = new ArrayList<>();
        for (int i = 0; i < STAGES.length; i++) {
            String key = "demo.stage." + STAGES[i];
            wanted.add(new NewStage(
                    text(key),
                    i == DealLife.WON ? "won" : i == DealLife.LOST ? "lost" : "open",
                    new BigDecimal(PROBABILITY[i]),
                    ROTTING[i],
                    text(key + ".purpose"),
                    text(key + ".help")));
        }
        Pipeline pipeline = setup.create(pipelineName, wanted, importId);
        this.stages = pipeline.stages();
        Map<String, String> names = new LinkedHashMap<>();
        for (String reason : REASONS) {
            names.put(reason, text("demo.reason." + reason));
        }
        Map<String, UUID> made = setup.lostReasons(names.values(), importId);
        names.values().forEach(name -> reasons.add(made.get(name)));
        for (DemoWorld.Product product : offered) {
            products.add(setup.addProduct(
                    new PipelineSetup.NewProduct(
                            product.name(),
                            product.code(),
                            product.family(),
                            product.unitPrice(),
                            workspace.currency().getCurrencyCode()),
                    importId));
        }
    }

    UUID pipelineId() {
        return stages.get(0).pipelineId();
    }

    List<UUID> products() {
        return List.copyOf(products);
    }

    ImportedDeal deal(Deal deal, List<UUID> people, UUID company, List<UUID> contacts, DemoWorld world) {
        List<DemoWorld.Contact> persons = world.companies().get(deal.company()).contacts();
        List<ImportedDeal.Contact> linked = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            linked.add(new ImportedDeal.Contact(contacts.get(i), persons.get(i).role()));
        }
        DemoWorld.Product product = world.products().get(deal.product());
        return new ImportedDeal(
                Ids.next(),
                story(deal, people, company),
                text("demo.source." + deal.source()),
                List.of(),
                deal.closed() || deal.nextStep() == null ? null : text("demo.step." + deal.nextStep()),
                deal.closed() ? null : deal.nextStepOn(),
                null,
                null,
                linked,
                List.of(new ImportedDeal.Product(products.get(deal.product()), BigDecimal.ONE, product.unitPrice())),
                Map.of(),
                importId,
                "demo");
    }

    private DealStory story(Deal deal, List<UUID> people, UUID company) {
        Happening first = deal.history().get(0);
        Stage start = stages.get(first.stage());
        DealState state = new DealState(
                deal.title(),
                company,
                start.pipelineId(),
                start.id(),
                StageKind.OPEN,
                null,
                null,
                1,
                first.amount(),
                workspace.currency().getCurrencyCode(),
                first.expectedClose(),
                people.get(first.owner()),
                null,
                null,
                true);
        DealStory story = DealStory.begin(first.at(), state, Set.of(), people.get(first.owner()));
        for (Happening event : deal.history().subList(1, deal.history().size())) {
            UUID actor = people.get(event.owner());
            Stage stage = stages.get(event.stage());
            switch (event.kind()) {
                case "moved" -> story.to(stage, event.at(), actor);
                case "won" ->
                    story.changed(event.at(), s -> s.worth(event.amount(), s.currency()), actor)
                            .to(stage, event.at(), actor);
                case "lost" -> story.lost(stage, event.at(), reasons.get(event.lostReason()), event.outcome(), actor);
                case "returned" ->
                    story.returned(stage, event.at(), event.resumeOn(), actor)
                            .changed(event.at(), s -> s.expectedOn(event.expectedClose()), actor);
                default ->
                    story.changed(
                            event.at(),
                            s -> s.worth(event.amount(), s.currency())
                                    .expectedOn(event.expectedClose())
                                    .ownedBy(actor),
                            actor);
            }
        }
        return story;
    }

    private String text(String key) {
        return texts.get(workspace.language(), key);
    }
}
