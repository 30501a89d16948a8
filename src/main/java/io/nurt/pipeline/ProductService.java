package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the list of what is sold. */
@Service
class ProductService {
    private static final Set<String> FIELDS = Set.of("name", "code", "family", "unitPrice", "currency", "active");
    private static final int LONGEST = 500;

    private final ProductStore store;

    ProductService(ProductStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    Page<Product> page(@Nullable String text, int limit, @Nullable String cursor) {
        Caller.require(Permission.READ);
        Cursor after = Cursor.decode(cursor, 2);
        String asked = text == null || text.isBlank() ? null : text.strip();
        return Page.cut(
                store.page(
                        asked,
                        limit + 1,
                        after == null ? null : after.values().get(0),
                        after == null ? null : after.values().get(1)),
                limit,
                product -> Cursor.of(product.name().toLowerCase(Locale.ROOT), product.id()));
    }

    @Transactional
    Product create(Patch wanted) {
        Caller.require(Permission.MANAGE_PIPELINES);
        Product created = applied(new Product(Ids.next(), "", null, null, null, null, true, 1), wanted);
        store.insert(created, null);
        return created;
    }

    @Transactional
    Product change(UUID id, @Nullable Integer version, Patch patch) {
        Caller.require(Permission.MANAGE_PIPELINES);
        Product now = found(id);
        Versions.check(version, now.version(), now);
        store.update(applied(now, patch));
        return found(id);
    }

    private Product found(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static Product applied(Product now, Patch patch) {
        patch.only(FIELDS);
        String name = patch.value("name", String.class, now.name());
        if (name == null || name.isBlank()) {
            throw new Problem(CommonProblem.INVALID).field("name", "common.required");
        }
        BigDecimal price = patch.value(
                "unitPrice", BigDecimal.class, now.unitPrice() == null ? null : new BigDecimal(now.unitPrice()));
        String currency = patch.value("currency", String.class, now.currency());
        return new Product(
                now.id(),
                References.text("name", name.strip(), LONGEST),
                patch.value("code", String.class, now.code()),
                patch.value("family", String.class, now.family()),
                Changes.plain(References.amount("unitPrice", price)),
                currency == null ? null : References.currency(currency, currency),
                Boolean.TRUE.equals(patch.value("active", Boolean.class, now.active())),
                now.version());
    }
}
