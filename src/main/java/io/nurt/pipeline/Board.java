package io.nurt.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline's open deals by stage.
 *
 * @param currency the workspace's: of all totals
 */
record Board(UUID pipelineId, String currency, Instant asOf, List<Column> stages) {

    /**
     * One open stage.
     *
     * @param total of all its deals, not only those shown; plain decimal in the workspace's currency
     * @param weighted total times the stage's probability
     * @param currencyMixed whether other currencies were converted
     * @param unvalued deals not in the total: without an amount, or in a currency without a rate
     * @param next key of its next page of cards; null when all are here
     */
    record Column(
            UUID stageId,
            long count,
            String total,
            String weighted,
            boolean currencyMixed,
            long unvalued,
            List<Card> cards,
            @Nullable String next) {}
}
