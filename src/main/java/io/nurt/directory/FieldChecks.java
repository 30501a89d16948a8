package io.nurt.directory;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one request, so that a person sees all of it at once. */
final class FieldChecks {
    static final int LINE = 500;
    static final int BLOCK = 20_000;
    private final Problem problem;

    FieldChecks() {
        this(new Problem(CommonProblem.INVALID));
    }

    FieldChecks(Problem problem) {
        this.problem = problem;
    }

    @Nullable
    String line(String field, @Nullable String text, int limit) {
        return atMost(field, CleanText.line(text), limit);
    }

    @Nullable
    String block(String field, @Nullable String text) {
        return atMost(field, CleanText.block(text), BLOCK);
    }

    /** What the reading gives; null when it refused, which is noted. */
    <T> @Nullable T read(String field, Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (RefusedValue refused) {
            refused.addTo(problem, field);
            return null;
        }
    }

    void refuse(String field, String code, Object... arguments) {
        problem.field(field, code, arguments);
    }

    /** @throws Problem {@link CommonProblem#INVALID} when anything was refused */
    void done() {
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }

    private @Nullable String atMost(String field, @Nullable String text, int limit) {
        if (text != null && CleanText.length(text) > limit) {
            refuse(field, "common.too-long", limit);
            return null;
        }
        return text;
    }
}
