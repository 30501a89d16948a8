package io.nurt.forecast.internal.billing;

/** Conversion inside a statement; the workspace's currency is bound to {@code :home}. */
final class RateSql {
    private RateSql() {}

    /** What one unit of a currency is worth on a day; null where no rate is known by then. */
    static String on(String currency, String day) {
        return """
                (case when %1$s = :home then 1 else (select x.rate from nurt.exchange_rate x
                    where x.currency = %1$s and x.valid_from <= %2$s order by x.valid_from desc limit 1) end)
                """.formatted(currency, day.startsWith(":") ? "cast(" + day + " as date)" : day);
    }
}
