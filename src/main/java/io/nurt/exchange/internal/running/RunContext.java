package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ImportOptions;
import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.mapping.StageProposal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all rows of an import.
 *
 * @param source name of the system the identifiers are of
 * @param currency of amounts that name none
 * @param zone of moments that name none
 * @param pretend nothing is written
 */
record RunContext(
        UUID importId,
        String source,
        ImportOptions options,
        String currency,
        ZoneId zone,
        Setup setup,
        boolean pretend) {

    /**
     * What was made before the first row; kept with the import, so that it goes on with the same after an interruption.
     *
     * @param at the moment of the import: what is not known otherwise is known since then
     * @param pipelineId of an import that an earlier version began: all its deals go there
     * @param stages of that pipeline, in its order
     * @param custom file to header to custom field
     * @param pipelines that deals go to; none when no deals are brought in
     */
    record Setup(
            @Nullable Instant at,
            @Nullable UUID pipelineId,
            @Nullable List<MadeStage> stages,
            @Nullable Map<UUID, Map<String, MadeField>> custom,
            @Nullable List<MadePipeline> pipelines) {

        static Setup of(Instant at, List<MadePipeline> pipelines, Map<UUID, Map<String, MadeField>> custom) {
            return new Setup(at, null, null, custom, pipelines);
        }

        boolean done() {
            return at != null;
        }

        Instant moment() {
            return at == null ? Instant.EPOCH : at;
        }

        List<MadePipeline> made() {
            if (pipelines != null) {
                return pipelines;
            }
            return pipelineId == null
                    ? List.of()
                    : List.of(new MadePipeline("", "", pipelineId, true, stages == null ? List.of() : stages));
        }
    }

    /**
     * @param key of its name in the files; empty: of deals that name none
     * @param existing it was there before
     */
    record MadePipeline(String key, String name, UUID id, boolean existing, List<MadeStage> stages) {}

    /** @param name in the files; a stage may be called otherwise by now */
    record MadeStage(UUID id, String name, StageProposal.Kind kind) {}

    record MadeField(String key, CustomType type) {}

    Map<String, MadeField> custom(UUID fileId) {
        return setup.custom() == null ? Map.of() : setup.custom().getOrDefault(fileId, Map.of());
    }
}
