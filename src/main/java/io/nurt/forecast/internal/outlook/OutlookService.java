package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.DataEnd;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.forecast.internal.training.Run;
import io.nurt.forecast.internal.training.RunStore;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.platform.Jobs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Outlooks as they were told, newest or older, and having one drawn. */
@Service
class OutlookService {
    private final OutlookStore store;
    private final CameBook cameBook;
    private final DataEnd dataEnd;
    private final RunStore runs;
    private final Jobs jobs;

    OutlookService(OutlookStore store, CameBook cameBook, DataEnd dataEnd, RunStore runs, Jobs jobs) {
        this.store = store;
        this.cameBook = cameBook;
        this.dataEnd = dataEnd;
        this.runs = runs;
        this.jobs = jobs;
    }

    static Measure measure(String code) {
        try {
            return Measure.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID).field("measure", "common.wrong-type");
        }
    }

    /** Has futures drawn; a run that waits or runs already is answered instead of a second one. */
    @Transactional
    public Run simulate() {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        return runs.find(simulate(caller.workspaceId(), caller.userId())).orElseThrow();
    }

    @Transactional
    public UUID simulate(UUID workspace, @Nullable UUID askedBy) {
        Optional<UUID> pending = runs.pending("simulation", null);
        if (pending.isPresent()) {
            return pending.get();
        }
        UUID run = runs.ask("simulation", null, askedBy);
        jobs.schedule(SimulationJob.NAME, run.toString(), workspace, new SimulationJob.Order(run), Instant.now());
        return run;
    }

    @Transactional(readOnly = true)
    public List<OutlookViews.SnapshotRef> snapshots() {
        Caller.require(Permission.READ);
        return store.snapshots().stream()
                .map(t -> new OutlookViews.SnapshotRef(t.id(), t.asOf(), t.takenAt(), t.weekly(), t.backtested()))
                .toList();
    }

    /** @param snapshotId null for the newest */
    @Transactional(readOnly = true)
    public OutlookViews.Outlook outlook(Measure measure, @Nullable UUID snapshotId) {
        Caller caller = Caller.require(Permission.READ);
        OutlookStore.Taken taken = taken(snapshotId);
        Snapshot body = store.body(taken.id()).orElseThrow();
        String code = Rows.code(measure);
        Snapshot.OfMeasure of = of(body, code);
        OutlookStore.Place place = store.place();
        DataEnd.Known known = dataEnd.known(place.zone(), LocalDate.now(place.zone()));
        CameBook.Came came =
                cameBook.since(LocalDate.ofInstant(taken.asOf(), place.zone()), measure, place.zone(), known);
        boolean all = caller.visibility().all();
        return new OutlookViews.Outlook(
                taken.id(),
                taken.asOf(),
                code,
                body.measures().stream().map(Snapshot.OfMeasure::measure).toList(),
                place.currency(),
                body.futures(),
                body.shock(),
                body.tier(),
                body.resolved(),
                body.open(),
                body.withoutAmount(),
                of.widening() == null ? 1 : of.widening(),
                of.newShare(),
                known.day(),
                known.ended(),
                all ? of.past() : null,
                all ? came.rows(of.months()) : null,
                all ? came.rows(of.quarters()) : null,
                groups(body, code, caller));
    }

    /**
     * What was told of each of the twelve months before a snapshot when the month began.
     *
     * @param snapshotId null for the newest
     */
    @Transactional(readOnly = true)
    public List<OutlookViews.Told> told(Measure measure, @Nullable UUID snapshotId) {
        if (!Caller.require(Permission.READ).visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        ZoneId zone = store.place().zone();
        YearMonth month = YearMonth.from(LocalDate.ofInstant(taken(snapshotId).asOf(), zone));
        return store.told(Rows.code(measure), month.minusMonths(12), month, zone);
    }

    private OutlookStore.Taken taken(@Nullable UUID snapshotId) {
        return snapshotId == null
                ? store.latest().orElseThrow(() -> new Problem(ForecastProblem.NOT_YET))
                : store.taken(snapshotId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static Snapshot.OfMeasure of(Snapshot body, String code) {
        return body.measures().stream()
                .filter(m -> m.measure().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private List<OutlookViews.Group> groups(Snapshot body, String code, Caller caller) {
        Collection<UUID> owners = caller.visibility().owners();
        Set<UUID> seen = new HashSet<>();
        if (owners != null) {
            seen.addAll(owners);
            seen.addAll(store.teamsOf(owners));
        }
        return body.groups().stream()
                .filter(g -> g.measure().equals(code))
                .filter(g -> owners == null || seen.contains(g.id()))
                .map(g -> new OutlookViews.Group(
                        g.kind(),
                        g.id(),
                        g.name(),
                        g.quarters().stream().map(CameBook::row).toList()))
                .toList();
    }

    /** Chance that a quarter brings at least an amount, read between the hundred points kept of its futures. */
    @Transactional(readOnly = true)
    public OutlookViews.TargetChance target(Measure measure, String quarter, double target, @Nullable UUID snapshotId) {
        if (!Caller.require(Permission.READ).visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Snapshot body = store.body(taken(snapshotId).id()).orElseThrow();
        double[] points = of(body, Rows.code(measure)).quantiles().get(quarter);
        if (points == null) {
            throw new Problem(ForecastProblem.NO_SUCH_QUARTER);
        }
        return new OutlookViews.TargetChance(quarter, Rows.money(target), chance(points, target));
    }

    static double chance(double[] points, double target) {
        int n = points.length - 1;
        if (target <= points[0]) {
            return 1;
        }
        for (int i = 0; i < n; i++) {
            if (target <= points[i + 1]) {
                double width = points[i + 1] - points[i];
                double within = width > 0 ? (target - points[i]) / width : 0;
                return 1 - (i + within) / n;
            }
        }
        return 0;
    }

    @Transactional(readOnly = true)
    public List<Snapshot.Effect> levers() {
        if (!Caller.require(Permission.READ).visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return store.body(taken(null).id()).orElseThrow().levers();
    }
}
