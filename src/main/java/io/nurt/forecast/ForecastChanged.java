package io.nurt.forecast;

import java.util.Locale;
import java.util.UUID;

/**
 * Something of the forecast is not as it was; published within the transaction of the change. It names no record and no
 * amount, for not everyone may see all of them: who shows such things reads them anew.
 */
public record ForecastChanged(UUID workspaceId, Part part) {
    public enum Part {
        /** Work in the background was asked for, has come further or has ended. */
        RUN,
        MODEL,
        OUTLOOK,
        RECORD,
        /** A commitment or call. */
        SAID,
        QUOTAS,
        /** Invoices or what came of them. */
        INVOICES,
        /** How won amounts are billed. */
        PLANS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
