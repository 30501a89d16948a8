package io.nurt.insights;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way from a figure to its deals: parameters of the deals list, which reads them as this module does. */
final class Drill {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private Drill(Question question) {
        put("pipeline", question.pipelines());
        put("owner", question.owners());
        put("team", question.teams());
        put("product", question.products());
        put("source", question.sources());
    }

    /** Deals closed in the period, of these statuses. */
    static Drill closed(Question question, String... statuses) {
        return closed(question, question.from(), question.to(), statuses);
    }

    static Drill closed(Question question, @Nullable LocalDate from, @Nullable LocalDate to, String... statuses) {
        return new Drill(question)
                .with("status", statuses)
                .counted()
                .day("closedFrom", from)
                .day("closedTo", to);
    }

    /** Deals opened in the period, whatever became of them. */
    static Drill opened(Question question) {
        return new Drill(question).counted().day("createdFrom", question.from()).day("createdTo", question.to());
    }

    /** Deals open now. */
    static Drill open(Question question) {
        return new Drill(question).with("status", "open").counted();
    }

    Drill with(String name, String... values) {
        parameters.put(name, List.of(values));
        return this;
    }

    private Drill counted() {
        return with("state", "counted");
    }

    private Drill day(String name, @Nullable LocalDate day) {
        return day == null ? this : with(name, day.toString());
    }

    private void put(String name, Question.Choice<?> choice) {
        if (!choice.any()) {
            parameters.put(name, choice.texts());
        }
    }

    Map<String, List<String>> parameters() {
        return parameters;
    }
}
