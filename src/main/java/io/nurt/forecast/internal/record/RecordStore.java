package io.nurt.forecast.internal.record;

import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The newest record of the workspace, which holds what simulations have to take into account. */
@Component
public class RecordStore {
    private static final TypeReference<Map<String, ForecastRecord.Widening>> WIDENING = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param currency the workspace's */
    record Stored(UUID runId, Instant asOf, String currency, Corrections corrections, ForecastRecord.Kept body) {}

    Optional<Stored> newest() {
        return jdbc.sql("""
                        select run_id, as_of, shock, shock_origins, widening::text as widening, body::text as body,
                               (select currency from nurt.workspace) as currency
                        from nurt.forecast_record order by made_at desc, id desc limit 1
                        """)
                .query((row, n) -> new Stored(
                        row.getObject("run_id", UUID.class),
                        row.getTimestamp("as_of").toInstant(),
                        row.getString("currency"),
                        corrections(row),
                        json.readValue(row.getString("body"), ForecastRecord.Kept.class)))
                .optional();
    }

    /** What past forecasts have taught; without a record, what is believed. */
    @Transactional(readOnly = true)
    public Corrections corrections() {
        return jdbc.sql("""
                        select shock, shock_origins, widening::text as widening
                        from nurt.forecast_record order by made_at desc, id desc limit 1
                        """).query((row, n) -> corrections(row)).optional().orElse(Corrections.BELIEVED);
    }

    private Corrections corrections(ResultSet row) throws SQLException {
        int origins = row.getInt("shock_origins");
        return new Corrections(
                Corrections.shock(row.getDouble("shock"), origins),
                json.readValue(row.getString("widening"), WIDENING));
    }

    /** Takes the place of the record there was. Joins the caller's transaction. */
    @Transactional
    public void replace(UUID runId, Instant asOf, Corrections corrections, ForecastRecord.Kept body) {
        jdbc.sql("delete from nurt.forecast_record").update();
        jdbc.sql("""
                        insert into nurt.forecast_record (id, run_id, as_of, shock, shock_origins, widening, body)
                        values (:id, :run, :asOf, :shock, :origins, cast(:widening as jsonb), cast(:body as jsonb))
                        """)
                .param("id", Ids.next())
                .param("run", runId)
                .param("asOf", Sql.at(asOf))
                .param("shock", corrections.shock().size())
                .param("origins", corrections.shock().origins())
                .param("widening", json.writeValueAsString(corrections.widening()))
                .param("body", json.writeValueAsString(body))
                .update();
    }
}
