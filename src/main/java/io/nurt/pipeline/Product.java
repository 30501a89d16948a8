package io.nurt.pipeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sold.
 *
 * @param unitPrice list price of one unit, plain decimal in {@code currency}; null when unknown
 * @param active whether it is offered for new deals
 */
public record Product(
        UUID id,
        String name,
        @Nullable String code,
        @Nullable String family,
        @Nullable String unitPrice,
        @Nullable String currency,
        boolean active,
        int version) {}
