package io.nurt.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Record versions as entity tags: {@code "v7"}. */
public final class Versions {
    /** The number alone stands in the records themselves; who writes it into the header means the same. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?v?(\\d{1,9})\"?");

    private Versions() {}

    public static String etag(int version) {
        return "\"v" + version + "\"";
    }

    /**
     * The version a request expects, from its If-Match header, as a tag or as the number that a record tells; null for
     * {@code *} or no header, which mean "whatever it is".
     *
     * @throws Problem {@link CommonProblem#UNREADABLE} for a tag that Nurt did not give out
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        if (!tag.matches()) {
            throw new Problem(CommonProblem.UNREADABLE);
        }
        return Integer.valueOf(tag.group(1));
    }

    /**
     * Checks the version a request expects against the one stored.
     *
     * @throws Problem {@link CommonProblem#CHANGED_MEANWHILE} with {@code current}, when they differ
     */
    public static void check(@Nullable Integer expected, int stored, Object current) {
        if (expected != null && expected != stored) {
            throw new Problem(CommonProblem.CHANGED_MEANWHILE).with("current", current);
        }
    }
}
