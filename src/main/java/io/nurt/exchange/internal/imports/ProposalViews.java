package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.Relation;
import io.nurt.exchange.internal.mapping.StageProposal;
import io.nurt.exchange.internal.variants.Variant;
import io.nurt.identity.UserRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposals as answered. */
final class ProposalViews {
    private ProposalViews() {}

    record View(
            List<UnificationView> unifications,
            List<StageView> stages,
            List<PipelineView> pipelines,
            String pipelineName,
            List<Relation> relations,
            List<CustomFieldView> customFields,
            List<OwnerView> owners) {}

    record UnificationView(
            UUID fileId,
            int column,
            String header,
            String variant,
            String canonical,
            int count,
            Variant.Reason reason) {}

    record StageView(String name, StageProposal.Kind kind, int position, int deals) {}

    /** @param fits it has all the stages */
    record PipelineView(UUID id, String name, List<String> stages, boolean fits) {}

    record CustomFieldView(String kind, String label, String type) {}

    record OwnerView(String value, @Nullable UserRef user) {}
}
