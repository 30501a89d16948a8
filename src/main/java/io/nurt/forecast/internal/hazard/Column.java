package io.nurt.forecast.internal.hazard;

/**
 * One number known of a deal at the start of a period.
 *
 * @param name unique within a model
 * @param group columns explained together (all sources are one reason)
 * @param kind how the number is scaled and how hard it is held to zero
 * @param fades whether today's value says less and less of later periods (activity), or stays as it is (a source)
 */
public record Column(String name, String group, Kind kind, boolean fades) {
    public enum Kind {
        /** A quantity: brought to mean 0 and deviation 1 before it is penalised. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** One of many equals (a representative, a source): a random effect, held to zero more strongly. */
        EFFECT
    }

    public static Column number(String name) {
        return new Column(name, name, Kind.NUMBER, false);
    }

    public static Column flag(String name) {
        return new Column(name, name, Kind.FLAG, false);
    }

    public static Column effect(String group, String value) {
        return new Column(group + "=" + value, group, Kind.EFFECT, false);
    }

    /** The same column, whose value today tells less the further ahead one looks. */
    public Column fading() {
        return new Column(name, group, kind, true);
    }
}
