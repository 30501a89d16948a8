package io.nurt.insights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of a breakdown, with the ways to its deals. */
final class BreakdownFigures {
    private BreakdownFigures() {}

    static Answers.BreakdownRow of(BreakdownStore.Row row, Question question, By by) {
        String key = row.id() != null ? row.id().toString() : row.name() != null ? row.name() : Question.NONE;
        Drill closed = Drill.closed(question, "won", "lost").with(by.parameter(), key);
        Drill won = Drill.closed(question, "won").with(by.parameter(), key);
        long n = row.won() + row.lost();
        LeftOut left = LeftOut.value(row.noAmount(), row.noRate());
        Map<String, Map<String, List<String>>> drills = new LinkedHashMap<>();
        drills.put("won", won.parameters());
        drills.put(
                "lost", Drill.closed(question, "lost").with(by.parameter(), key).parameters());
        drills.put("closed", closed.parameters());
        drills.put("open", Drill.open(question).with(by.parameter(), key).parameters());
        boolean cycles = row.cycles() >= Figure.ENOUGH;
        return new Answers.BreakdownRow(
                new Answers.BreakdownKey(row.id(), row.name()),
                row.won(),
                row.lost(),
                row.open(),
                Figure.share(Measure.WIN_RATE_CLOSED, row.won(), n, closed),
                Figure.text(row.wonValue()),
                Figure.typical(
                        Measure.AVERAGE_DEAL,
                        SummaryFigures.average(row.wonValue(), row.valued()),
                        row.valued(),
                        won,
                        left),
                new Figure<>(
                        cycles ? row.medianCycle() : null,
                        row.cycles(),
                        cycles,
                        Measure.CYCLE_WON.key(),
                        won.parameters(),
                        LeftOut.reversed(row.won() - row.cycles())),
                left,
                closed.parameters(),
                drills);
    }
}
