package io.nurt.pipeline;

import java.time.Instant;

/**
 * One entry of a deal's memory.
 *
 * @param seq 1, 2, ... in the order recorded; orders events of the same time
 * @param effectiveAt when it was true; may lie before that of an earlier event (back-dated)
 * @param recordedAt when it was known here
 * @param state the whole tracked state after it
 */
public record DealEvent(int seq, DealEventKind kind, Instant effectiveAt, Instant recordedAt, DealState state) {}
