package io.nurt.forecast.internal.call;

import io.nurt.kernel.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whom a request is about. */
final class Subjects {
    private Subjects() {}

    /** @throws Problem {@link CallProblem#SUBJECT_UNKNOWN} when that is no kind of subject */
    static Subject of(@Nullable String kind, @Nullable UUID id) {
        for (Subject.Kind one : Subject.Kind.values()) {
            if (one.code().equals(kind) && id != null) {
                return new Subject(one, id);
            }
        }
        throw new Problem(CallProblem.SUBJECT_UNKNOWN);
    }
}
