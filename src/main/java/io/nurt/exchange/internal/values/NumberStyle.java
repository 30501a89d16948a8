package io.nurt.exchange.internal.values;

/** Which sign separates the decimals. The other one, spaces and apostrophes group digits. */
public enum NumberStyle {
    DECIMAL_POINT,
    DECIMAL_COMMA
}
