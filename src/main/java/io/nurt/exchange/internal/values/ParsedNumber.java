package io.nurt.exchange.internal.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as written.
 *
 * @param currency ISO code, when a sign or code stood beside it
 * @param percent a percent sign stood beside it; the value is not divided
 */
public record ParsedNumber(BigDecimal value, @Nullable String currency, boolean percent) {}
