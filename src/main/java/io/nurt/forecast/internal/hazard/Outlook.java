package io.nurt.forecast.internal.hazard;

/**
 * What is to be expected of a deal.
 *
 * @param everWon chance of winning ever
 * @param wonBy chance of having been won by the end of each coming period, the first at index 0; never above {@code everWon}
 * @param lostBy chance of having been lost by then
 */
public record Outlook(double everWon, double[] wonBy, double[] lostBy) {

    /** Chance of being won within so many periods, at most as many as were asked for. */
    public double wonWithin(int periods) {
        return periods <= 0 ? 0 : wonBy[Math.min(periods, wonBy.length) - 1];
    }

    /**
     * The number of periods within which a share of the deals that will be won are won; -1 when that is further ahead than
     * was asked for.
     */
    public int periodsUntil(double share) {
        for (int t = 0; t < wonBy.length; t++) {
            if (wonBy[t] >= share * everWon) {
                return t + 1;
            }
        }
        return -1;
    }

    /** The same with another chance of winning ever, the times of winning as they are: what recalibration and shocks do. */
    public Outlook withChance(double chance) {
        double up = everWon > 0 ? chance / everWon : 0;
        double down = everWon < 1 ? (1 - chance) / (1 - everWon) : 0;
        double[] won = wonBy.clone();
        double[] lost = lostBy.clone();
        for (int t = 0; t < won.length; t++) {
            won[t] *= up;
            lost[t] *= down;
        }
        return new Outlook(chance, won, lost);
    }
}
