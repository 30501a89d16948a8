package io.nurt.identity.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after so many failures in a row: nothing for the first few, then one second, two, four, up to a quarter
 * of an hour. A day without failures forgets them.
 *
 * @param free failures that cost nothing
 */
record ThrottleSchedule(int free) {
    /** A person mistypes; the fifth failure starts the clock. */
    static final ThrottleSchedule ACCOUNT = new ThrottleSchedule(4);

    /** A whole office may stand behind one address. */
    static final ThrottleSchedule ADDRESS = new ThrottleSchedule(30);

    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration MEMORY = Duration.ofDays(1);

    /** What is remembered about an account or an address. */
    record State(
            int failures, Instant lastFailure, @Nullable Instant blockedUntil) {
        static final State CLEAN = new State(0, Instant.EPOCH, null);
    }

    Duration delay(int failures) {
        int over = failures - free;
        if (over <= 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(over - 1, 20));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /** How long is still to be waited; zero when an attempt is admitted. */
    static Duration wait(State state, Instant now) {
        Instant until = state.blockedUntil();
        return until == null || !until.isAfter(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** The state after one more failure. */
    State failed(State before, Instant now) {
        boolean forgotten = before.lastFailure().plus(MEMORY).isBefore(now);
        int failures = forgotten ? 1 : before.failures() + 1;
        Duration delay = delay(failures);
        return new State(failures, now, delay.isZero() ? null : now.plus(delay));
    }
}
