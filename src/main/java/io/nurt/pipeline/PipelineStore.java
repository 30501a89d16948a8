package io.nurt.pipeline;

import static io.nurt.kernel.Sql.instant;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pipelines and stages in the database. */
@Component
class PipelineStore {
    private final JdbcClient jdbc;

    PipelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(String currency, ZoneId zone, boolean lostReasons) {}

    Setup setup() {
        Map<UUID, Stage> stages = new LinkedHashMap<>();
        for (Stage stage : jdbc.sql("""
                        select id, pipeline_id, name, kind, position, probability, rotting_days, purpose, help, archived_at, version
                        from nurt.stage order by pipeline_id, position, id
                        """).query(PipelineStore::stage).list()) {
            stages.put(stage.id(), stage);
        }
        List<Pipeline> pipelines = jdbc.sql(
                        "select id, name, position, archived_at, version from nurt.pipeline order by position, id")
                .query((row, n) -> pipeline(row, stages))
                .list();
        Place place = jdbc.sql("""
                        select currency, zone, exists (select from nurt.lost_reason where archived_at is null) as reasons
                        from nurt.workspace
                        """)
                .query((row, n) -> new Place(row.getString(1), ZoneId.of(row.getString(2)), row.getBoolean(3)))
                .single();
        return new Setup(
                pipelines, stages, place.currency, place.zone, place.lostReasons, rates(LocalDate.now(place.zone)));
    }

    private Map<String, BigDecimal> rates(LocalDate day) {
        Map<String, BigDecimal> rates = new HashMap<>();
        jdbc.sql("""
                        select distinct on (currency) currency, rate from nurt.exchange_rate
                        where valid_from <= :day order by currency, valid_from desc
                        """).param("day", day).query(row -> {
            rates.put(row.getString(1), row.getBigDecimal(2));
        });
        return rates;
    }

    private static Pipeline pipeline(ResultSet row, Map<UUID, Stage> stages) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Stage> own = stages.values().stream()
                .filter(stage -> stage.pipelineId().equals(id) && stage.archivedAt() == null)
                .toList();
        return new Pipeline(
                id,
                row.getString("name"),
                row.getInt("position"),
                instant(row, "archived_at"),
                row.getInt("version"),
                own);
    }

    private static Stage stage(ResultSet row, int n) throws SQLException {
        return new Stage(
                row.getObject("id", UUID.class),
                row.getObject("pipeline_id", UUID.class),
                row.getString("name"),
                StageKind.of(row.getString("kind")),
                row.getInt("position"),
                row.getBigDecimal("probability"),
                row.getObject("rotting_days", Integer.class),
                row.getString("purpose"),
                row.getString("help"),
                instant(row, "archived_at"),
                row.getInt("version"));
    }

    void insert(UUID id, String name, int position, @Nullable UUID importId) {
        jdbc.sql("insert into nurt.pipeline (id, name, position, import_id) values (:id, :name, :position, :import)")
                .param("id", id)
                .param("import", importId)
                .param("name", name)
                .param("position", position)
                .update();
    }

    void update(Pipeline pipeline, boolean archived) {
        jdbc.sql("""
                        update nurt.pipeline set name = :name, position = :position, version = version + 1,
                               archived_at = case when :archived then coalesce(archived_at, now()) end
                        where id = :id
                        """)
                .param("id", pipeline.id())
                .param("name", pipeline.name())
                .param("position", pipeline.position())
                .param("archived", archived)
                .update();
    }

    void insert(Stage stage, @Nullable UUID importId) {
        write("""
                insert into nurt.stage (id, pipeline_id, name, kind, position, probability, rotting_days, purpose, help, import_id)
                values (:id, :pipeline, :name, :kind, :position, :probability, :rotting, :purpose, :help, :import)
                """, stage, false, importId);
    }

    void update(Stage stage, boolean archived) {
        write("""
                update nurt.stage set name = :name, kind = :kind, position = :position, probability = :probability,
                       rotting_days = :rotting, purpose = :purpose, help = :help, version = version + 1,
                       archived_at = case when :archived then coalesce(archived_at, now()) end
                where id = :id and pipeline_id = :pipeline
                """, stage, archived, null);
    }

    private void write(String sql, Stage stage, boolean archived, @Nullable UUID importId) {
        jdbc.sql(sql)
                .param("id", stage.id())
                .param("pipeline", stage.pipelineId())
                .param("name", stage.name())
                .param("kind", stage.kind().code())
                .param("position", stage.position())
                .param("probability", stage.probability())
                .param("rotting", stage.rottingDays())
                .param("purpose", stage.purpose())
                .param("help", stage.help())
                .param("archived", archived)
                .param("import", importId)
                .update();
    }

    /** How many deals not in the trash stand in a stage; open ones only, or all. */
    long dealsIn(List<UUID> stages, boolean openOnly) {
        return jdbc.sql("""
                        select count(*) from nurt.deal
                        where stage_id = any(cast(:stages as uuid[])) and deleted_at is null and (status = 'open' or not :openOnly)
                        """)
                .param("stages", io.nurt.kernel.Sql.uuids(stages))
                .param("openOnly", openOnly)
                .query(Long.class)
                .single();
    }

    /** Serialises changes of a pipeline's shape. */
    void lock(UUID pipelineId) {
        jdbc.sql("select id from nurt.pipeline where id = :id for update")
                .param("id", pipelineId)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
