package io.nurt.forecast.internal.call;

import io.nurt.forecast.internal.call.CallRow.CallCategory;
import io.nurt.forecast.internal.call.CallRow.CallFreshness;
import io.nurt.forecast.internal.call.CallRow.CallModel;
import io.nurt.forecast.internal.call.CallRow.CallQuota;
import io.nurt.forecast.internal.call.CallRow.CallSaid;
import io.nurt.forecast.internal.call.OwnerFigures.Category;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures, quotas and what was said, summed up the tree. */
final class RollUp {
    /** A commitment older than this says little of today. */
    static final int STALE_AFTER_DAYS = 7;

    /**
     * @param past won by each owner so far into past periods; periods in which nobody won anything are empty
     * @param model null when it says nothing of the period
     */
    record Inputs(
            Period period,
            LocalDate today,
            ZoneId zone,
            Map<UUID, OwnerFigures> figures,
            QuotaBook quotas,
            Map<Period, Map<UUID, BigDecimal>> past,
            List<Submission> said,
            ModelRange.@Nullable Told model) {}

    private record Said(Subject subject, Submission.Kind kind) {}

    private final Inputs in;
    private final Map<Said, Submission> said = new HashMap<>();

    private RollUp(Inputs in) {
        this.in = in;
        in.said().forEach(one -> said.put(new Said(one.subject(), one.kind()), one));
    }

    static List<CallRow> rows(Node root, Inputs inputs) {
        List<CallRow> rows = new ArrayList<>();
        new RollUp(inputs).add(root, null, 0, rows);
        return rows;
    }

    private static String key(Node node) {
        return kind(node) + ":" + node.subject().id();
    }

    private static String kind(Node node) {
        return node.subject().equals(Subject.user(Subject.NOBODY))
                ? "unassigned"
                : node.subject().kind().code();
    }

    private void add(Node node, @Nullable String parent, int depth, List<CallRow> rows) {
        rows.add(row(node, parent, depth));
        node.children().forEach(child -> add(child, key(node), depth + 1, rows));
    }

    private CallRow row(Node node, @Nullable String parent, int depth) {
        OwnerFigures figures = figures(node);
        BigDecimal quota = in.quotas().of(node, in.period());
        CallSaid commit = summed(node, Submission.Kind.COMMIT);
        Double attainment = Pace.attainment(figures.won(), quota);
        Pace.Told pace = Pace.pace(attainment, past(node));
        boolean nobody = kind(node).equals("unassigned");
        return new CallRow(
                key(node),
                kind(node),
                nobody ? null : node.subject().id(),
                node.name(),
                parent,
                depth,
                false,
                false,
                quota == null
                        ? null
                        : new CallQuota(Amounts.plain(quota), in.quotas().own(node.subject(), in.period()) != null),
                Amounts.plain(figures.won()),
                figures.wonCount(),
                Amounts.plain(figures.open()),
                figures.openCount(),
                Amounts.plain(figures.weighted()),
                Amounts.plain(figures.won().add(figures.weighted())),
                figures.noAmount(),
                categories(figures),
                commit,
                summed(node, Submission.Kind.BEST_CASE),
                call(node),
                model(node, figures.won()),
                attainment,
                Pace.attainment(figures.won().add(figures.in(Category.COMMIT).amount()), quota),
                Pace.attainment(commit == null ? null : new BigDecimal(commit.amount()), quota),
                pace.usual(),
                pace.pace(),
                pace.periods(),
                freshness(node),
                null);
    }

    private OwnerFigures figures(Node node) {
        return node.owners().stream()
                .map(owner -> in.figures().getOrDefault(owner, OwnerFigures.NOTHING))
                .reduce(OwnerFigures.NOTHING, OwnerFigures::plus);
    }

