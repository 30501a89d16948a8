package io.nurt.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trail of security-relevant acts, which administrators read and nobody changes. */
public interface AuditLog {
    /**
     * Records an act of the current caller (of nobody, where there is none) in the current workspace and transaction.
     *
     * @param kind what was done, stable and dashed: {@code data-exported}
     * @param subjectKind what it was done to: {@code user}, {@code import}; null when to nothing particular
     * @param subjectId which one; null when to nothing particular
     * @param details what a reader needs beside that; never a secret
     */
    void record(String kind, @Nullable String subjectKind, @Nullable UUID subjectId, Map<String, ?> details);
}
