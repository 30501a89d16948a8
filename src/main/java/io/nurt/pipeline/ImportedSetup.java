package io.nurt.pipeline;

import io.nurt.kernel.Cursor;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Page;
import io.nurt.kernel.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ImportedSetup implements PipelineSetup {
    private final PipelineStore pipelines;
    private final LostReasonStore reasons;
    private final ProductStore products;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ImportedSetup(
            PipelineStore pipelines,
            LostReasonStore reasons,
            ProductStore products,
            Catalog catalog,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.pipelines = pipelines;
        this.reasons = reasons;
        this.products = products;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public List<Pipeline> pipelines() {
        return catalog.fresh().pipelines();
    }

    @Override
    public Pipeline create(String name, List<NewStage> stages, @Nullable UUID importId) {
        UUID id = Ids.next();
        int position = pipelines().stream().mapToInt(Pipeline::position).max().orElse(0) + 1;
        pipelines.insert(id, PipelineService.named("name", name), position, importId);
        for (int i = 0; i < stages.size(); i++) {
            pipelines.insert(PipelineService.stage(id, i + 1, stages.get(i), "stages[" + i + "]."), importId);
        }
        catalog.changed();
        Pipeline created = catalog.fresh().pipeline(id);
        PipelineService.complete(created);
        return created;
    }

    @Override
    public Stage addStage(UUID pipelineId, NewStage stage, @Nullable UUID importId) {
        int position = catalog.fresh().pipeline(pipelineId).stages().stream()
                        .mapToInt(Stage::position)
                        .max()
                        .orElse(0)
                + 1;
        Stage added = PipelineService.stage(pipelineId, position, stage, "");
        pipelines.insert(added, importId);
        catalog.changed();
        return added;
    }

    @Override
    public Map<String, UUID> lostReasons(Collection<String> names, @Nullable UUID importId) {
        List<LostReason> known = reasons.all();
        int position = known.stream().mapToInt(LostReason::position).max().orElse(0);
        Map<String, UUID> found = new HashMap<>();
        for (String name : names) {
            UUID id = known.stream()
                    .filter(reason -> reason.name().equalsIgnoreCase(name.strip()))
                    .map(LostReason::id)
                    .findFirst()
                    .orElse(null);
            if (id == null) {
                id = Ids.next();
                reasons.insert(id, PipelineService.named("name", name), ++position, importId);
                known = reasons.all();
            }
            found.put(name, id);
        }
        catalog.changed();
        return found;
    }

    @Override
    public Map<String, UUID> products(Collection<String> names) {
        return products.byName(names);
    }

    @Override
    public UUID addProduct(NewProduct product, @Nullable UUID importId) {
        UUID id = Ids.next();
        products.insert(
                new Product(
                        id,
                        product.name(),
                        product.code(),
                        product.family(),
                        Changes.plain(product.unitPrice()),
                        product.currency(),
                        true,
                        1),
                importId);
        return id;
    }

    @Override
    public Optional<Product> product(UUID id) {
        return products.find(id);
    }

    @Override
    public OptionalInt changeProduct(Product product) {
        Product now = products.lock(product.id()).orElse(null);
        if (now == null || now.version() != product.version()) {
            return OptionalInt.empty();
        }
        products.update(product);
        return OptionalInt.of(now.version() + 1);
    }

    @Override
    public Page<Product> productPage(int limit, @Nullable String cursor) {
        Cursor after = Cursor.decode(cursor, 2);
        return Page.cut(
                products.page(
                        null,
                        limit + 1,
                        after == null ? null : after.values().get(0),
                        after == null ? null : after.values().get(1)),
                limit,
                product -> Cursor.of(product.name().toLowerCase(Locale.ROOT), product.id()));
    }

    @Override
    public int forget(UUID importId) {
        int removed = delete(
                "nurt.product x", "not exists (select from nurt.deal_product d where d.product_id = x.id)", importId);
        removed += delete(
                "nurt.lost_reason x", "not exists (select from nurt.deal d where d.lost_reason_id = x.id)", importId);
        removed += stages(importId);
        String empty = "not exists (select from nurt.stage s where s.pipeline_id = x.id)";
        jdbc.sql("select x.workspace_id, x.id from nurt.pipeline x where x.import_id = :import and " + empty)
                .param("import", importId)
                .query((row, n) -> new PipelineForgotten(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(events::publishEvent);
        removed += delete("nurt.pipeline x", empty, importId);
        catalog.changed();
        return removed;
    }

    /** With what was kept about them: how they were defined, and sums that are zero now. */
    private int stages(UUID importId) {
        List<UUID> gone = jdbc.sql("""
                        delete from nurt.stage x
                        where x.import_id = :import and not exists (select from nurt.deal d where d.stage_id = x.id)
                        returning x.id
                        """)
                .param("import", importId)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        for (String table : List.of("nurt.stage_history", "nurt.deal_tally")) {
            jdbc.sql("delete from " + table + " where stage_id = any(cast(:ids as uuid[]))")
                    .param("ids", Sql.uuids(gone))
                    .update();
        }
        return gone.size();
    }

    private int delete(String table, String unused, UUID importId) {
        return jdbc.sql("delete from " + table + " where x.import_id = :import and " + unused)
                .param("import", importId)
                .update();
    }
}
