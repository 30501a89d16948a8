package io.nurt.bench;

import java.util.Arrays;

/** How long something took, time after time. */
record Times(long[] sortedNanos) {
    /** Something to be measured; {@code n} counts from 0. */
    interface Act {
        void run(int n) throws Exception;
    }

    /** Runs it some times unmeasured (for at most three times as long as measured), then so often or for so many seconds. */
    static Times of(int warmUps, int most, int seconds, Act act) throws Exception {
        long warmEnd = System.nanoTime() + 3 * seconds * 1_000_000_000L;
        for (int i = 0; i < warmUps && System.nanoTime() < warmEnd; i++) {
            act.run(i);
        }
        long[] nanos = new long[most];
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        int done = 0;
        while (done < most && (done < 3 || System.nanoTime() < end)) {
            long begun = System.nanoTime();
            act.run(done);
            nanos[done++] = System.nanoTime() - begun;
        }
        long[] taken = Arrays.copyOf(nanos, done);
        Arrays.sort(taken);
        return new Times(taken);
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    double fastest() {
        return at(0);
    }

    /** In milliseconds. */
    private double at(double share) {
        return sortedNanos[(int) Math.min(sortedNanos.length - 1, sortedNanos.length * share)] / 1e6;
    }

    int count() {
        return sortedNanos.length;
    }
}
