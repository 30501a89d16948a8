package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.hazard.Tier;
import io.nurt.forecast.internal.history.Features;
import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Periods;
import io.nurt.forecast.internal.history.TrailStore;
import io.nurt.forecast.internal.record.Corrections;
import io.nurt.forecast.internal.record.RecordStore;
import io.nurt.forecast.internal.simulation.AmountRatio;
import io.nurt.forecast.internal.simulation.Calendar;
import io.nurt.forecast.internal.simulation.Futures;
import io.nurt.forecast.internal.simulation.Replicates;
import io.nurt.forecast.internal.simulation.Simulation;
import io.nurt.forecast.internal.training.ModelStore;
import io.nurt.forecast.internal.training.StoredModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything of a workspace that futures are drawn from, read once and drawn from under as many levers as are asked. */
@Component
class Workbench {
    /** The rest of this month and twelve more. */
    static final int MONTHS = 13;

    private static final long SEED = 20_260_101;

    private final TrailStore trails;
    private final ModelStore models;
    private final OutlookStore store;
    private final CashBook cash;
    private final RecordStore record;

    Workbench(TrailStore trails, ModelStore models, OutlookStore store, CashBook cash, RecordStore record) {
        this.trails = trails;
        this.models = models;
        this.store = store;
        this.cash = cash;
        this.record = record;
    }

    /** A pipeline with what its deals are worth. */
    record Part(
            PipelineState state, Map<UUID, Facts> facts, double[] newAmounts, List<Facts> lately, AmountRatio ratio) {}

    /** Read at one moment. */
    record Laid(
            OutlookStore.Place place,
            Calendar calendar,
            Instant asOf,
            List<Part> parts,
            Cash cash,
            Corrections corrections) {
        /** Lowest of the models': how much the data carry. */
        String tier() {
            return parts.stream()
                    .map(p -> p.state().model().model().tier())
                    .min(Comparator.naturalOrder())
                    .orElse(Tier.PRIOR)
                    .name()
                    .toLowerCase(Locale.ROOT);
        }

        /** Closed deals that the models learnt from. */
        int resolved() {
            return parts.stream()
                    .mapToInt(p -> p.state().model().model().basis().resolved())
                    .sum();
        }

        int open() {
            return parts.stream().mapToInt(p -> p.facts().size()).sum();
        }
    }

    @Transactional(readOnly = true)
    Laid lay(Instant asOf) {
        OutlookStore.Place place = store.place();
        List<Part> parts = new ArrayList<>();
        for (UUID pipeline : store.pipelines()) {
            Optional<StoredModel> model = models.inUse(pipeline);
            History history = trails.read(pipeline, asOf);
            if (model.isEmpty() || !model.get().stages().equals(history.stages())) {
                continue;
            }
            Features features = Features.of(model.get().choice(), history);
            Periods periods = new Periods(history, features, model.get().periodDays());
            PipelineState state = new PipelineState(model.get(), history, periods.open());
            List<Facts> lately = store.lately(pipeline, asOf);
            double[] amounts = lately.stream()
                    .mapToDouble(Facts::amount)
                    .filter(a -> !Double.isNaN(a))
                    .toArray();
            parts.add(new Part(state, store.open(pipeline), amounts, lately, new Learnt(history).ratio()));
        }
        Calendar calendar = new Calendar(LocalDate.ofInstant(asOf, place.zone()), MONTHS);
        return new Laid(place, calendar, asOf, parts, cash.at(asOf, calendar.start()), record.corrections());
    }

    /** Draws futures; groups are numbered as they come, the same for every lever. */
    Replicates draw(Laid laid, Groups groups, Lever lever, int futures, BooleanSupplier cancelled) {
        return draw(inputs(laid, groups, lever), futures, cancelled)
                .less(laid.cash().outflows().outgoing());
    }

    /** What futures are drawn from, pipeline by pipeline. */
    static List<Futures> inputs(Laid laid, Groups groups, Lever lever) {
        FuturesBuilder builder = new FuturesBuilder(
                laid.calendar(), groups, laid.cash(), laid.corrections().shock().size());
        List<Futures> inputs = new ArrayList<>();
        FuturesBuilder.WonBefore before = FuturesBuilder.WonBefore.of(laid, groups);
        for (Part part : laid.parts()) {
            inputs.add(builder.futures(
                    part.state(),
                    part.facts(),
                    part.newAmounts(),
                    part.lately(),
                    part.ratio(),
                    inputs.isEmpty() ? before : FuturesBuilder.WonBefore.NONE,
                    lever));
        }
        return inputs.stream()
                .map(input -> input.withSlots(groups.all().size()))
                .toList();
    }

    static Replicates draw(List<Futures> inputs, int futures, BooleanSupplier cancelled) {
        Replicates sum = null;
        for (Futures input : inputs) {
            Replicates drawn = Simulation.run(input, futures, SEED, cancelled);
            if (sum == null) {
                sum = drawn;
            } else {
                sum.plus(drawn);
            }
        }
        if (sum == null) {
            throw new IllegalStateException("no pipeline with a model in use");
        }
        return sum;
    }
}
