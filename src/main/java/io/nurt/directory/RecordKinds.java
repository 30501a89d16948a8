package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Kinds of records as requests name them. */
final class RecordKinds {
    private RecordKinds() {}

    /** @throws Problem {@link CommonProblem#INVALID} naming the field */
    static RecordKind of(String field, @Nullable String code) {
        if (code == null) {
            throw new Problem(CommonProblem.INVALID).field(field, "common.required");
        }
        for (RecordKind kind : RecordKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new Problem(CommonProblem.INVALID).field(field, "directory.unknown-choice", code);
    }

    /** One of company, contact and deal: what has notes and views. */
    static RecordKind listed(String field, @Nullable String code) {
        RecordKind kind = of(field, code);
        if (kind == RecordKind.PRODUCT) {
            throw new Problem(CommonProblem.INVALID).field(field, "directory.unknown-choice", kind.code());
        }
        return kind;
    }
}
