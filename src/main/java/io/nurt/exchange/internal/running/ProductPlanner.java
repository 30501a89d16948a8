package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.pipeline.PipelineSetup.NewProduct;
import io.nurt.pipeline.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products: one that is known by identifier, code or name becomes what the file says of it, and keeps what the file does not
 * mention. A row that says what it said last time changes nothing, so that prices people corrected since stay.
 */
final class ProductPlanner implements Planner {
    private static final int PORTION = 1_000;

    private final RunContext context;
    private final ProductBook book;
    private final Map<UUID, Named> named = new HashMap<>();

    /** What the last row about a product called it, besides its name: a name alone is not enough to take another for it. */
    private record Named(List<String> called, long line) {}

    ProductPlanner(RunContext context, ProductBook book) {
        this.context = context;
        this.book = book;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        String id = row.text(TargetField.PRODUCT_ID);
        String name = row.text(TargetField.PRODUCT_NAME);
        return id != null
                ? RowKey.id(id)
                : name == null ? null : RowKey.name(name, name.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public List<Effect> take(List<SourceRow> rows) {
        List<String> asked = new ArrayList<>();
        for (SourceRow source : rows) {
            asked.addAll(names(source.read()));
        }
        book.ask(asked);
        List<Effect> effects = new ArrayList<>(rows.size());
        for (SourceRow source : rows) {
            try {
                effects.add(effect(source.read()));
            } catch (Cells.Refused refused) {
                effects.add(Effect.refused(refused.refusal()));
            }
        }
        return effects;
    }

    private static List<String> names(InterpretedRow row) {
        return Stream.of(
                        row.text(TargetField.PRODUCT_ID),
                        row.text(TargetField.PRODUCT_CODE),
                        row.text(TargetField.PRODUCT_NAME))
                .filter(Objects::nonNull)
                .toList();
    }

    private Effect effect(InterpretedRow row) {
        String name = Cells.line(row, TargetField.PRODUCT_NAME, Cells.LINE);
        if (name == null) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.PRODUCT_NAME)));
        }
        String id = row.text(TargetField.PRODUCT_ID);
        String code = Cells.line(row, TargetField.PRODUCT_CODE, Cells.LINE);
        List<String> called = id == null && code == null
                ? List.of(name)
                : Stream.of(id, code).filter(Objects::nonNull).toList();
        String hash = Cells.hash(row);
        UUID known = known(id, code, name);
        Named earlier = known == null ? null : named.get(known);
        if (earlier != null && !earlier.called.equals(called)) {
            throw new Cells.Refused(RefusalReason.DUPLICATE_NAME.with(name, earlier.line));
        }
        if (known == null) {
            known = book.add(
                    new NewProduct(name, code, family(row), price(row), price(row) == null ? null : currency(row)),
                    row.first(TargetField.PRODUCT_ACTIVE) != Boolean.FALSE,
                    called,
                    hash);
            named.put(known, new Named(called, row.line()));
            return Effect.created(name);
        }
        named.put(known, new Named(called, row.line()));
        if (book.saysTheSame(called, hash)) {
            return Effect.unchanged(name);
        }
        boolean changed = book.change(known, now -> after(now, row, name, code), called, hash);
        return changed ? Effect.updated(name) : Effect.unchanged(name);
    }

    private @Nullable UUID known(@Nullable String id, @Nullable String code, String name) {
        UUID known = id == null ? null : book.byId(id);
        if (known == null && code != null) {
            known = book.find(code);
        }
        return known == null ? book.find(name) : known;
    }

    private Product after(Product now, InterpretedRow row, String name, @Nullable String code) {
        String family = family(row);
        BigDecimal price = price(row);
        boolean samePrice = price == null
                || now.unitPrice() != null
                        && new BigDecimal(now.unitPrice()).compareTo(price) == 0
                        && currency(row).equals(now.currency());
        boolean sameName = name.equalsIgnoreCase(now.name());
        return new Product(
                now.id(),
                sameName ? now.name() : name,
                code == null ? now.code() : code,
                family == null ? now.family() : family,
                samePrice
                        ? now.unitPrice()
                        : Objects.requireNonNull(price).stripTrailingZeros().toPlainString(),
                samePrice ? now.currency() : currency(row),
                row.first(TargetField.PRODUCT_ACTIVE) instanceof Boolean active ? active : now.active(),
                now.version());
    }

    private static @Nullable String family(InterpretedRow row) {
        return Cells.line(row, TargetField.PRODUCT_FAMILY, Cells.LINE);
    }

    private static @Nullable BigDecimal price(InterpretedRow row) {
        return Cells.money(row, TargetField.PRODUCT_UNIT_PRICE);
    }

    private String currency(InterpretedRow row) {
        String currency = row.text(TargetField.PRODUCT_CURRENCY);
        String sign = Cells.currencySign(row, TargetField.PRODUCT_UNIT_PRICE);
        return currency != null ? currency : sign != null ? sign : context.currency();
    }

    @Override
    public void committed() {
        book.committed();
    }

    @Override
    public void rolledBack() {
        book.rolledBack();
    }
}
