package io.nurt.pipeline;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads filters from query parameters; values may be repeated or joined by commas where ids are listed. */
final class DealFilterReader {
    static final Set<String> NAMES = Set.of(
            "pipeline",
            "stage",
            "status",
            "owner",
            "team",
            "company",
            "contact",
            "product",
            "source",
            "tag",
            "q",
            "amountFrom",
            "amountTo",
            "createdFrom",
            "createdTo",
            "closeFrom",
            "closeTo",
            "closedFrom",
            "closedTo",
            "nextStep",
            "nextStepFrom",
            "nextStepTo",
            "import",
            "state",
            "close",
            "risk");
    private static final Set<String> STATES = Set.of("active", "archived", "trashed", "counted");
    private static final Set<String> STATUSES = Set.of("open", "won", "lost");
    /** What each asks of a deal that does not rest, in terms of {@code :today}. */
    static final Map<String, String> NEXT_STEPS = Map.of(
            "overdue", "d.next_step_on < :today",
            "today", "d.next_step_on = :today",
            "later", "(d.next_step_on > :today or d.next_step_on is null and d.next_step is not null)",
            "none", "(d.next_step_on is null and d.next_step is null)");

    private static final String CUSTOM = "custom.";
    private static final String NOBODY = "none";
    private static final Set<String> LACKABLE = Set.of("team", "company", "product", "source", "close");

    private final Map<String, List<String>> parameters;
    private final Problem problem = new Problem(CommonProblem.INVALID);

    private DealFilterReader(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static DealFilter read(Map<String, List<String>> parameters) {
        DealFilterReader reader = new DealFilterReader(parameters);
        DealFilter filter = reader.filter();
        if (reader.problem.hasFieldErrors()) {
            throw reader.problem;
        }
        return filter;
    }

    /** As {@link #read}, refusing what is not a filter: a misspelt one must not make a bulk edit wider. */
    static DealFilter readStrictly(Map<String, List<String>> parameters) {
        Problem unknown = new Problem(CommonProblem.INVALID);
        parameters.keySet().stream()
                .filter(name -> !NAMES.contains(name) && !name.startsWith(CUSTOM))
                .forEach(name -> unknown.field("filter." + name, "common.unknown-field"));
        if (unknown.hasFieldErrors()) {
            throw unknown;
        }
        return read(parameters);
    }

    private DealFilter filter() {
        List<String> owners = listed("owner");
        String state = one("state", Function.identity());
        return new DealFilter(
                ids("pipeline"),
                ids("stage"),
                allowed("status", listed("status"), STATUSES),
                owners.stream()
                        .filter(owner -> !owner.equals(NOBODY))
                        .map(this::owner)
                        .toList(),
                owners.contains(NOBODY),
                ids("team"),
                ids("company"),
                ids("contact"),
                ids("product"),
                texts("source").stream()
                        .filter(source -> !source.equals(NOBODY))
                        .toList(),
                texts("tag"),
                one("q", text -> text.replace("\u0000", "").strip()),
                one("amountFrom", BigDecimal::new),
                one("amountTo", BigDecimal::new),
                one("createdFrom", LocalDate::parse),
                one("createdTo", LocalDate::parse),
                one("closeFrom", LocalDate::parse),
                one("closeTo", LocalDate::parse),
                one("closedFrom", LocalDate::parse),
                one("closedTo", LocalDate::parse),
                allowed("nextStep", listed("nextStep"), NEXT_STEPS.keySet()),
                one("nextStepFrom", LocalDate::parse),
                one("nextStepTo", LocalDate::parse),
                one("import", UUID::fromString),
                state == null
                        ? "active"
                        : allowed("state", List.of(state), STATES).stream()
                                .findFirst()
                                .orElse("active"),
                without(),
                risks(),
                custom());
    }

    private Set<DealRisk> risks() {
        Set<DealRisk> risks = EnumSet.noneOf(DealRisk.class);
        for (String code : listed("risk")) {
            DealRisk.of(code).ifPresentOrElse(risks::add, () -> problem.field("risk", "common.wrong-type"));
        }
        return risks;
    }

    private Set<String> without() {
        Set<String> without = new HashSet<>();
        for (String name : LACKABLE) {
            if (texts(name).contains(NOBODY)) {
                without.add(name);
            }
        }
        return without;
    }

    private UUID owner(String text) {
        UUID id = value("owner", text, UUID::fromString);
        return id == null ? new UUID(0, 0) : id;
    }

    private List<UUID> ids(String name) {
        return listed(name).stream()
                .filter(text -> !text.equals(NOBODY) || !LACKABLE.contains(name))
                .map(text -> value(name, text, UUID::fromString))
                .filter(java.util.Objects::nonNull)
                .map(id -> (UUID) id)
                .toList();
    }

    private List<String> listed(String name) {
        return texts(name).stream()
                .flatMap(text -> java.util.Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> texts(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(text -> text.replace("\u0000", ""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private <T> @Nullable T one(String name, Function<String, T> read) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? null : value(name, texts.get(0), read);
    }

    private <T> @Nullable T value(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            problem.field(name, "common.wrong-type");
            return null;
        }
    }

    private List<String> allowed(String name, List<String> values, Set<String> allowed) {
        if (!allowed.containsAll(values)) {
            problem.field(name, "common.wrong-type");
        }
        return values;
    }

    private Map<String, String> custom() {
        Map<String, String> custom = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(CUSTOM) && !values.isEmpty()) {
                custom.put(name.substring(CUSTOM.length()), values.get(0));
            }
        });
        return custom;
    }
}
