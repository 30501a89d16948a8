package io.nurt.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param kind {@code deal}, {@code company} or {@code contact}
 * @param subtitle what tells it from others of the same title
 * @param status of a deal: open, won or lost; {@code archived} for any kind
 */
record SearchHit(
        String kind,
        UUID id,
        String title,
        @Nullable String subtitle,
        @Nullable String status) {}
