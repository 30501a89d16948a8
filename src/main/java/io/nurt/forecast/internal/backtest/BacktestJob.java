package io.nurt.forecast.internal.backtest;

import io.nurt.forecast.internal.billing.BillingBook;
import io.nurt.forecast.internal.billing.DayCame;
import io.nurt.forecast.internal.history.DataEnd;
import io.nurt.forecast.internal.outlook.PastDesk;
import io.nurt.forecast.internal.outlook.PastOutlook;
import io.nurt.forecast.internal.outlook.Standing;
import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.record.ForecastRecord;
import io.nurt.forecast.internal.record.RecordStore;
import io.nurt.forecast.internal.record.TrackRecord;
import io.nurt.forecast.internal.training.RunStore;
import io.nurt.forecast.internal.training.RunWatch;
import io.nurt.kernel.Ids;
import io.nurt.platform.JobHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the track record in the background. Nothing is written until all is done, so a run that is killed begins again and one
 * that is cancelled leaves nothing behind.
 */
@Component
class BacktestJob implements JobHandler<TrackRecord.Order> {
    private final PastDesk desk;
    private final OutcomeStore outcomes;
    private final DataEnd dataEnd;
    private final BillingBook billing;
    private final RecordStore store;
    private final RunStore runs;
    private final TransactionTemplate transaction;

    BacktestJob(
            PastDesk desk,
            OutcomeStore outcomes,
            DataEnd dataEnd,
            BillingBook billing,
            RecordStore store,
            RunStore runs,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.dataEnd = dataEnd;
        this.billing = billing;
        this.store = store;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return TrackRecord.JOB;
    }

    @Override
    public Class<TrackRecord.Order> dataType() {
        return TrackRecord.Order.class;
    }

    @Override
    public boolean heavy() {
        return true;
    }

    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void run(String instance, TrackRecord.Order order) {
        if (!runs.begin(order.runId())) {
            return;
        }
        try {
            make(order.runId(), Instant.now(), new RunWatch(runs, order.runId()));
        } catch (CancellationException cancelled) {
            return;
        }
    }

    private void make(UUID runId, Instant now, RunWatch watch) {
        Standing standing = desk.standing();
        ZoneId zone = standing.zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant first = outcomes.first().orElse(now);
        LocalDate end = dataEnd.known(zone, today).day();
        LocalDate firstDay = LocalDate.ofInstant(first, zone);
        Judge.Came came = new Judge.Came(
                outcomes.outcomes(zone), outcomes.said(), billing.cameByDay(now, firstDay), firstDay, today, end);
        Chances chances = new Chances();
        List<Instant> origins = Origins.of(first, end, zone);
        double perMonth = Origins.perMonth(origins, zone);
        Lessons lessons = new Lessons(perMonth);
        Judge judge = new Judge(came, chances, lessons);
        List<Judged> judged = new ArrayList<>();
        List<PastDesk.Told> told = new ArrayList<>();
        for (Instant origin : origins) {
            watch.at(1 + 97 * judged.size() / origins.size());
            PastDesk.Read read = desk.read(origin, standing);
            PastOutlook outlook = desk.outlook(read, came.outcomes()::value);
            Corrections corrections = lessons.of(read.day());
            List<DayCame> moneyThen = billing.cameByDay(origin, read.day());
            UUID id = Ids.next();
            judged.add(judge.judge(id, outlook, read.histories(), moneyThen, corrections, watch));
            told.add(desk.told(id, outlook, outlook.draw(corrections, watch)));
        }
        watch.at(98);
        ForecastRecord.Kept kept = new ForecastRecord.Kept(
                Scoreboard.measures(judged, TrackRecord.MEASURES, perMonth),
                masked(judged),
                chances.rows(),
                chances.calibration(),
                Commits.rows(came.said(), came.outcomes(), today, zone));
        Corrections learnt = lessons.of(today);
        transaction.executeWithoutResult(status -> keep(runId, now, learnt, kept, told));
    }

    private static double masked(List<Judged> judged) {
        int open = judged.stream().mapToInt(Judged::open).sum();
        return open == 0 ? 0 : judged.stream().mapToInt(Judged::masked).sum() / (double) open;
    }

    private void keep(
            UUID runId, Instant asOf, Corrections learnt, ForecastRecord.Kept kept, List<PastDesk.Told> told) {
        if (runs.end(runId, "done", null, "{\"origins\": " + told.size() + "}")) {
            desk.replace(told);
            store.replace(runId, asOf, learnt, kept);
        }
    }

    @Override
    public void gaveUp(String instance, TrackRecord.Order order, Throwable cause) {
        transaction.executeWithoutResult(status -> runs.end(order.runId(), "failed", "forecast.failed", "{}"));
    }
}
