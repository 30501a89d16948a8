package io.nurt.forecast.internal.billing;

import java.time.LocalDate;

/** What was invoiced and received on a day, in the workspace's currency at its rate. */
public record DayCame(LocalDate day, double invoiced, double received) {}
