package io.nurt.insights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Months in a row, so that one without a closed deal shows as a gap and not as neighbours moved together. */
final class Months {
    /** Twenty years; when a mistyped date makes the row longer, only months with deals are shown. */
    private static final int MOST = 240;

    private Months() {}

    static List<Answers.ClosedMonth> filled(List<StageStore.Month> found, Question question) {
        if (found.isEmpty()) {
            return List.of();
        }
        YearMonth first = found.get(0).month();
        YearMonth last = found.get(found.size() - 1).month();
        long span = ChronoUnit.MONTHS.between(first, last) + 1;
        if (span > MOST) {
            return found.stream().map(month -> answer(month, question)).toList();
        }
        Map<YearMonth, StageStore.Month> byMonth =
                found.stream().collect(Collectors.toMap(StageStore.Month::month, Function.identity()));
        List<Answers.ClosedMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            StageStore.Month none = new StageStore.Month(month, 0, BigDecimal.ZERO, 0, 0, 0);
            months.add(answer(byMonth.getOrDefault(month, none), question));
        }
        return months;
    }

    private static Answers.ClosedMonth answer(StageStore.Month month, Question question) {
        LocalDate from = later(month.month().atDay(1), question.from());
        LocalDate to = earlier(month.month().atEndOfMonth(), question.to());
        return new Answers.ClosedMonth(
                month.month().toString(),
                new Answers.WonInMonth(
                        month.won(), Figure.text(month.value()), LeftOut.value(month.noAmount(), month.noRate())),
                new Answers.LostInMonth(month.lost()),
                Drill.closed(question, from, to, "won", "lost").parameters());
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
