package io.nurt.platform.internal.jobs;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What is kept of a job. */
record StoredJob(UUID workspace, JsonNode data) {}
