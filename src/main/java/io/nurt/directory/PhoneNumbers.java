package io.nurt.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as people write them. What cannot be read is kept as it was entered. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The international form, such as {@code +48221234567}, if the number can be read and is a possible one.
     *
     * @param region the country (ISO 3166) whose numbers are written without a country code; null when unknown
     */
    public static Optional<String> e164(String entered, @Nullable String region) {
        try {
            var number = UTIL.parse(entered, region);
            return UTIL.isPossibleNumber(number)
                    ? Optional.of(UTIL.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** What numbers are compared by: the international form, else the entered text in lower case without white space. */
    public static String key(String entered, @Nullable String region) {
        return e164(entered, region)
                .orElseGet(() -> entered.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""));
    }
}
