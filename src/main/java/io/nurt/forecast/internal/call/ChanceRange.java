package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the chances of the deals that are open now, as if deals were won or lost independently of each other and no new ones
 * came: so the range is narrower than what can happen, and lower for periods further away. Only this quarter and the next.
 */
@Component
@Order(2)
class ChanceRange implements ModelRange {
    private final JdbcClient jdbc;

    ChanceRange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param variance of a sum of independent amounts that come or do not */
    record Moments(double mean, double variance) {
        Moments plus(Moments other) {
            return new Moments(mean + other.mean, variance + other.variance);
        }

        /** A sum of many such amounts is close to a gamma distribution of the same mean and variance: never below nothing. */
        Range range() {
            if (mean <= 0 || variance <= 0) {
                return new Range(money(mean), money(mean), money(mean), money(mean));
            }
            GammaDistribution sum = GammaDistribution.of(mean * mean / variance, variance / mean);
            return new Range(
                    money(sum.inverseCumulativeProbability(0.1)),
                    money(sum.inverseCumulativeProbability(0.5)),
                    money(sum.inverseCumulativeProbability(0.9)),
                    money(mean));
        }

        private static BigDecimal money(double amount) {
            return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
        }
    }

    @Override
    public Optional<Told> told(Period period, Workspace workspace, LocalDate today, Visibility visibility) {
        Period now = Period.around(Period.Kind.QUARTER, today);
        String chance;
        if (period.equals(now)) {
            chance = "c.by_quarter";
        } else if (period.equals(now.plus(1))) {
            chance = "greatest(c.by_next - c.by_quarter, 0)";
        } else {
            return Optional.empty();
        }
        Map<UUID, Moments> byOwner = new HashMap<>();
        jdbc.sql("""
                        select x.owner, sum(x.value * x.p) as mean, sum(x.value * x.value * x.p * (1 - x.p)) as variance
                        from (select coalesce(d.owner_id, cast(:nobody as uuid)) as owner, cast(%s as float8) as value, %s as p
                              from nurt.deal_chance c join nurt.deal d on d.id = c.deal_id where %s and %s) x
                        where x.value is not null group by x.owner
                        """.formatted(CallDeals.VALUE, chance, CallDeals.OPEN, visibility.sql("d.owner_id")))
                .params(CallDeals.parameters(period, workspace, today, visibility))
                .param("nobody", Subject.NOBODY)
                .query((row, n) -> byOwner.put(
                        row.getObject("owner", UUID.class),
                        new Moments(row.getDouble("mean"), row.getDouble("variance"))))
                .list();
        return byOwner.isEmpty() ? Optional.empty() : Optional.of(new Sums(byOwner));
    }

    private record Sums(Map<UUID, Moments> byOwner) implements Told {
        @Override
        public String basis() {
            return "independent";
        }

        @Override
        public @Nullable Range of(Subject subject, Set<UUID> owners, BigDecimal won) {
            return owners.stream()
                    .filter(byOwner::containsKey)
                    .map(byOwner::get)
                    .reduce(Moments::plus)
                    .map(sum -> sum.range().plus(won))
                    .orElse(null);
        }
    }
}
