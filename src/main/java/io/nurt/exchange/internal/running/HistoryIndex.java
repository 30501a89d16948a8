package io.nurt.exchange.internal.running;

import io.nurt.pipeline.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What files of stage history tell, by deal. Kept as plain arrays, some fifty bytes a row, because a deal is stored with its
 * whole past at once while its rows may be scattered over the file.
 */
final class HistoryIndex {
    /**
     * A deal came to a stage, or had this amount and date there.
     *
     * @param order rows of the same moment happened in this order
     */
    record Entry(
            Instant at,
            long order,
            Stage stage,
            @Nullable UUID actor,
            @Nullable BigDecimal amount,
            @Nullable LocalDate expectedClose) {
        Entry in(Stage other) {
            return new Entry(at, order, other, actor, amount, expectedClose);
        }

        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at).thenComparingLong(Entry::order);
    }

    private static final int NONE = Integer.MIN_VALUE;

    private final List<Stage> stages = new ArrayList<>();
    private final Map<UUID, Integer> stageNumbers = new HashMap<>();
    private final List<@Nullable UUID> actors = new ArrayList<>();
    private final Map<UUID, Integer> actorNumbers = new HashMap<>();

    private long[] seconds = new long[1024];
    private int[] nanos = new int[1024];
    private int[] stage = new int[1024];
    private int[] actor = new int[1024];
    private long[] amount = new long[1024];
    private byte[] scale = new byte[1024];
    private int[] close = new int[1024];
    private int[] next = new int[1024];
    private int size;

    private long[] hashes = new long[2048];
    private int[] heads = new int[2048];
    private int deals;

    void add(String deal, Entry entry) {
        if (size == seconds.length) {
            growRows();
        }
        if (deals * 3L > hashes.length * 2L) {
            growDeals();
        }
        seconds[size] = entry.at().getEpochSecond();
        nanos[size] = entry.at().getNano();
        stage[size] = stageNumbers.computeIfAbsent(entry.stage().id(), id -> {
            stages.add(entry.stage());
            return stages.size() - 1;
        });
        UUID by = entry.actor();
        actor[size] = by == null
                ? NONE
                : actorNumbers.computeIfAbsent(by, id -> {
                    actors.add(id);
                    return actors.size() - 1;
                });
        BigDecimal value = entry.amount();
        scale[size] = value == null ? -1 : (byte) value.scale();
        amount[size] = value == null ? 0 : value.unscaledValue().longValueExact();
        close[size] = entry.expectedClose() == null
                ? NONE
                : (int) entry.expectedClose().toEpochDay();
        long hash = SeenKeys.hash(deal);
        int slot = slot(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            heads[slot] = -1;
            deals++;
        }
        next[size] = heads[slot];
        heads[slot] = size++;
    }

    /** What is told of a deal, in the order in which it happened. */
    List<Entry> of(String deal) {
        long hash = SeenKeys.hash(deal);
        int slot = slot(hashes, hash);
        List<Entry> entries = new ArrayList<>();
        if (hashes[slot] != 0) {
            for (int row = heads[slot]; row >= 0; row = next[row]) {
                entries.add(new Entry(
                        Instant.ofEpochSecond(seconds[row], nanos[row]),
                        row,
                        stages.get(stage[row]),
                        actor[row] == NONE ? null : actors.get(actor[row]),
                        scale[row] < 0 ? null : BigDecimal.valueOf(amount[row], scale[row]),
                        close[row] == NONE ? null : LocalDate.ofEpochDay(close[row])));
            }
        }
        entries.sort(Entry.ORDER);
        return entries;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growRows() {
        int length = seconds.length * 2;
        seconds = Arrays.copyOf(seconds, length);
        nanos = Arrays.copyOf(nanos, length);
        stage = Arrays.copyOf(stage, length);
        actor = Arrays.copyOf(actor, length);
        amount = Arrays.copyOf(amount, length);
        scale = Arrays.copyOf(scale, length);
        close = Arrays.copyOf(close, length);
        next = Arrays.copyOf(next, length);
    }

    private void growDeals() {
        long[] oldHashes = hashes;
        int[] oldHeads = heads;
        hashes = new long[oldHashes.length * 2];
        heads = new int[oldHeads.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(hashes, oldHashes[i]);
                hashes[slot] = oldHashes[i];
                heads[slot] = oldHeads[i];
            }
        }
    }
}
