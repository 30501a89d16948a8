package io.nurt.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController("directoryBulkController")
class BulkController {
    private final DirectoryBulk bulk;

    BulkController(DirectoryBulk bulk) {
        this.bulk = bulk;
    }

    /** @param change ownerId, industry (of companies), source, tagsAdd, tagsRemove, archive, trash */
    record Wanted(@Nullable List<UUID> ids, @Nullable JsonNode change) {}

    @PostMapping("/api/v1/companies/bulk")
    DirectoryBulk.Result companies(@RequestBody Wanted wanted) {
        return bulk.change(RecordKind.COMPANY, wanted.ids(), wanted.change());
    }

    @PostMapping("/api/v1/contacts/bulk")
    DirectoryBulk.Result contacts(@RequestBody Wanted wanted) {
        return bulk.change(RecordKind.CONTACT, wanted.ids(), wanted.change());
    }
}
