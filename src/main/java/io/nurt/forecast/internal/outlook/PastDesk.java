package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.TrailStore;
import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.training.Trained;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out a workspace as it was recorded at a past moment, with models learnt anew from what was known then. */
@Component
public class PastDesk {
    private final TrailStore trails;
    private final OutlookStore store;
    private final StandingStore standings;
    private final CashBook cash;
    private final Telling telling;

    PastDesk(TrailStore trails, OutlookStore store, StandingStore standings, CashBook cash, Telling telling) {
        this.trails = trails;
        this.store = store;
        this.standings = standings;
        this.cash = cash;
        this.telling = telling;
    }

    /** All that is read of one moment. */
    public static final class Read {
        final Instant asOf;
        final Standing standing;
        final Map<UUID, History> histories;
        final Cash cash;

        Read(Instant asOf, Standing standing, Map<UUID, History> histories, Cash cash) {
            this.asOf = asOf;
            this.standing = standing;
            this.histories = histories;
            this.cash = cash;
        }

        public ZoneId zone() {
            return standing.zone();
        }

        public LocalDate day() {
            return LocalDate.ofInstant(asOf, zone());
        }

        /** By pipeline, in the order of the pipelines; those that no deal had entered are left out. */
        public Map<UUID, History> histories() {
            return histories;
        }
    }

    /** What is the same for every moment; read it once. */
    public Standing standing() {
        return standings.read();
    }

    @Transactional(readOnly = true)
    public Read read(Instant asOf, Standing standing) {
        Map<UUID, History> histories = new java.util.LinkedHashMap<>();
        for (UUID pipeline : standing.pipelines) {
            History history = trails.read(pipeline, asOf);
            if (!history.trails().isEmpty() && !history.stages().isEmpty()) {
                histories.put(pipeline, history);
            }
        }
        LocalDate day = LocalDate.ofInstant(asOf, standing.zone());
        return new Read(asOf, standing, histories, cash.at(asOf, day));
    }

    /**
     * Trains and lays out; pure work, needs no database.
     *
     * @param finals what deals are worth now: of deals closed by then this was known then, even where it is known only as it ended
     */
    public PastOutlook outlook(Read read, ToDoubleFunction<UUID> finals) {
        List<PastWon> won = PastWon.of(read, finals);
        double[] wonAmounts = PastWon.amounts(won, read.day());
        List<Workbench.Part> parts = new ArrayList<>();
        int masked = 0;
        for (Map.Entry<UUID, History> of : read.histories().entrySet()) {
            Trained trained = Trained.of(of.getKey(), of.getValue());
            List<Periods.Open> open = trained.periods().open();
            PastFacts facts = new PastFacts(of.getValue(), read.standing, open, wonAmounts);
            List<Facts> lately = facts.lately();
            masked += facts.masked() ? open.size() : 0;
            parts.add(new Workbench.Part(
                    new PipelineState(trained.model(), of.getValue(), open),
                    facts.open(open),
                    facts.newAmounts(lately),
                    lately,
                    facts.ratio()));
        }
        Workbench.Laid laid = new Workbench.Laid(
                read.standing.place,
                new Calendar(read.day(), Workbench.MONTHS),
                read.asOf,
                parts,
                read.cash,
                Corrections.BELIEVED);
        return new PastOutlook(laid, read.standing, won, masked);
    }

    /** A snapshot that is yet to be kept. */
    public static final class Told {
        private final UUID id;
        private final Instant asOf;
        private final Snapshot snapshot;

        Told(UUID id, Instant asOf, Snapshot snapshot) {
            this.id = id;
            this.asOf = asOf;
            this.snapshot = snapshot;
        }
    }

    /** The whole outlook as it would have been told then. */
    @Transactional(readOnly = true)
    public Told told(UUID id, PastOutlook outlook, PastOutlook.Drawn drawn) {
        return new Told(
                id,
                outlook.asOf(),
                telling.snapshot(drawn.laid(), outlook.groups(), drawn.futures(), outlook.actuals(), List.of()));
    }

    /** Keeps these in place of all made afterwards before. Joins the caller's transaction. */
    @Transactional
    public void replace(List<Told> told) {
        store.removeBacktested();
        for (Told one : told) {
            store.addBacktested(one.id, one.asOf, one.snapshot);
        }
    }
}
