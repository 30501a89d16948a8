package io.nurt.identity;

import io.nurt.kernel.Language;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/**
 * A workspace: one company's data, walled off from all others.
 *
 * @param currency that of totals and figures
 * @param zone what a day is in figures and reports
 * @param language that of texts written for everyone, such as the names of the first stages
 */
public record Workspace(UUID id, String name, Currency currency, ZoneId zone, Language language, int version) {}
