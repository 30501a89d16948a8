package io.nurt.insights;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.insights.Answers.AgeingStage;
import io.nurt.insights.Answers.Bucket;
import io.nurt.insights.Answers.OpenStage;
import io.nurt.insights.Answers.StagePipeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about the deals that the caller may see. */
@Service
@Transactional(readOnly = true)
class InsightsService {
    private final Workspaces workspaces;
    private final SummaryStore summaries;
    private final StageStore stages;
    private final BreakdownStore breakdowns;
    private final Dictionary dictionary;

    InsightsService(
            Workspaces workspaces,
            SummaryStore summaries,
            StageStore stages,
            BreakdownStore breakdowns,
            Dictionary dictionary) {
        this.workspaces = workspaces;
        this.summaries = summaries;
        this.stages = stages;
        this.breakdowns = breakdowns;
        this.dictionary = dictionary;
    }

    Answers.Summary summary(Question question) {
        Population population = population(question);
        return SummaryFigures.of(
                summaries.read(population), population, dictionary.population(question, "insights.population-summary"));
    }

    Answers.WonByMonth wonByMonth(Question question) {
        Population population = population(question);
        List<StageStore.Month> months = stages.months(population);
        return new Answers.WonByMonth(
                population.now(),
                population.currency(),
                dictionary.population(question, "insights.population-closed"),
                Measure.WON_BY_MONTH.key(),
                months.stream().mapToLong(month -> month.won() + month.lost()).sum(),
                Months.filled(months, question));
    }

    Answers.OpenByStage openByStage(Question question) {
        Population population = population(question);
        List<OpenStage> open = stages.open(population).stream()
                .map(row -> new OpenStage(
                        row.stage().id(),
                        row.stage().name(),
                        new StagePipeline(row.stage().pipelineId(), row.stage().pipeline()),
                        row.stage().probability(),
                        row.count(),
                        Figure.text(row.value()),
                        Figure.text(row.weighted()),
                        LeftOut.value(row.noAmount(), row.noRate()),
                        drill(question, row.stage()).parameters()))
                .toList();
        return new Answers.OpenByStage(
                population.now(),
                population.currency(),
                dictionary.population(question, "insights.population-open"),
                Measure.OPEN_BY_STAGE.key(),
                Measure.WEIGHTED_VALUE.key(),
                open.stream().mapToLong(OpenStage::count).sum(),
                open);
    }

    Answers.StageAgeing stageAgeing(Question question) {
        Population population = population(question);
        List<AgeingStage> ageing = stages.ageing(population).stream()
                .map(row -> ageing(row, drill(question, row.stage())))
                .toList();
        return new Answers.StageAgeing(
                population.now(),
                population.currency(),
                dictionary.population(question, "insights.population-open"),
                Measure.STAGE_AGEING.key(),
                Measure.ROTTING.key(),
                ageing.stream().mapToLong(AgeingStage::n).sum(),
                ageing);
    }

    Answers.Breakdown breakdown(Question question, By by) {
        Population population = population(question);
        List<BreakdownStore.Row> rows = breakdowns.rows(population, by);
        return new Answers.Breakdown(
                population.now(),
                population.currency(),
                dictionary.population(question, "insights.population-closed-and-open"),
                by.measure().key(),
                by.parameter(),
                rows.stream().map(row -> BreakdownFigures.of(row, question, by)).toList(),
                rows.isEmpty() ? 0 : rows.get(0).groups() - rows.size());
    }

    List<Answers.Definition> definitions() {
        return dictionary.entries(Caller.require(Permission.READ).language());
    }

    private Population population(Question question) {
        Caller caller = Caller.require(Permission.READ);
        Workspace workspace = workspaces.current();
        return new Population(
                question,
                caller.visibility(),
                workspace.currency().getCurrencyCode(),
                workspace.zone(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Drill drill(Question question, StageStore.Stage stage) {
        return Drill.open(question).with("stage", stage.id().toString());
    }

    private static AgeingStage ageing(StageStore.Ageing row, Drill drill) {
        boolean enough = row.n() >= Figure.ENOUGH;
        List<Bucket> buckets = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < row.buckets().size(); i++) {
            boolean last = i == StageStore.BUCKETS.size();
            String days = last ? first + "+" : first + "-" + StageStore.BUCKETS.get(i);
            buckets.add(new Bucket(days, row.buckets().get(i)));
            first = last ? first : StageStore.BUCKETS.get(i) + 1;
        }
        return new AgeingStage(
                row.stage().id(),
                row.stage().name(),
                new StagePipeline(row.stage().pipelineId(), row.stage().pipeline()),
                row.n(),
                enough,
                enough ? row.median() : null,
                enough ? row.p80() : null,
                row.stage().rottingDays(),
                row.rotting(),
                buckets,
                LeftOut.asleep(row.asleep()),
                drill.parameters());
    }
}