    private static Map<String, CallCategory> categories(OwnerFigures figures) {
        Map<String, CallCategory> all = new LinkedHashMap<>();
        for (Category category : Category.values()) {
            OwnerFigures.Slice slice = figures.in(category);
            all.put(
                    category.code(),
                    new CallCategory(Amounts.plain(slice.amount()), Amounts.plain(slice.derived()), slice.count()));
        }
        return all;
    }

    private @Nullable CallModel model(Node node, BigDecimal won) {
        ModelRange.Range range = in.model() == null ? null : in.model().of(node.subject(), node.owners(), won);
        return range == null
                ? null
                : new CallModel(
                        Amounts.plain(range.p10()),
                        Amounts.plain(range.p50()),
                        Amounts.plain(range.p90()),
                        Amounts.plain(range.mean()));
    }

    private List<Pace.Past> past(Node node) {
        List<Pace.Past> past = new ArrayList<>();
        in.past().forEach((period, wonByOwner) -> {
            BigDecimal quota = in.quotas().of(node, period);
            if (quota != null) {
                BigDecimal won =
                        Amounts.sum(node.owners().stream().map(wonByOwner::get).toList());
                past.add(new Pace.Past(Objects.requireNonNullElse(won, BigDecimal.ZERO), quota));
            }
        });
        return past;
    }

    private @Nullable CallSaid own(Node node, Submission.Kind kind) {
        Submission one = said.get(new Said(node.subject(), kind));
        return one == null
                ? null
                : new CallSaid(
                        Amounts.plain(one.amount()), true, one.authorId(), one.authorName(), one.at(), one.reason());
    }

    /** Own, otherwise the sum of those below that said anything. */
    private @Nullable CallSaid summed(Node node, Submission.Kind kind) {
        CallSaid own = own(node, kind);
        return own != null
                ? own
                : sum(node.children().stream()
                        .map(child -> amount(summed(child, kind)))
                        .toList());
    }

    /** A manager's word, otherwise those of the managers below, and of people of whom none spoke their own commitments. */
    private @Nullable CallSaid call(Node node) {
        CallSaid own = own(node, Submission.Kind.CALL);
        return own != null
                ? own
                : sum(node.children().stream()
                        .map(child -> {
                            CallSaid called = call(child);
                            return amount(
                                    called != null || child.person() == null
                                            ? called
                                            : own(child, Submission.Kind.COMMIT));
                        })
                        .toList());
    }

    private static @Nullable BigDecimal amount(@Nullable CallSaid said) {
        return said == null ? null : new BigDecimal(said.amount());
    }

    private static @Nullable CallSaid sum(List<? extends @Nullable BigDecimal> amounts) {
        BigDecimal sum = Amounts.sum(amounts);
        return sum == null ? null : new CallSaid(Amounts.plain(sum), false, null, null, null, null);
    }

    private CallFreshness freshness(Node node) {
        if (node.subject().kind() == Subject.Kind.USER) {
            Submission last = said.get(new Said(node.subject(), Submission.Kind.COMMIT));
            Integer days = last == null
                    ? null
                    : Integer.valueOf((int) Math.max(
                            0, ChronoUnit.DAYS.between(LocalDate.ofInstant(last.at(), in.zone()), in.today())));
            boolean expected = node.person() != null && node.person().sells();
            boolean stale = expected && !in.period().over(in.today()) && (days == null || days > STALE_AFTER_DAYS);
            return new CallFreshness(days, stale, expected ? 1 : 0, expected && last != null ? 1 : 0, stale ? 1 : 0);
        }
        CallFreshness sum = new CallFreshness(null, false, 0, 0, 0);
        for (Node child : node.children()) {
            CallFreshness one = freshness(child);
            Integer days = one.staleDays() == null
                    ? sum.staleDays()
                    : Integer.valueOf(Math.max(one.staleDays(), sum.staleDays() == null ? 0 : sum.staleDays()));
            sum = new CallFreshness(
                    days,
                    false,
                    sum.expected() + one.expected(),
                    sum.submitted() + one.submitted(),
                    sum.staleCount() + one.staleCount());
        }
        return sum;
    }
}
