package io.nurt.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal on the board.
 *
 * @param amount plain decimal in major units of {@code currency}; null when unknown
 * @param daysInStage whole days since it entered its stage
 * @param rotting longer there than the stage allows, and no next step ahead
 * @param contact the primary contact
 */
record Card(
        UUID id,
        String title,
        @Nullable Ref company,
        @Nullable Ref owner,
        @Nullable String amount,
        String currency,
        UUID stageId,
        Instant stageEnteredAt,
        long daysInStage,
        boolean rotting,
        @Nullable LocalDate expectedClose,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        List<String> tags,
        @Nullable LocalDate resumeOn,
        @Nullable Ref contact,
        int version) {}
