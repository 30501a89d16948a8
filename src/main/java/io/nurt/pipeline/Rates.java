package io.nurt.pipeline;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Converts sums per currency to the workspace's currency inside a statement. */
final class Rates {
    /** The rate of a currency, null when there is none; {@code %s} is the column. */
    static final String SQL =
            "(select r.rate from unnest(cast(:currencies as text[]), cast(:rates as numeric[])) as r (currency, rate)"
                    + " where r.currency = %s)";

    private Rates() {}

    static Map<String, Object> parameters(Setup setup) {
        Map<String, BigDecimal> rates = new HashMap<>(setup.rates());
        rates.put(setup.currency(), BigDecimal.ONE);
        String[] currencies = rates.keySet().toArray(String[]::new);
        BigDecimal[] values = new BigDecimal[currencies.length];
        for (int i = 0; i < currencies.length; i++) {
            values[i] = rates.getOrDefault(currencies[i], BigDecimal.ONE);
        }
        return Map.of("currencies", currencies, "rates", values);
    }
}
