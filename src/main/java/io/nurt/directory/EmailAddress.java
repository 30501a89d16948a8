package io.nurt.directory;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as people have them: a local part of words joined by single dots and a domain name of at least two
 * labels. What the mail standards allow beyond that (quoted local parts, comments, folded white space, domain literals, a bare
 * top-level domain) is refused: in a sales system it is a typing mistake. Letters of any script are accepted.
 *
 * @param value as entered, without the white space around it and a leading {@code mailto:}
 * @param key lower case, what addresses are compared by
 */
public record EmailAddress(String value, String key) {
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(WORD + "(\\." + WORD + ")*");
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LOCAL_LIMIT = 64;
    private static final int LABEL_LIMIT = 63;
    private static final int LIMIT = 254;

    /** @throws RefusedValue {@code directory.email-unreadable} */
    public static EmailAddress of(String text) {
        String value = text.strip();
        if (value.regionMatches(true, 0, "mailto:", 0, 7)) {
            value = value.substring(7);
        }
        int at = value.lastIndexOf('@');
        if (at < 1
                || value.length() > LIMIT
                || !isLocal(value.substring(0, at))
                || !isDomain(value.substring(at + 1))) {
            throw new RefusedValue("directory.email-unreadable", text.strip());
        }
        return new EmailAddress(value, value.toLowerCase(Locale.ROOT));
    }

    /** The part after the at sign, lower case. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    private static boolean isLocal(String local) {
        return local.length() <= LOCAL_LIMIT && LOCAL.matcher(local).matches();
    }

    /** Whether it is a domain name of at least two labels. */
    static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches() || asciiLength(label) > LABEL_LIMIT) {
                return false;
            }
        }
        return labels.length >= 2
                && domain.length() <= 253
                && !DIGITS.matcher(labels[labels.length - 1]).matches();
    }

    private static int asciiLength(String label) {
        try {
            return IDN.toASCII(label).length();
        } catch (IllegalArgumentException tooLong) {
            return Integer.MAX_VALUE;
        }
    }
}
