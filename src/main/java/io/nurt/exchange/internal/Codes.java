package io.nurt.exchange.internal;

import java.util.Locale;

/** How the constants of an enum are written in JSON: {@code DEAL_ID} is {@code deal_id}. */
public final class Codes {
    private Codes() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads either case: imports kept by earlier versions have capitals.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static <E extends Enum<E>> E read(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
