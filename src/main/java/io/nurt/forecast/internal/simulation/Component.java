package io.nurt.forecast.internal.simulation;

/**
 * Where money comes from: deals open today, deals not entered yet, claims on deals won already, and contracts that run now and
 * are renewed.
 */
public enum Component {
    OPEN,
    NEW,
    CLAIMS,
    RENEWALS
}
