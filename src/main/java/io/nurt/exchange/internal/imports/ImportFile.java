package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.TargetEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an import.
 *
 * @param rows records that are data, whether they can be used or not
 * @param mapping what it is and what its columns are, as proposed or changed
 */
public record ImportFile(
        UUID id,
        UUID importId,
        int position,
        String name,
        long bytes,
        long rows,
        Detection detection,
        FileProposal mapping) {

    /** What it holds; null: it is left out. */
    public @Nullable TargetEntity entity() {
        return mapping.entity();
    }
}
