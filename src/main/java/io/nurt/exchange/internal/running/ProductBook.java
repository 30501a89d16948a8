package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.kernel.Ids;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.PipelineSetup.NewProduct;
import io.nurt.pipeline.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The products that files name, by identifier, code or name. */
final class ProductBook {
    static final String KIND = "product";

    private final PipelineSetup setup;
    private final RefStore refs;
    private final ChangeStore changes;
    private final ExchangeJson json;
    private final RunContext context;
    private final Map<String, UUID> byName = new HashMap<>();
    private final Map<String, UUID> byId = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final List<Runnable> takeBack = new ArrayList<>();

    ProductBook(PipelineSetup setup, RefStore refs, ChangeStore changes, ExchangeJson json, RunContext context) {
        this.setup = setup;
        this.refs = refs;
        this.changes = changes;
        this.json = json;
        this.context = context;
    }

    /** Asks the database for those of the names and identifiers that are not known yet. */
    void ask(Collection<String> values) {
        List<String> unknown = values.stream()
                .filter(value -> !byId.containsKey(value) && !byName.containsKey(key(value)))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            refs.find(KIND, context.source(), unknown).forEach((id, ref) -> {
                byId.put(id, ref.recordId());
                if (ref.rowHash() != null) {
                    said.put(id, ref.rowHash());
                }
            });
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

    /** One that only a deal names. */
    UUID add(String name) {
        return add(NewProduct.named(name));
    }

    private UUID add(NewProduct product) {
        UUID id = context.pretend() ? Ids.next() : setup.addProduct(product, context.importId());
        String key = key(product.name());
        byName.put(key, id);
        takeBack.add(() -> byName.remove(key));
        return id;
    }

    UUID add(NewProduct product, boolean active, Collection<String> called, String hash) {
        UUID id = add(product);
        if (!active && !context.pretend()) {
            setup.product(id).ifPresent(made -> setup.changeProduct(offered(made, false)));
        }
        said(id, called, hash);
        return id;
    }

    private static Product offered(Product product, boolean active) {
        return new Product(
                product.id(),
                product.name(),
                product.code(),
                product.family(),
                product.unitPrice(),
                product.currency(),
                active,
                product.version());
    }

    /** Whether a file said the same of it before: then what people changed since stays. */
    boolean saysTheSame(Collection<String> called, String hash) {
        return called.stream().anyMatch(name -> hash.equals(said.get(name)));
    }

    /** @return whether anything of it was otherwise */
    boolean change(UUID id, UnaryOperator<Product> wanted, Collection<String> called, String hash) {
        boolean differs =
                setup.product(id).map(now -> changed(now, wanted.apply(now))).orElse(false);
        said(id, called, hash);
        return differs;
    }

    private boolean changed(Product now, Product wanted) {
        if (wanted.equals(now)) {
            return false;
        }
        if (!context.pretend()) {
            int version = setup.changeProduct(wanted).orElseThrow();
            changes.put(context.importId(), KIND, now.id(), json.text(now), version);
        }
        return true;
    }

    /** Remembers what the product is called and what was said of it. */
    void said(UUID id, Collection<String> called, String hash) {
        for (String name : called) {
            if (byId.putIfAbsent(name, id) == null) {
                takeBack.add(() -> byId.remove(name));
            }
            String before = said.put(name, hash);
            takeBack.add(() -> {
                if (before == null) {
                    said.remove(name);
                } else {
                    said.put(name, before);
                }
            });
        }
        if (!context.pretend()) {
            refs.put(
                    context.importId(),
                    KIND,
                    context.source(),
                    called.stream()
                            .map(name -> new RefStore.Ref(name, id, null, hash))
                            .toList());
        }
    }

    void committed() {
        takeBack.clear();
    }

    void rolledBack() {
        for (int i = takeBack.size() - 1; i >= 0; i--) {
            takeBack.get(i).run();
        }
        takeBack.clear();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
