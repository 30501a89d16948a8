package io.nurt.insights;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was won and lost by month, and what stands open in each stage and since when. */
@Component
class StageStore {
    private final JdbcClient jdbc;

    StageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Month(YearMonth month, long won, BigDecimal value, long noAmount, long noRate, long lost) {}

    /** Months of closing, in the workspace's zone, that have a deal; oldest first. */
    List<Month> months(Population population) {
        return jdbc.sql("""
                with deals as (%s)
                select cast(date_trunc('month', closed_at at time zone :zone) as date) as month,
                       count(*) filter (where status = 'won') as won,
                       coalesce(sum(value) filter (where status = 'won'), 0) as value,
                       count(*) filter (where status = 'won' and amount is null) as no_amount,
                       count(*) filter (where status = 'won' and amount is not null and value is null) as no_rate,
                       count(*) filter (where status = 'lost') as lost
                from deals group by 1 order by 1
                """.formatted(population.deals(Population.CLOSED)))
                .params(population.parameters())
                .query((row, number) -> new Month(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("won"),
                        row.getBigDecimal("value"),
                        row.getLong("no_amount"),
                        row.getLong("no_rate"),
                        row.getLong("lost")))
                .list();
    }

    record Open(Stage stage, long count, BigDecimal value, BigDecimal weighted, long noAmount, long noRate) {}

    record Stage(
            UUID id,
            String name,
            UUID pipelineId,
            String pipeline,
            double probability,
            @Nullable Integer rottingDays) {}

    /** Every stage in use of the pipelines asked for, in their order, also where nothing stands; archived ones that hold deals. */
    List<Open> open(Population population) {
        return jdbc.sql("""
                with deals as (%s),
                held as (
                    select stage_id, count(*) as count, coalesce(sum(value), 0) as value,
                           count(*) filter (where amount is null) as no_amount,
                           count(*) filter (where amount is not null and value is null) as no_rate
                    from deals group by stage_id)
                select %s, coalesce(h.count, 0) as count, coalesce(h.value, 0) as value,
                       coalesce(h.value, 0) * s.probability as weighted,
                       coalesce(h.no_amount, 0) as no_amount, coalesce(h.no_rate, 0) as no_rate
                %s
                """.formatted(population.deals(Population.OPEN), STAGE, stages(population)))
                .params(population.parameters())
                .query((row, number) -> new Open(
                        stage(row),
                        row.getLong("count"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("weighted"),
                        row.getLong("no_amount"),
                        row.getLong("no_rate")))
                .list();
    }

    /** Last days of the ageing buckets; the one after the last is open-ended. */
    static final List<Integer> BUCKETS = List.of(7, 14, 30, 60, 90);

    record Ageing(
            Stage stage,
            long n,
            @Nullable Double median,
            @Nullable Double p80,
            long rotting,
            long asleep,
            List<Long> buckets) {}

    /** Days since entry of the deals that stand in each stage and do not sleep. */
    List<Ageing> ageing(Population population) {
        return jdbc.sql("""
                with deals as (%s),
                aged as (
                    select d.stage_id, greatest(0, floor(date_part('epoch', cast(:now as timestamptz) - d.stage_entered_at) / 86400)) as age,
                           coalesce(d.resume_on > cast(:today as date), false) as asleep,
                           coalesce(d.next_step_on >= cast(:today as date), false) as planned
                    from deals d offset 0),
                held as (
                    select a.stage_id, count(*) filter (where not asleep) as n,
                           percentile_cont(0.5) within group (order by age) filter (where not asleep) as median,
                           percentile_cont(0.8) within group (order by age) filter (where not asleep) as p80,
                           count(*) filter (where not asleep and not planned and age > s.rotting_days) as rotting,
                           count(*) filter (where asleep) as asleep,
                           array[count(*) filter (where not asleep and age <= 7),
                                 count(*) filter (where not asleep and age between 8 and 14),
                                 count(*) filter (where not asleep and age between 15 and 30),
                                 count(*) filter (where not asleep and age between 31 and 60),
                                 count(*) filter (where not asleep and age between 61 and 90),
                                 count(*) filter (where not asleep and age > 90)] as buckets
                    from aged a join nurt.stage s on s.id = a.stage_id group by a.stage_id)
                select %s, coalesce(h.n, 0) as n, h.median, h.p80, coalesce(h.rotting, 0) as rotting,
                       coalesce(h.asleep, 0) as asleep,
                       coalesce(h.buckets, cast('{0,0,0,0,0,0}' as bigint[])) as buckets
                %s
                """.formatted(population.deals(Population.OPEN), STAGE, stages(population)))
                .params(population.parameters())
                .query((row, number) -> new Ageing(
                        stage(row),
                        row.getLong("n"),
                        row.getObject("median", Double.class),
                        row.getObject("p80", Double.class),
                        row.getLong("rotting"),
                        row.getLong("asleep"),
                        longs(row.getArray("buckets"))))
                .list();
    }

    private static final String STAGE =
            "s.id, s.name, s.pipeline_id, p.name as pipeline, s.probability, s.rotting_days";

    private static String stages(Population population) {
        return """
                from nurt.stage s
                join nurt.pipeline p on p.id = s.pipeline_id
                left join held h on h.stage_id = s.id
                where s.kind = 'open' and ((s.archived_at is null and p.archived_at is null) or h.stage_id is not null)
                  and %s
                order by p.position, p.name, p.id, s.position, s.id
                """.formatted(
                population.question().pipelines().any() ? "true" : "s.pipeline_id = any(cast(:pipelines as uuid[]))");
    }

    private static Stage stage(java.sql.ResultSet row) throws SQLException {
        int rotting = row.getInt("rotting_days");
        return new Stage(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("pipeline_id", UUID.class),
                row.getString("pipeline"),
                row.getDouble("probability"),
                rotting == 0 ? null : rotting);
    }

    private static List<Long> longs(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
