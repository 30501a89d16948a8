package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.values.ColumnProfile;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.TableProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds which columns of several files refer to rows of the others, by the values they share. */
public final class Relations {
    private static final double ENOUGH = 0.5;

    private Relations() {}

    /** @param tables in the same order as the proposals */
    public static List<Relation> between(List<FileProposal> proposals, List<TableProfile> tables) {
        List<Relation> relations = new ArrayList<>();
        for (int from = 0; from < proposals.size(); from++) {
            for (ColumnMapping column : proposals.get(from).columns()) {
                TargetField field = column.field();
                TargetEntity wanted = field == null ? null : field.refersTo();
                if (wanted == null) continue;
                Relation best = best(from, column, wanted, proposals, tables);
                if (best != null) relations.add(best);
            }
        }
        return List.copyOf(relations);
    }

    private static @Nullable Relation best(
            int from,
            ColumnMapping column,
            TargetEntity wanted,
            List<FileProposal> proposals,
            List<TableProfile> tables) {
        ColumnProfile values = tables.get(from).columns().get(column.column());
        Relation best = null;
        for (int to = 0; to < proposals.size(); to++) {
            if (proposals.get(to).entity() != wanted) continue;
            for (ColumnMapping target : proposals.get(to).columns()) {
                if (!identifies(target.field()) || from == to && target.column() == column.column()) continue;
                ColumnProfile keys = tables.get(to).columns().get(target.column());
                Relation found = relation(
                        proposals.get(from).file(),
                        column,
                        values,
                        proposals.get(to).file(),
                        target,
                        keys);
                if (found != null && (best == null || found.overlap() > best.overlap())) best = found;
            }
        }
        return best;
    }

    private static boolean identifies(@Nullable TargetField field) {
        if (field == null) return false;
        return switch (field) {
            case COMPANY_NAME,
                    CONTACT_FULL_NAME,
                    PRODUCT_NAME,
                    PRODUCT_CODE,
                    PERSON_NAME,
                    PERSON_LAST_NAME,
                    PERSON_EMAIL,
                    DEAL_TITLE,
                    PERSON_MANAGER -> true;
            default -> field.kind() == TargetField.Kind.ID;
        };
    }

    private static @Nullable Relation relation(
            String fromFile,
            ColumnMapping column,
            ColumnProfile values,
            String toFile,
            ColumnMapping target,
            ColumnProfile keys) {
        if (values.counts().isEmpty() || keys.counts().isEmpty()) return null;
        Set<String> known = new HashSet<>();
        keys.counts().keySet().forEach(key -> known.add(Folding.key(key)));
        int found = 0;
        List<String> missing = new ArrayList<>();
        for (String value : values.counts().keySet()) {
            if (known.contains(Folding.key(value))) found++;
            else if (missing.size() < 20) missing.add(value);
        }
        double overlap = (double) found / values.counts().size();
        return overlap < ENOUGH
                ? null
                : new Relation(fromFile, column.column(), toFile, target.column(), overlap, missing);
    }
}
