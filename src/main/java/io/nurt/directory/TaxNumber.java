package io.nurt.directory;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tax number of a company. For countries of the European Union the shape is checked, for Poland (NIP) the check digit too;
 * numbers of other countries are kept as given.
 *
 * @param country ISO 3166 code; null when unknown
 * @param number upper case, without separators and without the country's prefix
 */
public record TaxNumber(@Nullable String country, String number) {
    private static final int[] NIP_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/\\u00a0\\u2010-\\u2015]+");
    private static final Pattern ANY = Pattern.compile("[\\p{Lu}\\p{Lo}\\p{Nd}+*]{2,30}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            shape("AT", "U\\d{8}"),
            shape("BE", "[01]?\\d{9}"),
            shape("BG", "\\d{9,10}"),
            shape("CY", "\\d{8}[A-Z]"),
            shape("CZ", "\\d{8,10}"),
            shape("DE", "\\d{9}"),
            shape("DK", "\\d{8}"),
            shape("EE", "\\d{9}"),
            shape("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            shape("FI", "\\d{8}"),
            shape("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            shape("GR", "\\d{9}"),
            shape("HR", "\\d{11}"),
            shape("HU", "\\d{8}"),
            shape("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            shape("IT", "\\d{11}"),
            shape("LT", "(\\d{9}|\\d{12})"),
            shape("LU", "\\d{8}"),
            shape("LV", "\\d{11}"),
            shape("MT", "\\d{8}"),
            shape("NL", "[A-Z0-9+*]{9}B[A-Z0-9+*]{2}"),
            shape("PL", "\\d{10}"),
            shape("PT", "\\d{9}"),
            shape("RO", "\\d{2,10}"),
            shape("SE", "\\d{12}"),
            shape("SI", "\\d{8}"),
            shape("SK", "\\d{10}"));

    /**
     * Reads a tax number.
     *
     * @param country of the number, if known; else its prefix tells, else a number of the home country's exact shape is taken for one
     * @param home the country of the workspace, if known
     * @throws RefusedValue saying what is wrong with it
     */
    public static TaxNumber of(@Nullable String country, String text, @Nullable String home) {
        String number = SEPARATORS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        String land = country == null ? null : vatCountry(country.strip().toUpperCase(Locale.ROOT));
        if (land != null && !COUNTRY.matcher(land).matches()) {
            throw new RefusedValue("directory.country-unknown", land);
        }
        String prefix = number.length() > 2 ? vatCountry(number.substring(0, 2)) : "";
        if (SHAPES.containsKey(prefix) && (land == null || land.equals(prefix)) && !isOf(land, number)) {
            land = prefix;
            number = number.substring(2);
        } else if (land == null && isOf(home, number)) {
            land = home;
        }
        return new TaxNumber(land, checked(land, number, text.strip()));
    }

    /** Whether these ten digits end with the right check digit of a Polish NIP. */
    static boolean isNip(String digits) {
        int sum = 0;
        for (int i = 0; i < NIP_WEIGHTS.length; i++) {
            sum += NIP_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        // A remainder of ten is never given out: no single digit can stand for it.
        return sum % 11 == digits.charAt(9) - '0' && !digits.equals("0000000000");
    }

    private static String checked(@Nullable String land, String number, String given) {
        Pattern shape = land == null ? null : SHAPES.get(land);
        if (!(shape == null ? ANY : shape).matcher(number).matches()) {
            throw "PL".equals(land)
                    ? new RefusedValue("directory.nip-ten-digits", given)
                    : new RefusedValue("directory.tax-number-shape", given, land == null ? "?" : land);
        }
        if ("PL".equals(land) && !isNip(number)) {
            throw new RefusedValue("directory.nip-check-digit", given);
        }
        return number;
    }

    private static boolean isOf(@Nullable String country, String number) {
        Pattern shape = country == null ? null : SHAPES.get(country);
        return shape != null && shape.matcher(number).matches();
    }

    /** Greece writes its tax numbers with EL. */
    private static String vatCountry(String code) {
        return code.equals("EL") ? "GR" : code;
    }

    private static Map.Entry<String, Pattern> shape(String country, String pattern) {
        return Map.entry(country, Pattern.compile(pattern));
    }
}
