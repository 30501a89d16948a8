package io.nurt.forecast.internal.call;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quotas in force. A quarter without one of its own has the sum of its three months', when all three are set. */
final class QuotaBook {
    private record Key(Subject subject, Period period) {}

    private final Map<Key, BigDecimal> amounts = new HashMap<>();

    QuotaBook(List<QuotaStore.Quota> quotas) {
        for (QuotaStore.Quota quota : quotas) {
            if (quota.amount() != null) {
                amounts.put(new Key(quota.subject(), quota.period()), quota.amount());
            }
        }
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    @Nullable
    BigDecimal own(Subject subject, Period period) {
        BigDecimal own = amounts.get(new Key(subject, period));
        if (own != null || period.kind() == Period.Kind.MONTH) {
            return own;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Period month = Period.around(Period.Kind.MONTH, period.first());
        for (int i = 0; i < period.kind().months; i++) {
            BigDecimal one = amounts.get(new Key(subject, month.plus(i)));
            if (one == null) {
                return null;
            }
            sum = sum.add(one);
        }
        return sum;
    }

    /** Its own, otherwise the sum of those below it; null when nobody has one. */
    @Nullable
    BigDecimal of(Node node, Period period) {
        BigDecimal own = own(node.subject(), period);
        return own != null
                ? own
                : Amounts.sum(
                        node.children().stream().map(child -> of(child, period)).toList());
    }
}
