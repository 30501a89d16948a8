package io.nurt.exchange.internal.values;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no as systems write them. */
final class Truths {
    private static final Set<String> YES = Set.of("true", "yes", "tak", "y", "t", "1", "prawda", "x");
    private static final Set<String> NO = Set.of("false", "no", "nie", "n", "f", "0", "falsz");

    private Truths() {}

    static @Nullable Boolean parse(String text) {
        if (text.length() > 6) return null;
        String folded = Folding.fold(text.strip());
        if (YES.contains(folded)) return true;
        return NO.contains(folded) ? false : null;
    }
}
