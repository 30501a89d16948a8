package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.values.ColumnProfile;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.TableProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well the columns and the name of a file fit each entity. */
final class EntityScores {
    private static final Map<TargetField, Double> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(TargetField.DEAL_STAGE, 3.0),
            Map.entry(TargetField.DEAL_CLOSE_DATE, 1.5),
            Map.entry(TargetField.DEAL_EXPECTED_CLOSE, 1.5),
            Map.entry(TargetField.DEAL_LOST_REASON, 2.0),
            Map.entry(TargetField.COMPANY_INDUSTRY, 2.0),
            Map.entry(TargetField.COMPANY_EMPLOYEES, 2.0),
            Map.entry(TargetField.COMPANY_TAX_NUMBER, 2.0),
            Map.entry(TargetField.PRODUCT_UNIT_PRICE, 2.0),
            Map.entry(TargetField.PRODUCT_CODE, 2.0),
            Map.entry(TargetField.PERSON_MANAGER, 2.0),
            Map.entry(TargetField.PERSON_OFFICE, 2.0),
            Map.entry(TargetField.CONTACT_LAST_NAME, 2.0),
            Map.entry(TargetField.CONTACT_TITLE, 1.5),
            Map.entry(TargetField.HISTORY_DEAL, 2.0),
            Map.entry(TargetField.HISTORY_STAGE, 2.0),
            Map.entry(TargetField.HISTORY_AT, 1.5)));

    /** Headers that only files of other kinds have: leads, activities, documents, support cases. */
    private static final Set<String> FOREIGN = Set.of(
            "leadstatus",
            "leadowner",
            "isconverted",
            "budgetedcost",
            "caseorigin",
            "casenumber",
            "contractnumber",
            "quoteid",
            "quotestage",
            "invoicenumber",
            "invoiceid",
            "salesorderid",
            "taskowner",
            "calltype",
            "eventowner",
            "leadfirstname",
            "tasksubtype",
            "opportunitylineitemid",
            "pricebookentryid",
            "ordernumber",
            "activitydatetime",
            "ticketid",
            "fieldhistorytype");

    private static final Map<TargetEntity, List<String>> FILE_NAMES = Map.of(
            TargetEntity.COMPANY, List.of("account", "compan", "organi", "firm", "kontrahen", "klien"),
            TargetEntity.CONTACT, List.of("contact", "kontakt", "people", "person", "osob"),
            TargetEntity.PRODUCT, List.of("product", "produkt"),
            TargetEntity.PERSON, List.of("user", "team", "owner", "agent", "zespol", "handlowc", "pracowni"),
            TargetEntity.DEAL, List.of("deal", "opportunit", "potential", "pipeline", "szans", "lejek"),
            TargetEntity.STAGE_HISTORY, List.of("history", "histor", "event"));

    private EntityScores() {}

    static Map<TargetEntity, Double> of(TableProfile table) {
        Map<TargetEntity, Double> scores = new EnumMap<>(TargetEntity.class);
        for (ColumnProfile column : table.columns()) {
            // As written: a custom field of a deal may be called like the number of an order.
            if (FOREIGN.contains(Folding.key(column.column().header()))) return scores;
        }
        String name = Folding.key(table.file().name());
        for (TargetEntity entity : TargetEntity.values()) {
            Double score = score(entity, table.columns());
            if (score == null) continue;
            boolean named = FILE_NAMES.getOrDefault(entity, List.of()).stream().anyMatch(name::contains);
            scores.put(entity, score + (named ? 3 : 0));
        }
        return scores;
    }

    private static @Nullable Double score(TargetEntity entity, List<ColumnProfile> columns) {
        Set<TargetField> found = EnumSet.noneOf(TargetField.class);
        double score = 0;
        boolean repeatedId = false;
        for (ColumnProfile column : columns) {
            TargetField field = Headers.field(entity, column.column().header());
            if (field == null || field.entity() == null || !FileInterpreter.fits(field, column) || !found.add(field)) {
                continue;
            }
            boolean id = field.kind() == TargetField.Kind.ID;
            // An identifier on several rows identifies something else than the row.
            if (id && column.complete() && column.filled() > column.counts().size()) repeatedId = true;
            if (field == TargetField.HISTORY_DEAL && column.unique() && column.filled() > 1) return null;
            score += id ? 0.5 : WEIGHTS.getOrDefault(field, 1.0);
        }
        if (repeatedId && !found.contains(nameOf(entity))) score -= 4;
        return complete(entity, found) && score > 0 ? score : null;
    }

    private static TargetField nameOf(TargetEntity entity) {
        return switch (entity) {
            case COMPANY -> TargetField.COMPANY_NAME;
            case CONTACT -> TargetField.CONTACT_LAST_NAME;
            case PRODUCT -> TargetField.PRODUCT_NAME;
            case PERSON -> TargetField.PERSON_NAME;
            case DEAL -> TargetField.DEAL_TITLE;
            case STAGE_HISTORY -> TargetField.HISTORY_STAGE;
        };
    }

    /** Without these a row of the entity could not be made. */
    private static boolean complete(TargetEntity entity, Set<TargetField> found) {
        return switch (entity) {
            case COMPANY, PRODUCT -> found.contains(nameOf(entity));
            case CONTACT ->
                found.contains(TargetField.CONTACT_LAST_NAME)
                        || found.contains(TargetField.CONTACT_FULL_NAME)
                        || found.contains(TargetField.CONTACT_EMAILS);
            case PERSON ->
                found.contains(TargetField.PERSON_NAME)
                        || found.contains(TargetField.PERSON_LAST_NAME)
                        || found.contains(TargetField.PERSON_EMAIL);
            case DEAL ->
                (found.contains(TargetField.DEAL_TITLE) || found.contains(TargetField.DEAL_ID))
                        && (found.contains(TargetField.DEAL_STAGE)
                                || found.contains(TargetField.DEAL_STATUS)
                                || found.contains(TargetField.DEAL_AMOUNT));
            case STAGE_HISTORY ->
                found.contains(TargetField.HISTORY_DEAL)
                        && found.contains(TargetField.HISTORY_STAGE)
                        && found.contains(TargetField.HISTORY_AT);
        };
    }

    static List<TargetEntity> ranked(Map<TargetEntity, Double> scores) {
        List<TargetEntity> ranked = new ArrayList<>(scores.keySet());
        ranked.sort((a, b) -> Double.compare(scores.getOrDefault(b, 0.0), scores.getOrDefault(a, 0.0)));
        return ranked;
    }
}
