package io.nurt.exchange.internal.mapping;

/** What the rows of a file are. */
public enum TargetEntity {
    COMPANY,
    CONTACT,
    PRODUCT,
    PERSON,
    DEAL,
    /** One row for each change of a deal. */
    STAGE_HISTORY
}
