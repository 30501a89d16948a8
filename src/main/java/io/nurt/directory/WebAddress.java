package io.nurt.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A website of a company. Only {@code http} and {@code https} addresses, and those without a scheme, are websites: anything
 * else must not become a link that someone clicks.
 *
 * @param value as entered, without the white space around it
 * @param domain the host in lower case without {@code www.}; what companies are compared by
 */
public record WebAddress(String value, String domain) {
    private static final Pattern SCHEME = Pattern.compile("^(?i)https?://");
    private static final int LIMIT = 500;

    /** Providers whose addresses say nothing about the company. */
    private static final Set<String> FREE_MAIL = Set.of(
            ("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.pl icloud.com me.com mac.com"
                            + " aol.com gmx.com gmx.de gmx.net web.de t-online.de freenet.de mail.com proton.me protonmail.com"
                            + " zoho.com yandex.com yandex.ru mail.ru seznam.cz orange.fr free.fr laposte.net wanadoo.fr libero.it"
                            + " wp.pl o2.pl tlen.pl go2.pl onet.pl onet.eu op.pl vp.pl poczta.onet.pl poczta.onet.eu interia.pl"
                            + " interia.eu poczta.fm int.pl gazeta.pl neostrada.pl poczta.pl")
                    .split(" "));

    /** @throws RefusedValue {@code directory.website-unreadable} */
    public static WebAddress of(String text) {
        String value = text.strip();
        String rest = SCHEME.matcher(value).replaceFirst("");
        int end = firstOf(rest, "/?#");
        String host = rest.substring(0, end);
        host = host.substring(host.lastIndexOf('@') + 1)
                .replaceFirst(":\\d{1,5}$", "")
                .toLowerCase(Locale.ROOT);
        if (host.startsWith("www.")) {
            host = host.substring(4);
        }
        if (value.length() > LIMIT || value.chars().anyMatch(Character::isWhitespace) || !EmailAddress.isDomain(host)) {
            throw new RefusedValue("directory.website-unreadable", value);
        }
        return new WebAddress(value, host);
    }

    /** The domain that tells a company: of its website, else of the first e-mail address that is not of a free provider. */
    static @Nullable String companyDomain(@Nullable String website, Iterable<ContactPoint> emails) {
        Optional<String> ofWebsite = domain(website);
        if (ofWebsite.isPresent()) {
            return ofWebsite.get();
        }
        for (ContactPoint email : emails) {
            Optional<String> domain = ofEmail(email.value());
            if (domain.isPresent()) {
                return domain.get();
            }
        }
        return null;
    }

    /** The domain of a website if it can be read. */
    public static Optional<String> domain(@Nullable String website) {
        try {
            return website == null ? Optional.empty() : Optional.of(of(website).domain());
        } catch (RefusedValue unreadable) {
            return Optional.empty();
        }
    }

    /** The domain of an e-mail address if it can be read and is not that of a free provider. */
    public static Optional<String> ofEmail(String email) {
        try {
            return Optional.of(EmailAddress.of(email).domain()).filter(domain -> !FREE_MAIL.contains(domain));
        } catch (RefusedValue unreadable) {
            return Optional.empty();
        }
    }

    private static int firstOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
