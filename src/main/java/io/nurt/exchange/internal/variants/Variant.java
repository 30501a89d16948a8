package io.nurt.exchange.internal.variants;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/**
 * A proposal to read one value as another; the user accepts or refuses it.
 *
 * @param variant as found
 * @param canonical what it probably means
 * @param count rows with the variant
 */
public record Variant(String variant, String canonical, int count, Reason reason) {
    public enum Reason {
        /** Case, accents, spaces or punctuation differ. */
        WRITTEN_DIFFERENTLY,
        /** One letter differs from a value that is known. */
        TYPO_OF_KNOWN,
        /** One letter differs from a value that is far more frequent. */
        TYPO_OF_FREQUENT;

        @JsonValue
        public String code() {
            return Codes.of(this);
        }

        @JsonCreator
        static Reason ofCode(String code) {
            return Codes.read(Reason.class, code);
        }
    }
}
