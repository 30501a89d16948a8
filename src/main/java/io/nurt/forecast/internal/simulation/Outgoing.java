package io.nurt.forecast.internal.simulation;

/**
 * What goes out with what comes in; wages, which do not hang on it, are not in here.
 *
 * @param commission share of what is booked, paid in the month of winning
 * @param delivery share of what is invoiced, or with {@code ofRecognised} of what is recognised, paid in its month
 */
public record Outgoing(double commission, double delivery, boolean ofRecognised) {
    public static final Outgoing NONE = new Outgoing(0, 0, false);

    /** The measure that delivery is a share of. */
    public Measure deliveryOf() {
        return ofRecognised ? Measure.RECOGNISED : Measure.INVOICED;
    }
}
