package io.nurt.forecast.world;

/** A way of telling, for the deals open in a world, the chance of winning ever. */
public interface Forecaster {
    String name();

    /** Chances in the order of {@link World#open()}. */
    double[] chances(World world);
}
