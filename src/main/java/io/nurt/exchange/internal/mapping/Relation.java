package io.nurt.exchange.internal.mapping;

import java.util.List;

/**
 * Values of one column stand in another file.
 *
 * @param overlap share of the different values that are found there, spelling variants included, 0 to 1
 * @param missing the first values that are not found there
 */
public record Relation(
        String fromFile, int fromColumn, String toFile, int toColumn, double overlap, List<String> missing) {}
