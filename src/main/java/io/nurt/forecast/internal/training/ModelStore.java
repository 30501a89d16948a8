package io.nurt.forecast.internal.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.forecast.internal.hazard.ForecastModel;
import io.nurt.forecast.internal.hazard.ModelCodec;
import io.nurt.forecast.internal.history.Features;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Versions of models in the database; those in use are held in memory, for each deal's change asks them. */
@Component
public class ModelStore {
    private static final Logger log = LoggerFactory.getLogger(ModelStore.class);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Cache<UUID, StoredModel> held =
            Caffeine.newBuilder().maximumSize(20).build();

    ModelStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The model in use for a pipeline, if one was ever trained and this version of the program can read it. */
    @Transactional(readOnly = true)
    public Optional<StoredModel> inUse(UUID pipelineId) {
        return jdbc.sql("select id from nurt.forecast_model where pipeline_id = :pipeline and in_use")
                .param("pipeline", pipelineId)
                .query(UUID.class)
                .optional()
                .flatMap(this::held);
    }

    private Optional<StoredModel> held(UUID id) {
        try {
            return Optional.of(held.get(id, this::read));
        } catch (ModelCodec.OtherFormat other) {
            log.info("Model {} is {}; the pipeline goes without until the next training", id, other.getMessage());
            return Optional.empty();
        }
    }

    private StoredModel read(UUID id) {
        return jdbc.sql("select * from nurt.forecast_model where id = :id")
                .param("id", id)
                .query(this::model)
                .single();
    }

    private StoredModel model(ResultSet row, int n) throws SQLException {
        double loss = row.getDouble("loss");
        return new StoredModel(
                row.getObject("id", UUID.class),
                row.getObject("pipeline_id", UUID.class),
                row.getInt("version"),
                row.getTimestamp("as_of").toInstant(),
                row.getInt("period_days"),
                row.wasNull() ? null : loss,
                List.of((UUID[]) row.getArray("stages").getArray()),
                json.readValue(row.getString("choice"), Features.Choice.class),
                ModelCodec.read(row.getBytes("body")));
    }

    /**
     * Keeps a new version; when put to use, it takes the place of the one in use.
     *
     * @return its id
     */
    @Transactional
    public UUID add(
            UUID pipelineId,
            Instant asOf,
            int periodDays,
            List<UUID> stages,
            Features.Choice choice,
            ForecastModel model,
            @Nullable Double loss,
            @Nullable Double lossBefore,
            boolean use,
            long seed) {
        UUID id = Ids.next();
        if (use) {
            jdbc.sql("update nurt.forecast_model set in_use = false where pipeline_id = :pipeline and in_use")
                    .param("pipeline", pipelineId)
                    .update();
        }
        double strength = model.basis().strength();
        jdbc.sql("""
                        insert into nurt.forecast_model (id, pipeline_id, version, as_of, period_days, tier, seen_rows, resolved, won,
                               strength, intercept, slope, loss, loss_before, in_use, seed, stages, choice, body)
                        values (:id, :pipeline,
                                (select coalesce(max(version), 0) + 1 from nurt.forecast_model where pipeline_id = :pipeline),
                                :asOf, :days, :tier, :rows, :resolved, :won, :strength, :intercept, :slope, :loss, :lossBefore,
                                :use, :seed, cast(:stages as uuid[]), cast(:choice as jsonb), :body)
                        """)
                .param("id", id)
                .param("pipeline", pipelineId)
                .param("asOf", Sql.at(asOf))
                .param("days", periodDays)
                .param("tier", model.tier().name().toLowerCase(Locale.ROOT))
                .param("rows", model.basis().rows())
                .param("resolved", model.basis().resolved())
                .param("won", model.basis().won())
                .param("strength", Double.isInfinite(strength) ? null : strength)
                .param("intercept", model.recalibration().intercept())
                .param("slope", model.recalibration().slope())
                .param("loss", loss)
                .param("lossBefore", lossBefore)
                .param("use", use)
                .param("seed", seed)
                .param("stages", Sql.uuids(stages))
                .param("choice", json.writeValueAsString(choice))
                .param("body", ModelCodec.write(model))
                .update();
        return id;
    }

    /** Versions without their bodies, newest first. */
    @Transactional(readOnly = true)
    public List<ModelVersion> versions(UUID pipelineId) {
        return jdbc.sql("""
                        select id, version, as_of, trained_at, period_days, tier, seen_rows, resolved, won, intercept, slope, loss,
                               loss_before, in_use
                        from nurt.forecast_model where pipeline_id = :pipeline order by version desc limit 50
                        """)
                .param("pipeline", pipelineId)
                .query(ModelVersion.class)
                .list();
    }
}
