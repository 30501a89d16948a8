package io.nurt.exchange.internal.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** What the rows of a file are. */
public enum TargetEntity {
    COMPANY,
    CONTACT,
    PRODUCT,
    PERSON,
    DEAL,
    /** One row for each change of a deal. */
    STAGE_HISTORY;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static TargetEntity ofCode(String code) {
        return Codes.read(TargetEntity.class, code);
    }
}
