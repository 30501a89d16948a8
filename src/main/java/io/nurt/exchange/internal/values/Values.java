package io.nurt.exchange.internal.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one text as a value of a kind; null means that it is no such value. */
public final class Values {
    private Values() {}

    /** Also spreadsheets' day numbers and milliseconds since 1970, for columns known to hold dates. */
    public static @Nullable ParsedDate date(String text, DateOrder order) {
        String trimmed = Nothing.trim(text);
        ParsedDate date = Dates.parse(trimmed, order);
        if (date == null) date = Dates.epochMillis(trimmed);
        return date == null ? Dates.serial(trimmed) : date;
    }

    public static @Nullable ParsedNumber number(String text, NumberStyle style) {
        return Numbers.parse(Nothing.trim(text), style);
    }

    public static @Nullable Boolean truth(String text) {
        return Truths.parse(Nothing.trim(text));
    }

    /** The primary address first. */
    public static @Nullable List<String> emails(String text) {
        return Emails.parse(Nothing.trim(text));
    }

    /** ISO code of a currency written as sign or code. */
    public static @Nullable String currency(String text) {
        return Numbers.currency(Nothing.trim(text));
    }
}
