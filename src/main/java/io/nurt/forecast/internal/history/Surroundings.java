package io.nurt.forecast.internal.history;

/** What a deal's owner and company are about at a moment, in the same pipeline. */
public interface Surroundings {
    /** Open deals of an owner. */
    int load(int owner, long moment);

    /** Deals won with a company. */
    int wins(int company, long moment);
}
