package io.nurt.forecast.internal.hazard;

/**
 * One number known of a deal at the start of a period.
 *
 * @param name unique within a model
 * @param group columns explained together (all sources are one reason)
 * @param kind how the number is scaled and how hard it is held to zero
 * @param fades whether today's value says less and less of later periods (activity), or stays as it is (a source)
 * @param direction in which a larger value may move the chance by what columns mean together
 */
public record Column(String name, String group, Kind kind, boolean fades, Direction direction) {
    public enum Kind {
        /** A quantity: brought to mean 0 and deviation 1 before it is penalised. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** One of many equals (a representative, a source): a random effect, held to zero more strongly. */
        EFFECT
    }

    /** Boosted trees keep to it: what the data seem to say against it is taken for chance. */
    public enum Direction {
        ANY,
        /** The more, the better. */
        UP,
        /** The more, the worse. */
        DOWN
    }

    public Column(String name, String group, Kind kind, boolean fades) {
        this(name, group, kind, fades, Direction.ANY);
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
        return new Column(name, group, kind, true, direction);
    }

    /** The same column, of which more is never worse. */
    public Column rising() {
        return new Column(name, group, kind, fades, Direction.UP);
    }

    /** The same column, of which more is never better. */
    public Column falling() {
        return new Column(name, group, kind, fades, Direction.DOWN);
    }
}
