package io.nurt.forecast.internal.call;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Team;
import io.nurt.identity.Teams;
import io.nurt.identity.Visibility;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forecast call as it is now. */
@Service
class Calls {
    private final Workspaces workspaces;
    private final Teams teams;
    private final CallPeople people;
    private final FigureStore figures;
    private final QuotaStore quotas;
    private final SubmissionStore submissions;
    private final List<ModelRange> models;

    Calls(
            Workspaces workspaces,
            Teams teams,
            CallPeople people,
            FigureStore figures,
            QuotaStore quotas,
            SubmissionStore submissions,
            List<ModelRange> models) {
        this.workspaces = workspaces;
        this.teams = teams;
        this.people = people;
        this.figures = figures;
        this.quotas = quotas;
        this.submissions = submissions;
        this.models = models;
    }

    /**
     * What the caller may see of a period's table.
     *
     * @param written such as 2026-Q4 or 2026-11; null: this quarter
     * @param team of which it is; null: of everyone
     */
    @Transactional(readOnly = true)
    public CallTable now(@Nullable String written, @Nullable UUID team) {
        Caller caller = Caller.require(Permission.READ);
        Period period = Period.of(written, today());
        List<Team> tree = teams.all();
        CallTable all = table(period, caller.visibility(), tree);
        CallTable seen =
                all.with(Seen.rows(all.rows(), caller.visibility(), new Leading(caller, tree)), caller.userId(), null);
        return team == null
                ? seen
                : seen.ofTeam(team, figures.withoutCloseDate(caller.visibility(), owners(Subject.team(team))));
    }

    LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), workspaces.current().zone());
    }

    /**
     * The people whose deals a row sums.
     *
     * @return for deals without an owner {@link Subject#NOBODY}; empty for a team or person that is not there
     */
    Set<UUID> owners(Subject subject) {
        Workspace workspace = workspaces.current();
        return find(Node.tree(workspace.id(), workspace.name(), teams.all(), people.all()), subject);
    }

    private static Set<UUID> find(Node node, Subject subject) {
        if (node.subject().equals(subject)) {
            return node.owners();
        }
        return node.children().stream()
                .map(child -> find(child, subject))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    Leading leading(Caller caller) {
        return new Leading(caller, teams.all());
    }

    /** All rows, with the figures of those deals that this visibility lets through. */
    CallTable table(Period period, Visibility visibility) {
        return table(period, visibility, teams.all());
    }

    private CallTable table(Period period, Visibility visibility, List<Team> tree) {
        Workspace workspace = workspaces.current();
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, workspace.zone());
        double fraction = Pace.fraction(period, today);
        QuotaBook book =
                new QuotaBook(quotas.inForce(period.plus(-Pace.LOOKED_AT).first(), period.last()));
        ModelRange.Told model = models.stream()
                .flatMap(one -> one.told(period, workspace, today, visibility).stream())
                .findFirst()
                .orElse(null);
        Node root = Node.tree(workspace.id(), workspace.name(), tree, people.all());
        List<CallRow> rows = RollUp.rows(
                root,
                new RollUp.Inputs(
                        period,
                        today,
                        workspace.zone(),
                        figures.figures(period, workspace, today, visibility),
                        book,
                        past(period, fraction, root, book, workspace, today, visibility),
                        submissions.inForce(period),
                        model));
        return new CallTable(
                period.toString(),
                period.first(),
                period.last(),
                period.plus(-1).toString(),
                period.plus(1).toString(),
                period.over(today),
                now,
                workspace.currency().getCurrencyCode(),
                fraction,
                model == null ? null : model.basis(),
                null,
                figures.withoutCloseDate(visibility, null),
                null,
                null,
                rows);
    }

    /** What was won so far into the past periods in which anybody had a quota. */
    private Map<Period, Map<UUID, BigDecimal>> past(
            Period period,
            double fraction,
            Node root,
            QuotaBook book,
            Workspace workspace,
            LocalDate today,
            Visibility visibility) {
        Map<Period, LocalDate> until = new LinkedHashMap<>();
        for (int i = 1; i <= Pace.LOOKED_AT; i++) {
            Period past = period.plus(-i);
            if (past.over(today) && asked(root, book, past)) {
                until.put(past, Pace.dayAt(past, fraction));
            }
        }
        Map<Period, Map<UUID, BigDecimal>> won = new LinkedHashMap<>();
        Map<Period, Map<UUID, BigDecimal>> found = figures.won(until, workspace, today, visibility);
        until.keySet().forEach(past -> won.put(past, found.getOrDefault(past, Map.of())));
        return won;
    }

    private static boolean asked(Node node, QuotaBook book, Period period) {
        return book.own(node.subject(), period) != null
                || node.children().stream().anyMatch(child -> asked(child, book, period));
    }
}
