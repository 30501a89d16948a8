package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.StageProposal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides for all files of an import; null or empty means as proposed.
 *
 * @param source name of the system the files come from: identifiers are unique within it
 * @param currency of amounts that name none; the workspace's when null
 * @param zone of moments that name none; the workspace's when null
 * @param ownerMode {@code create} people who are not known as placeholders, {@code match} known ones only, or {@code none}
 * @param owners value in the files to user
 * @param pipelineId deals go there; null: into a new one. Where a column names several pipelines, deals that name none
 * @param stages all of them, in their order
 * @param unifications accepted ones
 */
public record ImportOptions(
        @Nullable String source,
        @Nullable String currency,
        @Nullable String zone,
        @Nullable String ownerMode,
        @Nullable Map<String, UUID> owners,
        @Nullable UUID pipelineId,
        @Nullable String newPipelineName,
        @Nullable List<StageChoice> stages,
        @Nullable List<Unification> unifications) {
    public static final String CREATE = "create";
    public static final String MATCH = "match";
    public static final String NONE = "none";
    public static final ImportOptions DEFAULT = new ImportOptions(null, null, null, null, null, null, null, null, null);

    /** A stage that is to be in the pipeline. */
    public record StageChoice(String name, StageProposal.Kind kind) {}

    /** In that column of that file, one text is to be read as another. */
    public record Unification(UUID fileId, int column, String variant, String canonical) {}

    public List<Unification> accepted() {
        return unifications == null ? List.of() : unifications;
    }

    public Map<String, UUID> knownOwners() {
        return owners == null ? Map.of() : owners;
    }

    public List<StageChoice> chosenStages() {
        return stages == null ? List.of() : stages;
    }

    public boolean choosesNoPipeline() {
        return pipelineId == null && (newPipelineName == null || newPipelineName.isBlank());
    }

    public boolean createsPeople() {
        return ownerMode == null || ownerMode.equals(CREATE);
    }

    /** The same decisions about copies of the files. */
    ImportOptions forFiles(Map<UUID, UUID> copies) {
        List<Unification> copied = accepted().stream()
                .filter(one -> copies.containsKey(one.fileId()))
                .map(one -> new Unification(
                        Objects.requireNonNull(copies.get(one.fileId())), one.column(), one.variant(), one.canonical()))
                .toList();
        return new ImportOptions(
                source, currency, zone, ownerMode, owners, pipelineId, newPipelineName, stages, copied);
    }

    public boolean usesOwners() {
        return !NONE.equals(ownerMode);
    }
}
