package io.nurt.exchange.internal.exporting;

import io.nurt.directory.RecordKind;
import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import io.nurt.pipeline.Deal;
import io.nurt.pipeline.DealFilter;
import io.nurt.pipeline.DealQuery;
import io.nurt.pipeline.DealSort;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.platform.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Deals, with the filters of their list. */
@Component
class DealList implements ExportList<Deal> {
    private static final int PAGE = 1_000;

    private final DealQuery deals;
    private final PipelineSetup pipelines;
    private final ColumnTexts columns;
    private final Texts texts;
    private final JsonMapper json;

    DealList(DealQuery deals, PipelineSetup pipelines, ColumnTexts columns, Texts texts, JsonMapper json) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.columns = columns;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String name() {
        return "deals";
    }

    @Override
    public Page<Deal> page(Map<String, List<String>> parameters, @Nullable String cursor) {
        List<String> sort = parameters.getOrDefault("sort", List.of());
        return deals.page(DealFilter.of(parameters), DealSort.of(sort.isEmpty() ? null : sort.get(0)), PAGE, cursor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExportColumn<Deal>> columns(Caller caller) {
        Map<UUID, String> stages = new HashMap<>();
        Map<UUID, String> named = new HashMap<>();
        pipelines.pipelines().forEach(pipeline -> {
            named.put(pipeline.id(), pipeline.name());
            pipeline.stages().forEach(stage -> stages.put(stage.id(), stage.name()));
        });
        List<ExportColumn<Deal>> all = new ArrayList<>(List.of(
                columns.column(caller, "id", Deal::id),
                columns.column(caller, "title", Deal::title),
                columns.column(
                        caller,
                        "company",
                        deal -> deal.company() == null ? null : deal.company().name()),
                columns.column(caller, "contact", deal -> names(deal.contacts())),
                columns.column(
                        caller,
                        "owner",
                        deal -> deal.owner() == null ? null : deal.owner().name()),
                columns.column(caller, "pipeline", deal -> named.get(deal.pipelineId())),
                columns.column(caller, "stage", deal -> stages.get(deal.stageId())),
                columns.column(
                        caller, "status", deal -> texts.get(caller.language(), "exchange.status." + deal.status())),
                columns.column(caller, "amount", deal -> ColumnTexts.number(deal.amount())),
                columns.column(caller, "currency", Deal::currency),
                columns.column(caller, "expectedClose", Deal::expectedClose),
                columns.column(caller, "openedAt", Deal::openedAt),
                columns.column(caller, "closedAt", Deal::closedAt),
                columns.column(
                        caller,
                        "lostReason",
                        deal -> deal.lostReason() == null
                                ? null
                                : deal.lostReason().name()),
                columns.column(caller, "products", deal -> names(deal.products())),
                columns.column(caller, "source", Deal::source),
                columns.column(caller, "nextStep", Deal::nextStep),
                columns.column(caller, "nextStepOn", Deal::nextStepOn),
                columns.column(caller, "tags", deal -> String.join("; ", deal.tags())),
                columns.column(caller, "updatedAt", Deal::updatedAt)));
        all.addAll(columns.custom(RecordKind.DEAL, deal -> json.readTree(deal.custom())));
        return all;
    }

    private String names(String array) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : json.readTree(array)) {
            names.add(one.path("name").asString(""));
        }
        return String.join("; ", names);
    }
}
