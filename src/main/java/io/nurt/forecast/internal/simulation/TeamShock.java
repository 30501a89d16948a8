package io.nurt.forecast.internal.simulation;

/**
 * Divides what is known of the company's shock between what all deals have in common and what those of a team have. A team's
 * luck is taken to vary by a fifth of the company's variance until more is known; what the company has in common is lessened by
 * what its teams' luck amounts to all in all, so that the company's own range stays that which past forecasts told.
 *
 * @param common deviation of what all deals have in common, on the log-odds of winning
 * @param team deviation of what the deals of one team have in common besides
 */
public record TeamShock(double common, double team) {
    private static final double PART = 0.2;

    /**
     * @param shock deviation for the company as a whole
     * @param weights what each team's open deals are worth, in any unit; all zero counts as one team
     */
    public static TeamShock of(double shock, double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        double concentration = sum > 0 ? squares / (sum * sum) : 1;
        return new TeamShock(shock * Math.sqrt(1 - PART * concentration), shock * Math.sqrt(PART));
    }

    /** The same division of another shock of the company as a whole; without teams in it, all of it is common. */
    TeamShock withWhole(double shock) {
        double now = team / Math.sqrt(PART);
        return now > 0 ? new TeamShock(common * shock / now, team * shock / now) : new TeamShock(shock, 0);
    }
}
