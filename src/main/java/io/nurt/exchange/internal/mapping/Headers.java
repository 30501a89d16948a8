package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.values.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that systems and people give to fields, from {@code headers.properties}. */
final class Headers {
    private static final Pattern STAGE_DATE =
            Pattern.compile("(?i)^date (?:entered|of entering) [\"']?(.+?)(?: \\([^()]*\\))?[\"']?$");
    private static final Pattern GOOGLE_MANY = Pattern.compile("(?i)^(e-mail|phone) \\d+ - value$");

    private static final Map<TargetEntity, Map<String, TargetField>> NAMES = load();

    private Headers() {}

    private static Map<TargetEntity, Map<String, TargetField>> load() {
        Map<TargetEntity, Map<String, TargetField>> names = new HashMap<>();
        for (TargetEntity entity : TargetEntity.values()) names.put(entity, new HashMap<>());
        Properties properties = HeaderFile.read();
        for (TargetField field : TargetField.values()) {
            String words = properties.getProperty(field.name(), "");
            for (String word : words.split("\\|")) {
                String key = Folding.key(word.strip());
                if (key.isEmpty()) continue;
                if (field.entity() != null) {
                    names.getOrDefault(field.entity(), Map.of()).putIfAbsent(key, field);
                } else {
                    names.values().forEach(map -> map.putIfAbsent(key, field));
                }
            }
        }
        return names;
    }

    /** Without the prefixes and suffixes that systems put around every header. */
    static String key(String header) {
        String name = header.strip();
        int dash = name.indexOf(" - ");
        if (dash > 0 && !GOOGLE_MANY.matcher(name).matches()) {
            String prefix = Folding.key(name.substring(0, dash));
            if (List.of("deal", "organization", "person", "product", "szansa", "organizacja", "osoba", "produkt")
                    .contains(prefix)) name = name.substring(dash + 3);
        }
        if (name.toLowerCase(Locale.ROOT).startsWith("property_")) name = name.substring(9);
        if (name.endsWith("__c")) name = name.substring(0, name.length() - 3);
        return Folding.key(name);
    }

    static @Nullable TargetField field(TargetEntity entity, String header) {
        if (GOOGLE_MANY.matcher(header.strip()).matches() && entity == TargetEntity.CONTACT) {
            return header.strip().toLowerCase(Locale.ROOT).startsWith("e")
                    ? TargetField.CONTACT_EMAILS
                    : TargetField.CONTACT_PHONES;
        }
        if (entity == TargetEntity.DEAL && stageOf(header) != null) return TargetField.DEAL_STAGE_ENTERED_AT;
        return NAMES.getOrDefault(entity, Map.of()).get(key(header));
    }

    /** HubSpot's {@code Date entered "Appointment Scheduled (Sales Pipeline)"}. */
    static @Nullable String stageOf(String header) {
        Matcher matcher = STAGE_DATE.matcher(header.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }
}
