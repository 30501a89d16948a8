package io.nurt.exchange.internal.values;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without what people type differently: case, accents, spaces, punctuation. */
public final class Folding {
    private Folding() {}

    /** Lower case, without accents; ł and ß too, which Unicode does not decompose. */
    public static String fold(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) ascii = text.charAt(i) < 0x80;
        String lower = text.toLowerCase(Locale.ROOT);
        if (ascii) return lower;
        String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
            switch (c) {
                case 'ł' -> out.append('l');
                case 'ß' -> out.append("ss");
                case 'ø' -> out.append('o');
                case 'đ' -> out.append('d');
                case 'æ' -> out.append("ae");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Letters and digits only, folded; for text without any, the text itself. */
    public static String key(String text) {
        String folded = fold(text);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.isEmpty() ? folded.strip() : out.toString();
    }
}
