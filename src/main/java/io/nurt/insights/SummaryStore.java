package io.nurt.insights;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The headline figures in one pass over the deals. */
@Component
class SummaryStore {
    private final JdbcClient jdbc;

    SummaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sum of converted values, the deals in it, and those left out of it. */
    record Value(BigDecimal sum, long n, long noAmount, long noRate) {}

    /** Days from opening to closing; {@code n} are those behind it, {@code reversed} those closed before they were opened. */
    record Days(
            @Nullable Double median,
            @Nullable Double mean,
            @Nullable Double p80,
            long n,
            long reversed) {}

    /**
     * What one pass gives.
     *
     * @param cohort deals opened in the period, of which {@code cohortWon} are won and {@code cohortResolved} won or lost
     * @param median of the won values
     */
    record Row(
            long won,
            long lost,
            long open,
            long cohort,
            long cohortWon,
            long cohortResolved,
            Value wonValue,
            Value openValue,
            @Nullable BigDecimal median,
            Days cycleWon,
            Days cycleLost) {}

    /**
     * The median of money is exact: the mean of the lower and the upper one, never a floating-point number. Of an even number of
     * values the second fraction picks the upper one, of an odd number the same as the first.
     */
    private static final String MEDIANS =
            "percentile_disc(array[0.5, 0.5000000001]) within group (order by value) filter (where won)";

    Row read(Population population) {
        return jdbc.sql(sql(population))
                .params(population.parameters())
                .query((row, number) -> read(row))
                .single();
    }

    static String sql(Population population) {
        return """
                with deals as (%s),
                marked as (
                    select status, amount, value, days,
                           status = 'open' as open,
                           status <> 'open' and closed and status = 'won' as won,
                           status <> 'open' and closed and status = 'lost' as lost,
                           opened
                    from (select x.*,
                                 x.closed_at >= cast(:start as timestamptz) and x.closed_at < cast(:end as timestamptz) as closed,
                                 x.opened_at >= cast(:start as timestamptz) and x.opened_at < cast(:end as timestamptz) as opened
                          from deals x) y offset 0)
                select count(*) filter (where won) as won,
                       count(*) filter (where lost) as lost,
                       count(*) filter (where open) as open,
                       count(*) filter (where opened) as cohort,
                       count(*) filter (where opened and status = 'won') as cohort_won,
                       count(*) filter (where opened and status <> 'open') as cohort_resolved,
                       coalesce(sum(value) filter (where won), 0) as won_value,
                       count(value) filter (where won) as won_valued,
                       count(*) filter (where won and amount is null) as won_no_amount,
                       count(*) filter (where won and amount is not null and value is null) as won_no_rate,
                       coalesce(sum(value) filter (where open), 0) as open_value,
                       count(value) filter (where open) as open_valued,
                       count(*) filter (where open and amount is null) as open_no_amount,
                       count(*) filter (where open and amount is not null and value is null) as open_no_rate,
                       %s as medians,
                       %s,
                       %s
                from marked
                """.formatted(
                population.deals("(" + Population.OPEN + " or " + Population.CLOSED + " or " + Population.OPENED + ")"),
                MEDIANS,
                days("won"),
                days("lost"));
    }

    private static String days(String which) {
        return """
               percentile_cont(0.5) within group (order by days) filter (where %1$s and days >= 0) as %1$s_days_median,
               percentile_cont(0.8) within group (order by days) filter (where %1$s and days >= 0) as %1$s_days_p80,
               avg(days) filter (where %1$s and days >= 0) as %1$s_days_mean,
               count(*) filter (where %1$s and days >= 0) as %1$s_days_n,
               count(*) filter (where %1$s and days < 0) as %1$s_days_reversed""".formatted(which);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("won"),
                row.getLong("lost"),
                row.getLong("open"),
                row.getLong("cohort"),
                row.getLong("cohort_won"),
                row.getLong("cohort_resolved"),
                value(row, "won"),
                value(row, "open"),
                median(row.getArray("medians")),
                days(row, "won"),
                days(row, "lost"));
    }

    private static @Nullable BigDecimal median(@Nullable Array medians) throws SQLException {
        if (medians == null) {
            return null;
        }
        BigDecimal[] both = (BigDecimal[]) medians.getArray();
        return both[0].add(both[1]).divide(BigDecimal.valueOf(2));
    }

    private static Value value(ResultSet row, String which) throws SQLException {
        return new Value(
                row.getBigDecimal(which + "_value"),
                row.getLong(which + "_valued"),
                row.getLong(which + "_no_amount"),
                row.getLong(which + "_no_rate"));
    }

    private static Days days(ResultSet row, String which) throws SQLException {
        return new Days(
                number(row, which + "_days_median"),
                number(row, which + "_days_mean"),
                number(row, which + "_days_p80"),
                row.getLong(which + "_days_n"),
                row.getLong(which + "_days_reversed"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
