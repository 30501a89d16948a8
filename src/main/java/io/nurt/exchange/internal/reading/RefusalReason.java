package io.nurt.exchange.internal.reading;

import java.util.Locale;

/**
 * Why a file or a row does not go in. Each has one sentence in {@code messages/exchange_*.properties} under
 * {@link #messageKey()}; the order of its parameters is given here.
 */
public enum RefusalReason {
    /** The file holds no character at all. */
    FILE_EMPTY,
    /** Only a header was found. */
    NO_DATA_ROWS,
    /** A workbook, archive or picture rather than text. */
    FILE_NOT_TEXT,
    /** An Excel or OpenDocument workbook. */
    FILE_IS_WORKBOOK,
    /** Found, allowed. */
    TOO_MANY_COLUMNS,
    /** Allowed. */
    TOO_MANY_ROWS,
    /** Column number, found length, allowed length. */
    FIELD_TOO_LONG,
    /** Found, expected. */
    TOO_FEW_FIELDS,
    /** Found, expected. */
    TOO_MANY_FIELDS,
    /** Text follows a closing quotation mark. */
    UNESCAPED_QUOTE,
    /** A quotation mark is opened and never closed. */
    UNCLOSED_QUOTE,
    /** Column, value, expected order. */
    NOT_A_DATE,
    /** Column, value. */
    NOT_A_NUMBER,
    /** Column, value. */
    NOT_YES_OR_NO,
    /** Column, value. */
    NOT_AN_EMAIL,
    /** Column, value. */
    NOT_A_WEBSITE,
    /** Column, value. */
    NOT_A_TAX_NUMBER,
    /** Column, found length, allowed length. */
    TEXT_TOO_LONG,
    /** What the database or another rule said. */
    NOT_ACCEPTABLE,
    /** Column, value. */
    NUMBER_OUT_OF_RANGE,
    /** Field. */
    REQUIRED_MISSING,
    /** Column, value. */
    UNKNOWN_REFERENCE,
    /** Column, value, number of matches. */
    AMBIGUOUS_REFERENCE,
    /** Identifier, line of the first row with it. */
    DUPLICATE_ID,
    /** E-mail address, line of the first row with it. */
    DUPLICATE_EMAIL,
    /** Name, line of the first row with it. */
    DUPLICATE_NAME,
    /** Value. */
    UNKNOWN_STAGE,
    /** Value. */
    UNKNOWN_STATUS,
    /** Value. */
    UNKNOWN_CURRENCY,
    /** Earlier date, later date. */
    CLOSED_BEFORE_CREATED,
    /** Column, value. */
    FILTERED_OUT,
    /** Marked as deleted in the system it comes from. */
    DELETED_AT_SOURCE;

    public String messageKey() {
        return "exchange.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Refusal with(Object... arguments) {
        return Refusal.of(this, arguments);
    }
}
