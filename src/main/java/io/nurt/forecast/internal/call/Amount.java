package io.nurt.forecast.internal.call;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;

/** Amounts as people write them. */
final class Amount {
    private static final BigDecimal MOST = new BigDecimal("100000000000000");

    private Amount() {}

    /** @throws Problem unless between nothing and what the database holds, with four decimals at most */
    static void check(String field, BigDecimal amount) {
        if (amount.signum() < 0
                || amount.compareTo(MOST) >= 0
                || amount.stripTrailingZeros().scale() > 4) {
            throw new Problem(CommonProblem.INVALID).field(field, "forecast.amount-impossible");
        }
    }
}
