package io.nurt.directory;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The country that a workspace's time zone tells: whose telephone and tax numbers are written without a prefix. */
public final class HomeCountry {
    private static final Map<String, String> CITIES = Map.ofEntries(
            Map.entry("warsaw", "PL"),
            Map.entry("poland", "PL"),
            Map.entry("berlin", "DE"),
            Map.entry("busingen", "DE"),
            Map.entry("vienna", "AT"),
            Map.entry("zurich", "CH"),
            Map.entry("prague", "CZ"),
            Map.entry("bratislava", "SK"),
            Map.entry("budapest", "HU"),
            Map.entry("vilnius", "LT"),
            Map.entry("riga", "LV"),
            Map.entry("tallinn", "EE"),
            Map.entry("kiev", "UA"),
            Map.entry("kyiv", "UA"),
            Map.entry("london", "GB"),
            Map.entry("belfast", "GB"),
            Map.entry("dublin", "IE"),
            Map.entry("paris", "FR"),
            Map.entry("brussels", "BE"),
            Map.entry("amsterdam", "NL"),
            Map.entry("luxembourg", "LU"),
            Map.entry("madrid", "ES"),
            Map.entry("lisbon", "PT"),
            Map.entry("rome", "IT"),
            Map.entry("malta", "MT"),
            Map.entry("athens", "GR"),
            Map.entry("nicosia", "CY"),
            Map.entry("sofia", "BG"),
            Map.entry("bucharest", "RO"),
            Map.entry("zagreb", "HR"),
            Map.entry("ljubljana", "SI"),
            Map.entry("belgrade", "RS"),
            Map.entry("copenhagen", "DK"),
            Map.entry("stockholm", "SE"),
            Map.entry("oslo", "NO"),
            Map.entry("helsinki", "FI"),
            Map.entry("reykjavik", "IS"),
            Map.entry("istanbul", "TR"),
            Map.entry("new_york", "US"),
            Map.entry("chicago", "US"),
            Map.entry("denver", "US"),
            Map.entry("los_angeles", "US"),
            Map.entry("phoenix", "US"),
            Map.entry("detroit", "US"),
            Map.entry("anchorage", "US"),
            Map.entry("honolulu", "US"),
            Map.entry("toronto", "CA"),
            Map.entry("vancouver", "CA"),
            Map.entry("montreal", "CA"),
            Map.entry("mexico_city", "MX"),
            Map.entry("sao_paulo", "BR"),
            Map.entry("buenos_aires", "AR"),
            Map.entry("sydney", "AU"),
            Map.entry("melbourne", "AU"),
            Map.entry("auckland", "NZ"),
            Map.entry("tokyo", "JP"),
            Map.entry("seoul", "KR"),
            Map.entry("shanghai", "CN"),
            Map.entry("singapore", "SG"),
            Map.entry("kolkata", "IN"),
            Map.entry("calcutta", "IN"),
            Map.entry("dubai", "AE"),
            Map.entry("jerusalem", "IL"),
            Map.entry("johannesburg", "ZA"));

    private HomeCountry() {}

    /** The ISO 3166 code; null where the zone tells no country, such as {@code UTC}. */
    public static @Nullable String ofZone(String zone) {
        String city = zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return CITIES.get(city);
    }
}
