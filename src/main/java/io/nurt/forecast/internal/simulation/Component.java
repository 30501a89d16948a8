package io.nurt.forecast.internal.simulation;

/** Where money comes from: deals open today, deals not entered yet, and claims on deals won already. */
public enum Component {
    OPEN,
    NEW,
    CLAIMS
}
