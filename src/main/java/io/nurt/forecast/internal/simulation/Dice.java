package io.nurt.forecast.internal.simulation;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random numbers by name rather than by turn: the same deal in the same future gets the same number whatever else is drawn, so
 * that two scenarios differ by what differs between them and by nothing else. The mixing function is that of SplitMix64
 * (Steele, Lea, Flood 2014).
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private Dice() {}

    static long mix(long seed) {
        long z = seed + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long mix(long seed, long a) {
        return mix(seed ^ (a * GOLDEN));
    }

    static double uniform(long bits) {
        return (bits >>> 11) * TO_UNIT;
    }

    /** 0 to 6, from bits that {@link #uniform} counts least. */
    static int dayOfWeek(long bits) {
        return (int) (((bits >>> 11) & 0xFFFFF) * 7 >>> 20);
    }

    /** Two draws from the same bits: the first from the upper half, the second from the lower. */
    static double half(long bits, boolean second) {
        return (second ? bits & 0xFFFFFFFFL : bits >>> 32) * 0x1.0p-32;
    }

    /** 1 when an event of these odds happens, else 0, without a branch that the processor would have to guess. */
    static int happens(long bits, double odds) {
        double uniform = uniform(bits);
        return (int) (Double.doubleToRawLongBits(uniform - odds * (1 - uniform)) >>> 63);
    }

    /** A normal draw by the polar form of Box and Muller. */
    static double normal(long bits) {
        double u = Math.max(1e-300, uniform(bits));
        double v = uniform(mix(bits));
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    }

    /** A generator whose numbers are named by its seed. */
    static UniformRandomProvider generator(long seed) {
        return new UniformRandomProvider() {
            private long state = seed;

            @Override
            public long nextLong() {
                state += GOLDEN;
                return mix(state);
            }
        };
    }
}
