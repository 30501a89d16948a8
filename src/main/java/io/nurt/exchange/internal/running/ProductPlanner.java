package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.pipeline.PipelineSetup.NewProduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products: one that is known by identifier, code or name stays as it is, for people keep the price list. */
final class ProductPlanner implements Planner {
    private static final int PORTION = 1_000;

    private final RunContext context;
    private final ProductBook book;

    ProductPlanner(RunContext context, ProductBook book) {
        this.context = context;
        this.book = book;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable String key(InterpretedRow row) {
        String id = row.text(TargetField.PRODUCT_ID);
        String name = row.text(TargetField.PRODUCT_NAME);
        return id != null ? "id:" + id : name == null ? null : "name:" + name.toLowerCase(java.util.Locale.ROOT);
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
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(Cells.label(TargetField.PRODUCT_NAME)));
        }
        String id = row.text(TargetField.PRODUCT_ID);
        String code = Cells.line(row, TargetField.PRODUCT_CODE, Cells.LINE);
        List<String> calledToo = Stream.of(id, code).filter(Objects::nonNull).toList();
        UUID known = id == null ? null : book.byId(id);
        if (known == null && code != null) {
            known = book.byId(code);
        }
        if (known == null) {
            known = book.byName(name);
        }
        if (known != null) {
            UUID found = known;
            calledToo.forEach(other -> book.called(other, found));
            return Effect.unchanged(name);
        }
        BigDecimal price = Cells.money(row, TargetField.PRODUCT_UNIT_PRICE);
        String currency = row.text(TargetField.PRODUCT_CURRENCY);
        String sign = Cells.currencySign(row, TargetField.PRODUCT_UNIT_PRICE);
        String priced = currency != null ? currency : sign != null ? sign : context.currency();
        book.add(
                new NewProduct(
                        name,
                        code,
                        Cells.line(row, TargetField.PRODUCT_FAMILY, Cells.LINE),
                        price,
                        price == null ? null : priced),
                calledToo);
        return Effect.created(name);
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
