package io.nurt.forecast.internal.training;

import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What is told of open deals, kept so that boards and lists need not ask the model. */
@Component
class ChanceStore {
    private static final TypeReference<List<DealChance.Reason>> REASONS = new TypeReference<>() {};
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final ObjectMapper json;

    ChanceStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void put(UUID modelId, List<DealChance> chances) {
        for (int from = 0; from < chances.size(); from += BATCH) {
            List<DealChance> some = chances.subList(from, Math.min(chances.size(), from + BATCH));
            batches.batchUpdate(
                    """
                    insert into nurt.deal_chance as c (deal_id, model_id, low, chance, high, by_quarter, by_next, median_on, p80_on,
                           typical, reasons)
                    values (:deal, :model, :low, :chance, :high, :byQuarter, :byNext, :median, :p80, :typical, cast(:reasons as jsonb))
                    on conflict (workspace_id, deal_id) do update
                        set model_id = excluded.model_id, low = excluded.low, chance = excluded.chance, high = excluded.high,
                            by_quarter = excluded.by_quarter, by_next = excluded.by_next, median_on = excluded.median_on,
                            p80_on = excluded.p80_on, typical = excluded.typical, reasons = excluded.reasons,
                            scored_at = clock_timestamp()
                    """, some.stream().map(c -> parameters(modelId, c)).toArray(SqlParameterSource[]::new));
        }
    }

    private SqlParameterSource parameters(UUID modelId, DealChance chance) {
        return new MapSqlParameterSource()
                .addValue("deal", chance.dealId())
                .addValue("model", modelId)
                .addValue("low", chance.low())
                .addValue("chance", chance.chance())
                .addValue("high", chance.high())
                .addValue("byQuarter", chance.byQuarter())
                .addValue("byNext", chance.byNext())
                .addValue("median", chance.medianOn())
                .addValue("p80", chance.p80On())
                .addValue("typical", chance.typical())
                .addValue("reasons", json.writeValueAsString(chance.reasons()));
    }

    void remove(UUID dealId) {
        jdbc.sql("delete from nurt.deal_chance where deal_id = :deal")
                .param("deal", dealId)
                .update();
    }

    /** Takes away what a model other than this one told of a pipeline's deals: they are closed or gone. */
    void removeOlder(UUID pipelineId, UUID modelId) {
        jdbc.sql("""
                        delete from nurt.deal_chance c using nurt.forecast_model m
                        where m.id = c.model_id and m.pipeline_id = :pipeline and c.model_id <> :model
                        """).param("pipeline", pipelineId).param("model", modelId).update();
    }

    /** Of those asked for, the deals that the caller may see and of which something is told. */
    List<DealChance> find(Collection<UUID> dealIds, String visible, String[] owners) {
        return jdbc.sql("""
                        select c.* from nurt.deal_chance c join nurt.deal d on d.id = c.deal_id
                        where c.deal_id = any(cast(:deals as uuid[])) and d.status = 'open' and d.deleted_at is null and
                        """ + visible)
                .param("deals", Sql.uuids(dealIds))
                .param(io.nurt.identity.Visibility.PARAMETER, owners)
                .query(this::chance)
                .list();
    }

    private DealChance chance(ResultSet row, int n) throws SQLException {
        return new DealChance(
                row.getObject("deal_id", UUID.class),
                row.getDouble("low"),
                row.getDouble("chance"),
                row.getDouble("high"),
                row.getDouble("by_quarter"),
                row.getDouble("by_next"),
                day(row, "median_on"),
                day(row, "p80_on"),
                row.getDouble("typical"),
                json.readValue(row.getString("reasons"), REASONS));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
