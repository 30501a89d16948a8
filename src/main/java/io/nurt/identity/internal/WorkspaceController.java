package io.nurt.identity.internal;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspace;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import io.nurt.platform.DatabaseInfo;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The workspace itself and what was done in it. */
@RestController
@RequestMapping("/api/v1")
class WorkspaceController {
    /**
     * @param where a folder, or an address without password
     * @param lastBackup null when there has been none
     */
    record DatabaseView(
            String kind,
            String where,
            String version,
            @Nullable Instant lastBackup) {}

    private final WorkspaceService workspaces;
    private final DatabaseInfo database;
    private final AuditTrail trail;
    private final ObjectMapper json;

    WorkspaceController(WorkspaceService workspaces, DatabaseInfo database, AuditTrail trail, ObjectMapper json) {
        this.database = database;
        this.workspaces = workspaces;
        this.trail = trail;
        this.json = json;
    }

    @GetMapping("/workspace")
    ResponseEntity<WorkspaceSettingsView> workspace() {
        Caller.require(Permission.READ);
        return answer(workspaces.current());
    }

    @PatchMapping("/workspace")
    ResponseEntity<WorkspaceSettingsView> change(
            @RequestBody JsonNode body, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(workspaces.change(new Patch(body, json), Versions.expected(ifMatch)));
    }

    @GetMapping("/workspace/database")
    DatabaseView database() {
        Caller.require(Permission.MANAGE_WORKSPACE);
        return new DatabaseView(
                database.kind().name().toLowerCase(Locale.ROOT),
                database.location(),
                database.version(),
                database.lastBackup().orElse(null));
    }

    @GetMapping("/audit")
    Page<AuditTrail.Entry> audit(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return trail.page(kind, actor, cursor, limit);
    }

    private ResponseEntity<WorkspaceSettingsView> answer(Workspace workspace) {
        return ResponseEntity.ok()
                .eTag(Versions.etag(workspace.version()))
                .body(WorkspaceSettingsView.of(workspace, workspaces.currencyFixed()));
    }
}
