package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankTest {
    @Property(tries = 200)
    void aKeyLiesStrictlyBetweenItsNeighboursWhereverOneInserts(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(keys.size() + 1);
            String low = at == 0 ? null : keys.get(at - 1);
            String high = at == keys.size() ? null : keys.get(at);
            String key = Rank.between(low, high);
            if (low != null) {
                assertThat(key).isGreaterThan(low);
            }
            if (high != null) {
                assertThat(key).isLessThan(high);
            }
            assertThat(key).doesNotEndWith("0".repeat(key.length() > 2 ? 3 : 9)).matches("[0-9A-Za-z]+");
            keys.add(at, key);
        }
        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keysPutOnTopOneAfterAnotherStayShort() {
        String top = Rank.between(null, null);
        for (int i = 0; i < 100_000; i++) {
            String next = Rank.before(top);
            assertThat(next).isLessThan(top);
            top = next;
        }
        assertThat(top.length()).isLessThanOrEqualTo(5);
    }

    @Test
    void keysPutAtTheEndOneAfterAnotherStayShort() {
        String last = Rank.between(null, null);
        for (int i = 0; i < 100_000; i++) {
            String next = Rank.after(last);
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(last.length()).isLessThanOrEqualTo(5);
    }

    @Test
    void theSameGapTakesThousandsOfInsertsWithSlowlyGrowingKeys() {
        String low = Rank.between(null, null);
        String high = Rank.after(low);
        for (int i = 0; i < 1000; i++) {
            high = Rank.between(low, high);
        }
        assertThat(high.length()).isLessThan(220);
    }

    @Property(tries = 200)
    void manyKeysAreSpreadEvenlyBetweenTwo(@ForAll @IntRange(min = 0, max = 400) int count, @ForAll long seed) {
        String low = Rank.between(null, null);
        String high = Rank.after(low);
        Random random = new Random(seed);
        for (int i = 0; i < random.nextInt(20); i++) {
            high = Rank.between(low, high);
        }
        List<String> keys = Rank.spread(low, high, count);
        assertThat(keys).hasSize(count).isSorted().doesNotHaveDuplicates();
        if (count > 0) {
            assertThat(keys.get(0)).isGreaterThan(low);
            assertThat(keys.get(count - 1)).isLessThan(high);
            int longest = keys.stream().mapToInt(String::length).max().orElse(0);
            assertThat(longest).isLessThanOrEqualTo(high.length() + 4);
        }
    }

    @Test
    void keysAreSpreadBeforeAKeyAndAfterOneToo() {
        assertThat(Rank.spread("a5", null, 100))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.compareTo("a5") > 0);
        assertThat(Rank.spread(null, "a5", 100))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.compareTo("a5") < 0);
        assertThat(Rank.spread(null, null, 100)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void thereIsNoRoomBetweenEqualKeys() {
        assertThatThrownBy(() -> Rank.between("a0", "a0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rank.between("a1", "a0")).isInstanceOf(IllegalArgumentException.class);
    }
}
