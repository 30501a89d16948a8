package io.nurt.exchange.internal.mapping;

import io.nurt.exchange.internal.reading.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the writing system by headers that no other one has. */
final class Presets {
    private static final Pattern PIPEDRIVE = Pattern.compile("(?i)^(deal|organization|person|product) - .+");

    private Presets() {}

    static Preset of(List<Column> columns) {
        Set<String> keys = new HashSet<>();
        int prefixed = 0;
        boolean hubspot = false;
        boolean google = false;
        for (Column column : columns) {
            String header = column.header().strip();
            keys.add(Headers.key(header));
            if (PIPEDRIVE.matcher(header).matches()) prefixed++;
            String lower = header.toLowerCase(Locale.ROOT);
            hubspot |= lower.startsWith("property_") || Headers.stageOf(header) != null;
            google |= lower.equals("e-mail 1 - value");
        }
        if (google) return Preset.GOOGLE_CONTACTS;
        if (prefixed * 2 > columns.size()) return Preset.PIPEDRIVE;
        boolean deleted = keys.contains("isdeleted");
        if (keys.contains("systemmodstamp")
                || keys.contains("localesidkey")
                || deleted
                        && (keys.contains("stagename")
                                || keys.contains("masterrecordid")
                                || keys.contains("recordtypeid"))) {
            return Preset.SALESFORCE;
        }
        if (hubspot || keys.contains("recordid") || keys.contains("dealpipelineid")) return Preset.HUBSPOT;
        if (keys.contains("opportunityamount") || keys.contains("salesstage") && keys.contains("assignedto")) {
            return Preset.SUITECRM;
        }
        boolean zoho = keys.contains("potentialname")
                || keys.contains("accountownerid")
                || keys.contains("contactownerid")
                || keys.contains("productactive");
        return zoho ? Preset.ZOHO : Preset.GENERIC;
    }
}
