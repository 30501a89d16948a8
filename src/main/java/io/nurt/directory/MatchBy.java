package io.nurt.directory;

/** What an incoming record is compared with the known ones by. */
public enum MatchBy {
    /** The name without accents, case and legal form (see {@link NameKey}). */
    NAME,
    /** Any of the e-mail addresses, whatever its case. */
    EMAIL,
    /** Any of the telephone numbers, however written. */
    PHONE,
    /** The domain of the website or of the company's own e-mail address; companies only. */
    DOMAIN,
    /** The tax number, however written; companies only. */
    TAX_NUMBER
}
