package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.ImportViews.View;
import io.nurt.kernel.Page;
import io.nurt.kernel.Versions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {
    private static final int MOST = 200;

    private final ImportService imports;
    private final Proposals proposals;

    ImportController(ImportService imports, Proposals proposals) {
        this.imports = imports;
        this.proposals = proposals;
    }

    record Wanted(@Nullable String name) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View create(@RequestBody(required = false) @Nullable Wanted wanted) {
        return imports.create(wanted == null ? null : wanted.name());
    }

    @GetMapping
    Page<View> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return imports.page(Math.max(1, Math.min(MOST, limit)), cursor);
    }

    @GetMapping("/{id}")
    View one(@PathVariable UUID id) {
        return imports.one(id);
    }

    @PatchMapping("/{id}")
    View change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        return imports.change(id, Versions.expected(ifMatch), body);
    }

    @GetMapping("/{id}/proposals")
    ProposalViews.View proposals(@PathVariable UUID id) {
        return proposals.of(id);
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View run(@PathVariable UUID id) {
        return imports.run(id);
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable UUID id) {
        return imports.cancel(id);
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View undo(@PathVariable UUID id) {
        return imports.undo(id);
    }

    @PostMapping("/{id}/repeat")
    @ResponseStatus(HttpStatus.CREATED)
    View repeat(@PathVariable UUID id) {
        return imports.repeat(id);
    }
}
