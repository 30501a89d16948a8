package io.nurt.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What names are compared by: lower case, without accents (ł and ß too), words separated by one space, and for companies
 * without the legal form at the end. {@code ZAKŁADY „ŁUCZNIK” Sp. z o.o.} and {@code Zaklady Lucznik} have the same key.
 */
public final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['’`](?=\\p{L})");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Longest first: a form that ends with another must be tried before it. */
    private static final List<List<String>> FORMS = """
            spolka z ograniczona odpowiedzialnoscia spolka komandytowa
            spolka z ograniczona odpowiedzialnoscia
            sp z o o spolka komandytowa
            spolka komandytowo akcyjna
            spolka z o o
            spolka jawna
            spolka cywilna
            spolka akcyjna
            spolka komandytowa
            spolka partnerska
            prosta spolka akcyjna
            sp z o o sp k
            sp z oo sp k
            sp zoo sp k
            sp z o o
            sp z oo
            sp zo o
            sp zoo
            spzoo
            z o o
            sp j
            spj
            sp k
            spk
            s k a
            ska
            sp p
            p s a
            psa
            s c
            sc
            s a
            sa
            gmbh co kg
            gmbh
            co kg
            kgaa
            kg
            ag
            ug
            e k
            ek
            e v
            ev
            ohg
            se
            ltd
            limited
            pty ltd
            co ltd
            l l c
            llc
            l l p
            llp
            plc
            inc
            incorporated
            corp
            corporation
            company
            co
            s r o
            sro
            a s
            b v
            bv
            n v
            nv
            oyj
            oy
            ab
            aps
            s r l
            srl
            s p a
            spa
            s l
            sl
            sarl
            s a r l
            s a s
            sas
            d o o
            doo
            kft
            zrt
            uab
            sia
            ou
            ood
            eood
            """.lines()
            .map(line -> Arrays.asList(line.split(" ")))
            .sorted((a, b) -> b.size() - a.size())
            .toList();

    private NameKey() {}

    /** The key of a company's name; never empty for a name that is not blank. */
    public static String ofCompany(String name) {
        List<String> words = words(name);
        for (boolean cut = true; cut; ) {
            cut = false;
            for (List<String> form : FORMS) {
                int rest = words.size() - form.size();
                if (rest > 0 && words.subList(rest, words.size()).equals(form)) {
                    words = words.subList(0, rest);
                    cut = true;
                    break;
                }
            }
        }
        return words.isEmpty() ? fallback(name) : String.join(" ", words);
    }

    /** The key of a person's name or of a piece of any name; never empty for a text that is not blank. */
    public static String of(String name) {
        List<String> words = words(name);
        return words.isEmpty() ? fallback(name) : String.join(" ", words);
    }

    /** Lower case and without accents, every sign of a word kept. */
    static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(lower).replaceAll("");
        StringBuilder plain = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char sign = bare.charAt(i);
            switch (sign) {
                case 'ł' -> plain.append('l');
                case 'ß' -> plain.append("ss");
                case 'ø' -> plain.append('o');
                case 'đ', 'ð' -> plain.append('d');
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'þ' -> plain.append("th");
                case 'ı' -> plain.append('i');
                default -> plain.append(sign);
            }
        }
        return plain.toString();
    }

    private static List<String> words(String name) {
        String plain = APOSTROPHES.matcher(plain(name)).replaceAll("");
        return Arrays.stream(SEPARATORS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A name of signs alone, such as an emoji, is its own key. */
    private static String fallback(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
