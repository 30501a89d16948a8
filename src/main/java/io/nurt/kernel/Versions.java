package io.nurt.kernel;

import org.jspecify.annotations.Nullable;

/** Record versions as entity tags: {@code "v7"}. */
public final class Versions {
    private Versions() {}

    public static String etag(int version) {
        return "\"v" + version + "\"";
    }

    /**
     * The version a request expects, from its If-Match header; null for {@code *} or no header, which mean "whatever it is".
     *
     * @throws Problem {@link CommonProblem#UNREADABLE} for a tag that Nurt did not give out
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return null;
        }
        String tag = ifMatch.trim().replaceFirst("^W/", "");
        if (!tag.matches("\"v\\d{1,9}\"")) {
            throw new Problem(CommonProblem.UNREADABLE);
        }
        return Integer.valueOf(tag.substring(2, tag.length() - 1));
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
