package io.nurt.exchange.internal.running;

import io.nurt.directory.DirectoryImport;
import io.nurt.directory.RecordKind;
import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.running.ChangeStore.Change;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.DealImport;
import io.nurt.pipeline.DealQuery;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Product;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Gives records that an import changed back what they were. Call inside a transaction. */
@Component
class Reversal {
    private final DealImport deals;
    private final DealQuery query;
    private final DirectoryImport directory;
    private final PipelineSetup pipelines;
    private final ExchangeJson json;

    Reversal(DealImport deals, DealQuery query, DirectoryImport directory, PipelineSetup pipelines, ExchangeJson json) {
        this.deals = deals;
        this.query = query;
        this.directory = directory;
        this.pipelines = pipelines;
        this.json = json;
    }

    /** @return false when somebody has changed the record since: it stays as it is */
    boolean takenBack(UUID importId, Change change) {
        return switch (change.kind()) {
            case DealPlanner.KIND ->
                deals.revert(
                                Map.of(
                                        change.recordId(),
                                        new DealImport.Answer(
                                                change.recordId(), change.before(), change.versionAfter())),
                                importId)
                        == 1;
            case ProductBook.KIND -> {
                Product before = json.read(change.before(), Product.class);
                yield pipelines
                        .changeProduct(new Product(
                                before.id(),
                                before.name(),
                                before.code(),
                                before.family(),
                                before.unitPrice(),
                                before.currency(),
                                before.active(),
                                change.versionAfter()))
                        .isPresent();
            }
            default ->
                directory.takeBack(
                        importId,
                        RecordKind.of(change.kind()),
                        change.recordId(),
                        (ObjectNode) json.mapper().readTree(change.before()),
                        change.versionAfter());
        };
    }

    /** What the record is called; empty when it is gone. */
    String name(Change change) {
        UUID id = change.recordId();
        try {
            return switch (change.kind()) {
                case DealPlanner.KIND -> query.one(id).title();
                case ProductBook.KIND ->
                    pipelines.product(id).map(Product::name).orElse("");
                default ->
                    RecordKind.of(change.kind()) == RecordKind.COMPANY
                            ? directory.company(id).name()
                            : directory.contact(id).name();
            };
        } catch (Problem gone) {
            return "";
        }
    }
}
