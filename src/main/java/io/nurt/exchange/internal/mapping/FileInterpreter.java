package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.reading.Column;
import io.nurt.exchange.internal.values.ColumnProfile;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.values.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes what a file is and what its columns are. */
public final class FileInterpreter {
    private static final Pattern DATE_WORDS = Pattern.compile("(?i)[_ ](date|at|time|on)$|^(data|date)[_ ]");
    private static final Pattern PREFIX = Pattern.compile("^(\\p{L}{1,3}_).+");

    private FileInterpreter() {}

    public static FileProposal propose(TableProfile table) {
        Map<TargetEntity, Double> scores = EntityScores.of(table);
        List<TargetEntity> ranked = EntityScores.ranked(scores);
        TargetEntity entity = ranked.isEmpty() ? null : ranked.get(0);
        double first = entity == null ? 0 : scores.getOrDefault(entity, 0.0);
        double second = ranked.size() < 2 ? 0 : scores.getOrDefault(ranked.get(1), 0.0);
        double confidence = first == 0 ? 0 : Math.min(1, first / 6) * (1 - 0.5 * second / first);
        return propose(table, entity, confidence, ranked.isEmpty() ? ranked : ranked.subList(1, ranked.size()));
    }

    /** The mapping when the user says what the file is. */
    public static FileProposal propose(TableProfile table, TargetEntity chosen) {
        return propose(table, chosen, 1, List.of());
    }

    private static FileProposal propose(
            TableProfile table, @Nullable TargetEntity entity, double confidence, List<TargetEntity> others) {
        List<ColumnMapping> columns = new ArrayList<>();
        Set<TargetField> taken = EnumSet.noneOf(TargetField.class);
        for (ColumnProfile column : table.columns()) columns.add(map(column, entity, taken));
        if (entity == TargetEntity.DEAL) stageDates(table, columns);
        if (entity != null) anyIdentifier(table, entity, columns);
        Preset preset = Presets.of(table.file().columns());
        return new FileProposal(
                table.file().name(),
                preset,
                entity,
                confidence,
                List.copyOf(others),
                List.copyOf(columns),
                filter(table, columns));
    }

    private static ColumnMapping map(ColumnProfile profile, @Nullable TargetEntity entity, Set<TargetField> taken) {
        Column column = profile.column();
        if (entity == null) return mapping(profile, null, null, 0);
        TargetField field = Headers.field(entity, column.header());
        if (field != null && fits(field, profile) && (taken.add(field) || field.repeatable())) {
            String stage = field == TargetField.DEAL_STAGE_ENTERED_AT ? Headers.stageOf(column.header()) : null;
            return mapping(profile, field, stage, profile.filled() == 0 ? 0.7 : 0.95);
        }
        TargetField custom = custom(entity);
        boolean empty = profile.type() == ValueType.EMPTY;
        return mapping(profile, empty ? null : custom, null, empty ? 0 : 0.4);
    }

    /** A header says one thing and the values another: then the values are right. */
    static boolean fits(TargetField field, ColumnProfile profile) {
        ValueType type = profile.type();
        if (type == ValueType.EMPTY) return true;
        return switch (field.kind()) {
            case DAY, MOMENT -> type.temporal() || type == ValueType.NUMBER;
            case MONEY, NUMBER -> type.numeric() || type == ValueType.BOOLEAN;
            case EMAILS -> type == ValueType.EMAIL || type == ValueType.TEXT || type == ValueType.CHOICE;
            default -> true;
        };
    }

    private static ColumnMapping mapping(
            ColumnProfile profile, @Nullable TargetField field, @Nullable String stage, double confidence) {
        CustomType type = field != null && field.kind() == TargetField.Kind.CUSTOM ? customType(profile.type()) : null;
        return new ColumnMapping(
                profile.column().index(),
                profile.column().name(),
                field,
                stage,
                type,
                profile.dateOrder(),
                profile.numberStyle(),
                BigDecimal.ONE,
                confidence,
                null);
    }

    private static CustomType customType(ValueType type) {
        return switch (type) {
            case NUMBER, MONEY, PERCENT -> CustomType.NUMBER;
            case DATE, DATE_TIME -> CustomType.DATE;
            case BOOLEAN -> CustomType.BOOLEAN;
            case CHOICE -> CustomType.CHOICE;
            default -> CustomType.TEXT;
        };
    }

    private static @Nullable TargetField custom(TargetEntity entity) {
        return switch (entity) {
            case COMPANY -> TargetField.COMPANY_CUSTOM;
            case CONTACT -> TargetField.CONTACT_CUSTOM;
            case PRODUCT -> TargetField.PRODUCT_CUSTOM;
            case DEAL -> TargetField.DEAL_CUSTOM;
            case PERSON, STAGE_HISTORY -> null;
        };
    }

    /** A date named like one of the stages, {@code engage_date} beside a stage {@code Engaging}, is when it was entered. */
    private static void stageDates(TableProfile table, List<ColumnMapping> columns) {
        Set<String> stages = new LinkedHashSet<>();
        for (ColumnMapping column : columns) {
            if (column.field() == TargetField.DEAL_STAGE) {
                stages.addAll(table.columns().get(column.column()).counts().keySet());
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnMapping column = columns.get(i);
            boolean free = column.field() == TargetField.DEAL_CUSTOM;
            if (!free || !table.columns().get(i).type().temporal()) continue;
            String word = Folding.key(DATE_WORDS.matcher(column.header()).replaceAll(""));
            for (String stage : stages) {
                int common = commonStart(word, Folding.key(stage));
                if (common < 5 || common * 10 < word.length() * 8) continue;
                columns.set(i, mapping(table.columns().get(i), TargetField.DEAL_STAGE_ENTERED_AT, stage, 0.8));
                break;
            }
        }
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }

    /** Without a known identifier, a column of unique values called something-id will do. */
    private static void anyIdentifier(TableProfile table, TargetEntity entity, List<ColumnMapping> columns) {
        TargetField id = TargetField.of(entity).stream()
                .filter(field -> field.kind() == TargetField.Kind.ID)
                .findFirst()
                .orElse(null);
        if (id == null || columns.stream().anyMatch(column -> column.field() == id)) return;
        for (int i = 0; i < columns.size(); i++) {
            ColumnProfile profile = table.columns().get(i);
            TargetField now = columns.get(i).field();
            boolean free = now == null || now.kind() == TargetField.Kind.CUSTOM;
            if (free
                    && profile.unique()
                    && profile.empty() == 0
                    && Headers.key(columns.get(i).header()).endsWith("id")) {
                columns.set(i, mapping(profile, id, null, 0.5));
                return;
            }
        }
    }

    /** {@code A_SUBMITTED, O_SENT}: a log of several things; the kind that comes first is the process itself. */
    private static @Nullable PrefixFilter filter(TableProfile table, List<ColumnMapping> columns) {
        for (ColumnMapping column : columns) {
            if (column.field() != TargetField.HISTORY_STAGE) continue;
            ColumnProfile profile = table.columns().get(column.column());
            Set<String> prefixes = new LinkedHashSet<>();
            for (String value : profile.sample()) addPrefix(prefixes, value);
            for (String value : profile.counts().keySet()) {
                if (!addPrefix(prefixes, value)) return null;
            }
            return prefixes.size() < 2 || !profile.complete()
                    ? null
                    : new PrefixFilter(column.column(), prefixes.iterator().next());
        }
        return null;
    }

    private static boolean addPrefix(Set<String> prefixes, String value) {
        var matcher = PREFIX.matcher(value);
        if (!matcher.matches()) return false;
        prefixes.add(matcher.group(1));
        return true;
    }
}
