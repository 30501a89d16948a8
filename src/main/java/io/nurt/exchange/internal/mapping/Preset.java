package io.nurt.exchange.internal.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nurt.exchange.internal.Codes;

/** The system whose export a file is, as its headers show. */
public enum Preset {
    SALESFORCE,
    HUBSPOT,
    PIPEDRIVE,
    ZOHO,
    SUITECRM,
    GOOGLE_CONTACTS,
    GENERIC;

    @JsonValue
    public String code() {
        return Codes.of(this);
    }

    @JsonCreator
    static Preset ofCode(String code) {
        return Codes.read(Preset.class, code);
    }
}
