package io.nurt.exchange.internal.mapping;

/** The system whose export a file is, as its headers show. */
public enum Preset {
    SALESFORCE,
    HUBSPOT,
    PIPEDRIVE,
    ZOHO,
    SUITECRM,
    GOOGLE_CONTACTS,
    GENERIC
}
