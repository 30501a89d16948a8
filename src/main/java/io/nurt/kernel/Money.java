package io.nurt.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount with its ISO 4217 currency; never a floating-point number. Kept with four decimals, compared by value.
 *
 * @param amount the amount in major units (zlotys, not grosze), |amount| below 10^14
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final BigDecimal LIMIT = new BigDecimal("100000000000000");

    public Money {
        amount = amount.setScale(4, RoundingMode.HALF_EVEN);
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("amount out of range: " + amount);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** The sum; both must have the same currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
