package io.nurt.insights;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same figures for each owner, team, product or source. */
@Component
class BreakdownStore {
    /** More rows than anyone reads; what is beyond is counted. */
    static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;

    BreakdownStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row.
     *
     * @param id of the owner, team or product; null for a source and for deals without one
     * @param name null for deals without an owner, team, product or source
     * @param groups how many rows there are in all
     */
    record Row(
            @Nullable UUID id,
            @Nullable String name,
            long won,
            long lost,
            long open,
            BigDecimal wonValue,
            long valued,
            long noAmount,
            long noRate,
            @Nullable Double medianCycle,
            long cycles,
            long groups) {}

    List<Row> rows(Population population, By by) {
        return jdbc.sql("""
                with recursive deals as (%s)%s,
                grouped as (
                    select g.key, count(*) filter (where d.status = 'won') as won,
                           count(*) filter (where d.status = 'lost') as lost,
                           count(*) filter (where d.status = 'open') as open,
                           coalesce(sum(d.value) filter (where d.status = 'won'), 0) as won_value,
                           count(d.value) filter (where d.status = 'won') as valued,
                           count(*) filter (where d.status = 'won' and d.amount is null) as no_amount,
                           count(*) filter (where d.status = 'won' and d.amount is not null and d.value is null) as no_rate,
                           percentile_cont(0.5) within group (order by d.days)
                               filter (where d.status = 'won' and d.days >= 0) as median_cycle,
                           count(*) filter (where d.status = 'won' and d.days >= 0) as cycles
                    from deals d %s group by g.key)
                select %s, g.*, count(*) over () as groups
                from grouped g %s
                order by g.won_value desc, g.won desc, g.open desc, name nulls last
                limit %d
                """.formatted(
                                population.deals("(" + Population.OPEN + " or " + Population.CLOSED + ")"),
                                by.prepared(population.question()),
                                by.keyed(population.question()),
                                by.named(),
                                by.names(),
                                MOST_ROWS))
                .params(population.parameters())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("won"),
                        row.getLong("lost"),
                        row.getLong("open"),
                        row.getBigDecimal("won_value"),
                        row.getLong("valued"),
                        row.getLong("no_amount"),
                        row.getLong("no_rate"),
                        row.getObject("median_cycle", Double.class),
                        row.getLong("cycles"),
                        row.getLong("groups")))
                .list();
    }
}
