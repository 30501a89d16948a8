package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.PrefixFilter;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.values.DateOrder;
import io.nurt.exchange.internal.values.NumberStyle;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Changes a mapping as the user says: columns are named by their index, the others stay. */
final class MappingPatch {
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final ObjectMapper json;

    MappingPatch(ObjectMapper json) {
        this.json = json;
    }

    FileProposal apply(FileProposal now, JsonNode body) {
        Patch patch = new Patch(body, json).only(Set.of("columns", "filter"));
        List<ColumnMapping> columns = new ArrayList<>(now.columns());
        patch.node("columns").ifPresent(given -> {
            for (JsonNode column : given) {
                change(now, columns, column);
            }
        });
        once(columns);
        PrefixFilter filter = patch.read("filter", node -> json.treeToValue(node, PrefixFilter.class), now.filter());
        if (filter != null && (filter.column() < 0 || filter.column() >= columns.size() || filter.prefix() == null)) {
            throw new Problem(CommonProblem.INVALID).field("mapping.filter", "common.wrong-type");
        }
        return new FileProposal(
                now.file(), now.preset(), now.entity(), now.confidence(), now.alternatives(), columns, filter);
    }

    private void change(FileProposal file, List<ColumnMapping> columns, JsonNode body) {
        Patch patch = new Patch(body, json);
        Integer index = patch.value("column", Integer.class, null);
        if (index == null || index < 0 || index >= columns.size()) {
            throw new Problem(CommonProblem.INVALID).field("mapping.columns", "exchange.no-such-column");
        }
        ColumnMapping now = columns.get(index);
        TargetField field = patch.value("field", TargetField.class, now.field());
        if (field != null && field.entity() != null && field.entity() != file.entity()) {
            throw new Problem(CommonProblem.INVALID)
                    .field("mapping.columns[" + index + "]", "exchange.field-elsewhere");
        }
        boolean custom = field != null && field.kind() == TargetField.Kind.CUSTOM;
        CustomType type = patch.value("customType", CustomType.class, now.customType());
        BigDecimal factor = patch.value("factor", BigDecimal.class, now.factor());
        if (factor == null || factor.signum() <= 0 || factor.compareTo(MOST) > 0) {
            throw new Problem(CommonProblem.INVALID)
                    .field("mapping.columns[" + index + "].factor", "common.wrong-type");
        }
        columns.set(
                index,
                new ColumnMapping(
                        index,
                        now.header(),
                        field,
                        field == TargetField.DEAL_STAGE_ENTERED_AT ? stage(patch, now) : null,
                        custom ? Objects.requireNonNullElse(type, CustomType.TEXT) : null,
                        orNow(patch.value("dateOrder", DateOrder.class, now.dateOrder()), now.dateOrder()),
                        orNow(patch.value("numberStyle", NumberStyle.class, now.numberStyle()), now.numberStyle()),
                        factor,
                        patch.has("field") ? 1 : now.confidence(),
                        field == TargetField.DEAL_AMOUNT
                                ? patch.value("knownFromStart", Boolean.class, now.knownFromStart())
                                : null));
    }

    private static String stage(Patch patch, ColumnMapping now) {
        String stage = patch.value("stage", String.class, now.stage());
        return stage == null || stage.isBlank() ? now.header() : stage.strip();
    }

    private static <T> T orNow(@Nullable T given, T now) {
        return given == null ? now : given;
    }

    /** A field that has one value is taken from one column. */
    private static void once(List<ColumnMapping> columns) {
        Set<TargetField> taken = new HashSet<>();
        for (ColumnMapping column : columns) {
            TargetField field = column.field();
            if (field != null && !field.repeatable() && !taken.add(field)) {
                throw new Problem(CommonProblem.INVALID)
                        .field("mapping.columns[" + column.column() + "]", "exchange.field-twice");
            }
        }
    }
}
