package io.nurt.pipeline;

import java.util.UUID;

/** Takes changes of deals back. */
final class DealUndo {
    static final String PREFIX = "deal";

    private DealUndo() {}

    /** The token of one event of one deal. */
    static String token(UUID dealId, int seq) {
        return PREFIX + "." + dealId + "_" + seq;
    }
}
