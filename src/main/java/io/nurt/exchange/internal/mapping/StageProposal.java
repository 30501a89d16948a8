package io.nurt.exchange.internal.mapping;

/**
 * A stage as a file names it.
 *
 * @param deals rows in it
 */
public record StageProposal(String name, Kind kind, int deals) {
    public enum Kind {
        OPEN,
        WON,
        LOST
    }
}
