package io.nurt.exchange.internal.running;

import io.nurt.kernel.Ids;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.PipelineSetup.NewProduct;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The products that files name, by identifier, code or name. */
final class ProductBook {
    static final String KIND = "product";

    private final PipelineSetup setup;
    private final RefStore refs;
    private final RunContext context;
    private final Map<String, UUID> byName = new HashMap<>();
    private final Map<String, UUID> byId = new HashMap<>();
    private final List<Runnable> takeBack = new ArrayList<>();

    ProductBook(PipelineSetup setup, RefStore refs, RunContext context) {
        this.setup = setup;
        this.refs = refs;
        this.context = context;
    }

    /** Asks the database for those of the names and identifiers that are not known yet. */
    void ask(Collection<String> values) {
        List<String> unknown = values.stream()
                .filter(value -> !byId.containsKey(value) && !byName.containsKey(key(value)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            refs.find(KIND, context.source(), unknown).forEach((id, ref) -> byId.put(id, ref.recordId()));
            setup.products(unknown).forEach((name, id) -> byName.put(key(name), id));
        }
    }

    @Nullable
    UUID find(String value) {
        UUID found = byId.get(value);
        return found != null ? found : byName.get(key(value));
    }

    @Nullable
    UUID byId(String id) {
        return byId.get(id);
    }

    @Nullable
    UUID byName(String name) {
        return byName.get(key(name));
    }

    UUID add(NewProduct product, Collection<String> calledToo) {
        UUID id = context.pretend() ? Ids.next() : setup.addProduct(product, context.importId());
        String key = key(product.name());
        byName.put(key, id);
        takeBack.add(() -> byName.remove(key));
        calledToo.forEach(name -> called(name, id));
        return id;
    }

    void called(String externalId, UUID id) {
        if (byId.putIfAbsent(externalId, id) == null) {
            takeBack.add(() -> byId.remove(externalId));
            if (!context.pretend()) {
                refs.put(
                        context.importId(),
                        KIND,
                        context.source(),
                        List.of(new RefStore.Ref(externalId, id, null, null)));
            }
        }
    }

    void committed() {
        takeBack.clear();
    }

    void rolledBack() {
        takeBack.forEach(Runnable::run);
        takeBack.clear();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
