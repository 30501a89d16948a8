package io.nurt.forecast.internal.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.outlook.Scenarios.Behind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DealsBehindTest {
    private static Behind deal(int number, double amount, double chance) {
        return new Behind(new UUID(0, number), amount, chance);
    }

    @Test
    void aSmallDealIsShownToWhomItIsTheOnlyOneHoweverManyLargerOnesOthersHave() {
        List<Behind> all = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            all.add(deal(i, 1_000_000 + i, 0.5));
        }
        all.add(deal(9_000, 10, 0.5));
        assertThat(Scenarios.best(all, Set.of(new UUID(0, 9_000)))).containsExactly(deal(9_000, 10, 0.5));
    }

    @Test
    void theMostValuableStandFirstAndThoseThatCannotComeAreLeftOut() {
        List<Behind> all = List.of(deal(1, 100, 0.9), deal(2, 1_000, 0.2), deal(3, 5_000, 0), deal(4, Double.NaN, 0.9));
        Set<UUID> everyone = all.stream().map(Behind::dealId).collect(Collectors.toSet());
        assertThat(Scenarios.best(all, everyone).stream().map(b -> b.dealId().getLeastSignificantBits()))
                .containsExactly(2L, 1L, 4L);
    }
}
