package io.nurt.exchange.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One or several addresses in a cell: joined by {@code :::}, {@code ;}, comma or line end; {@code * } marks the primary. */
final class Emails {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?::::|[;,\\r\\n])\\s*");
    private static final Pattern NAMED = Pattern.compile("^[^<>]*<([^<>]+)>$");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>(),;:\\\\\"\\[\\]]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,252})");

    private Emails() {}

    /** @return the primary first, without repetitions; null when a part is no address */
    static @Nullable List<String> parse(String text) {
        if (text.indexOf('@') < 0) return null;
        List<String> addresses = new ArrayList<>();
        for (String part : BETWEEN.split(text.strip())) {
            if (part.isEmpty()) continue;
            boolean primary = part.startsWith("*");
            String address = primary ? part.substring(1).strip() : part;
            if (address.startsWith("mailto:")) address = address.substring(7);
            var named = NAMED.matcher(address);
            if (named.matches()) address = named.group(1).strip();
            if (!isAddress(address)) return null;
            if (addresses.stream().anyMatch(address::equalsIgnoreCase)) continue;
            addresses.add(primary ? 0 : addresses.size(), address);
        }
        return addresses.isEmpty() ? null : addresses;
    }

    static boolean isAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) return false;
        String local = text.substring(0, text.indexOf('@'));
        String domain = text.substring(text.indexOf('@') + 1);
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !text.contains("..")
                && domain.indexOf('.') > 0
                && !domain.endsWith(".")
                && !domain.endsWith("-");
    }
}
