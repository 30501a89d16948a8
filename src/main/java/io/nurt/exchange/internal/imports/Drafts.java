package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Imports that may still be changed. Call inside a transaction. */
@Component
class Drafts {
    private final ImportStore imports;
    private final FileStore files;

    Drafts(ImportStore imports, FileStore files) {
        this.imports = imports;
        this.files = files;
    }

    /** @throws Problem when there is none, the caller may not import, or it has begun */
    ImportRow locked(UUID id) {
        Caller.require(Permission.IMPORT);
        ImportRow row = imports.lock(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (row.status() != ImportStatus.DRAFT) {
            throw new Problem(ExchangeProblem.NOT_A_DRAFT);
        }
        return row;
    }

    /** The rows of all files that are not left out. */
    void recount(UUID id) {
        imports.total(
                id,
                files.of(id).stream()
                        .filter(file -> file.entity() != null)
                        .mapToLong(ImportFile::rows)
                        .sum());
    }
}
