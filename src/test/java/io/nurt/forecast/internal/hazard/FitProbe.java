package io.nurt.forecast.internal.hazard;

/** The fit alone, for those who measure it. */
public final class FitProbe {
    private FitProbe() {}

    /** @return the logarithm of the fit's evidence */
    public static double fit(PeriodRows rows, StageTable table, double strength) {
        Design design = new Design(rows, table.stages());
        return MultinomialRidge.fit(rows, design, StageAgeHazards.fit(rows, table), design.penalty(strength))
                .evidence();
    }
}
