package io.nurt.pipeline;

import java.util.UUID;

/**
 * A pipeline that an import made is removed, for that import is taken back and no deal is in it. Published within the
 * transaction, before it is gone: who keeps anything about it removes that now.
 */
public record PipelineForgotten(UUID workspaceId, UUID pipelineId) {}
