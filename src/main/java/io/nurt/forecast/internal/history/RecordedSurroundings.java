package io.nurt.forecast.internal.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Surroundings at any moment, read off the trails of all deals of the pipeline. */
final class RecordedSurroundings implements Surroundings {
    private final Map<Integer, long[]> begun = new HashMap<>();
    private final Map<Integer, long[]> ended = new HashMap<>();
    private final Map<Integer, long[]> won = new HashMap<>();

    RecordedSurroundings(List<Trail> trails) {
        Map<Integer, LongList> begins = new HashMap<>();
        Map<Integer, LongList> ends = new HashMap<>();
        Map<Integer, LongList> wins = new HashMap<>();
        for (Trail trail : trails) {
            int owner = -1;
            for (Known known : trail.known()) {
                int next = known.open() ? known.owner() : -1;
                if (next != owner) {
                    add(ends, owner, known.recorded());
                    add(begins, next, known.recorded());
                    owner = next;
                }
                if (known.stage() == Known.WON && known.transition()) {
                    add(wins, known.company(), known.recorded());
                }
            }
        }
        sort(begins, begun);
        sort(ends, ended);
        sort(wins, won);
    }

    @Override
    public int load(int owner, long moment) {
        return upTo(begun, owner, moment) - upTo(ended, owner, moment);
    }

    @Override
    public int wins(int company, long moment) {
        return upTo(won, company, moment);
    }

    private static int upTo(Map<Integer, long[]> times, int key, long moment) {
        long[] of = times.get(key);
        if (of == null) {
            return 0;
        }
        int low = 0;
        int high = of.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void add(Map<Integer, LongList> lists, int key, long time) {
        if (key >= 0) {
            lists.computeIfAbsent(key, k -> new LongList()).add(time);
        }
    }

    private static void sort(Map<Integer, LongList> lists, Map<Integer, long[]> into) {
        lists.forEach((key, list) -> into.put(key, list.sorted()));
    }

    private static final class LongList {
        private long[] values = new long[4];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
