package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.training.Run;
import io.nurt.forecast.internal.training.RunStore;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.platform.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How good the forecast was, and having that found out. */
@Service
public class TrackRecord {
    /** Name of the job that makes a record; its data is an {@link Order}. */
    public static final String JOB = "forecast-backtest";

    /** In the order in which they are told. */
    public static final List<String> MEASURES = List.of("booked", "invoiced", "cash");

    private static final String KIND = "backtest";

    private final RecordStore store;
    private final RunStore runs;
    private final Jobs jobs;

    TrackRecord(RecordStore store, RunStore runs, Jobs jobs) {
        this.store = store;
        this.runs = runs;
        this.jobs = jobs;
    }

    public record Order(UUID runId) {}

    /** Has the record made anew; a run that waits or runs already is answered instead of a second one. */
    @Transactional
    public Run make() {
        Caller caller = Caller.require(Permission.MANAGE_PIPELINES);
        return runs.find(make(caller.workspaceId(), caller.userId())).orElseThrow();
    }

    /** @param askedBy null: the product itself */
    @Transactional
    public UUID make(UUID workspace, @Nullable UUID askedBy) {
        Optional<UUID> pending = runs.pending(KIND, null);
        if (pending.isPresent()) {
            return pending.get();
        }
        UUID run = runs.ask(KIND, null, askedBy);
        jobs.schedule(JOB, run.toString(), workspace, new Order(run), Instant.now());
        return run;
    }

    /**
     * The newest record. Of somebody who may not see all deals the amounts are kept back: they are those of all deals.
     *
     * @param measure {@code booked}, or another of which there is a record
     */
    @Transactional(readOnly = true)
    public ForecastRecord newest(String measure) {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        RecordStore.Stored stored = store.newest().orElseThrow(() -> new Problem(RecordProblem.NO_RECORD_YET));
        ForecastRecord.Kept body = stored.body();
        ForecastRecord.OfMeasure of = body.measures().get(measure);
        if (of == null) {
            throw new Problem(CommonProblem.INVALID).field("measure", "common.wrong-type");
        }
        return new ForecastRecord(
                stored.runId(),
                stored.asOf(),
                stored.currency(),
                measure,
                MEASURES.stream().filter(body.measures()::containsKey).toList(),
                body.masked(),
                visibility.all()
                        ? of.origins()
                        : of.origins().stream().map(TrackRecord::withoutAmounts).toList(),
                of.amounts(),
                body.chances(),
                body.calibration(),
                of.pit(),
                body.commits().stream().filter(c -> visibility.sees(c.userId())).toList(),
                stored.corrections().shock(),
                stored.corrections().of(measure));
    }

    private static ForecastRecord.Origin withoutAmounts(ForecastRecord.Origin origin) {
        return new ForecastRecord.Origin(
                origin.snapshotId(),
                origin.asOf(),
                origin.tier(),
                origin.resolved(),
                origin.open(),
                origin.horizons().stream()
                        .map(h -> new ForecastRecord.Horizon(
                                h.horizon(),
                                h.until(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                h.pit(),
                                ForecastRecord.Baselines.NONE))
                        .toList());
    }
}
