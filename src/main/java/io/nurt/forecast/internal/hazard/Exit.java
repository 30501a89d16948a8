package io.nurt.forecast.internal.hazard;

/** How one period of an open deal ends: it stays in its stage, goes on to a later one (or is won), is lost, or goes back. */
public enum Exit {
    STAY,
    ADVANCE,
    LOSE,
    RETURN;

    /** The exits that compete with staying: the classes of the model, numbered {@code ordinal() - 1}. */
    public static final int COMPETING = 3;
}
