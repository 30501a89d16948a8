package io.nurt.forecast.internal.hazard;

/** Log-odds, kept off the ends. */
public final class Logit {
    private static final double END = 1e-6;

    private Logit() {}

    public static double of(double p) {
        double inside = Math.min(1 - END, Math.max(END, p));
        return Math.log(inside / (1 - inside));
    }

    public static double inverse(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
