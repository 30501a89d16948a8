package io.nurt.insights;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about: a period of days in the workspace's zone and filters, each of which matches any of its values.
 *
 * @param from first day; null: from the beginning
 * @param to last day, inclusive; null: without end
 */
record Question(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Choice<UUID> pipelines,
        Choice<UUID> owners,
        Choice<UUID> teams,
        Choice<UUID> products,
        Choice<String> sources) {
    /** The value that asks for records without an owner, team, product or source. */
    static final String NONE = "none";

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /**
     * One filter.
     *
     * @param none whether records without a value match as well
     */
    record Choice<T>(Set<T> values, boolean none) {
        boolean any() {
            return values.isEmpty() && !none;
        }

        List<String> texts() {
            List<String> texts =
                    new ArrayList<>(values.stream().map(Object::toString).toList());
            if (none) {
                texts.add(NONE);
            }
            return texts;
        }
    }

    boolean filtered() {
        return !(pipelines.any() && owners.any() && teams.any() && products.any() && sources.any());
    }

    /** @throws Problem naming every parameter that cannot be read */
    static Question of(HttpServletRequest request) {
        Problem problem = new Problem(CommonProblem.INVALID);
        LocalDate from = day(request, "from", problem);
        LocalDate to = day(request, "to", problem);
        if (from != null && to != null && to.isBefore(from)) {
            problem.field("to", "insights.period-reversed");
        }
        Question question = new Question(
                from,
                to,
                ids(request, "pipeline", problem),
                ids(request, "owner", problem),
                ids(request, "team", problem),
                ids(request, "product", problem),
                texts(request, "source"));
        if (problem.hasFieldErrors()) {
            throw problem;
        }
        return question;
    }

    private static @Nullable LocalDate day(HttpServletRequest request, String name, Problem problem) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Named below, together with whatever else is wrong.
        }
        problem.field(name, "insights.not-a-day");
        return null;
    }

    private static Choice<UUID> ids(HttpServletRequest request, String name, Problem problem) {
        Set<UUID> ids = new LinkedHashSet<>();
        boolean none = false;
        for (String text : values(request, name)) {
            if (text.equals(NONE)) {
                none = true;
                continue;
            }
            try {
                ids.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                problem.field(name, "common.wrong-type");
            }
        }
        return new Choice<>(ids, none);
    }

    private static Choice<String> texts(HttpServletRequest request, String name) {
        Set<String> texts = new LinkedHashSet<>(values(request, name));
        return new Choice<>(texts, texts.remove(NONE));
    }

    /** Not through Spring's conversion, which would split a source such as "Fair, Hanover" at its comma. */
    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : java.util.Arrays.stream(values).filter(v -> !v.isBlank()).toList();
    }
}
