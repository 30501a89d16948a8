package io.nurt.exchange.internal.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/**
 * A stage as a file names it.
 *
 * @param deals rows in it
 */
public record StageProposal(String name, Kind kind, int deals) {
    public enum Kind {
        OPEN,
        WON,
        LOST;

        @JsonValue
        public String code() {
            return Codes.of(this);
        }

        @JsonCreator
        static Kind ofCode(String code) {
            return Codes.read(Kind.class, code);
        }
    }
}
