package io.nurt.forecast.internal.training;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Background work and how far it has come. Progress is written in transactions of its own, so that others see it. */
@Component
public class RunStore {
    private static final String COLUMNS =
            "id, kind, pipeline_id, status, done, error, asked_at, started_at, ended_at, result::text as result";

    private final JdbcClient jdbc;
    private final ForecastNews news;

    RunStore(JdbcClient jdbc, ForecastNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** @return the run that is waiting or running already, if there is one */
    @Transactional
    public Optional<UUID> pending(String kind, @Nullable UUID pipelineId) {
        return jdbc.sql("""
                        select id from nurt.forecast_run
                        where kind = :kind and pipeline_id is not distinct from cast(:pipeline as uuid)
                          and status in ('queued', 'running') order by asked_at limit 1
                        """)
                .param("kind", kind)
                .param("pipeline", pipelineId)
                .query(UUID.class)
                .optional();
    }

    /** @return the new run, or the one that another server has been asked for meanwhile */
    @Transactional
    public UUID ask(String kind, @Nullable UUID pipelineId, @Nullable UUID askedBy) {
        UUID id = Ids.next();
        int added = jdbc.sql("""
                        insert into nurt.forecast_run (id, kind, pipeline_id, asked_by) values (:id, :kind, :pipeline, :by)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("pipeline", pipelineId)
                .param("by", askedBy)
                .update();
        news.changed(ForecastChanged.Part.RUN);
        return added == 1 ? id : pending(kind, pipelineId).orElseThrow();
    }

    /** @return false when it was cancelled or has ended: there is nothing to do */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean begin(UUID id) {
        return told(jdbc.sql("""
                        update nurt.forecast_run set status = 'running', started_at = coalesce(started_at, clock_timestamp())
                        where id = :id and status in ('queued', 'running')
                        """).param("id", id).update() == 1);
    }

    /** @return false when it has been cancelled: stop */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(UUID id, int done) {
        return told(jdbc.sql(
                                "update nurt.forecast_run set done = greatest(done, :done) where id = :id and status = 'running'")
                        .param("id", id)
                        .param("done", Math.min(100, Math.max(0, done)))
                        .update()
                == 1);
    }

    private boolean told(boolean changed) {
        if (changed) {
            news.changed(ForecastChanged.Part.RUN);
        }
        return changed;
    }

    /** Joins the caller's transaction: the work's results and its end are written together or not at all. */
    @Transactional
    public boolean end(UUID id, String status, @Nullable String error, String result) {
        Optional<String> kind = jdbc.sql("""
                        update nurt.forecast_run
                        set status = :status, error = :error, result = cast(:result as jsonb), ended_at = clock_timestamp(),
                            done = case when :status = 'done' then 100 else done end
                        where id = :id and status in ('queued', 'running')
                        returning kind
                        """)
                .param("id", id)
                .param("status", status)
                .param("error", error)
                .param("result", result)
                .query(String.class)
                .optional();
        if (status.equals("done")) {
            kind.map(RunStore::written).ifPresent(news::changed);
        }
        return told(kind.isPresent());
    }

    private static ForecastChanged.Part written(String kind) {
        return switch (kind) {
            case "training" -> ForecastChanged.Part.MODEL;
            case "simulation" -> ForecastChanged.Part.OUTLOOK;
            default -> ForecastChanged.Part.RECORD;
        };
    }

    @Transactional(readOnly = true)
    public Optional<Run> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from nurt.forecast_run where id = :id")
                .param("id", id)
                .query(RunStore::run)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Run> latest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from nurt.forecast_run order by asked_at desc limit :limit")
                .param("limit", limit)
                .query(RunStore::run)
                .list();
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Sql.uuid(row, "pipeline_id"),
                row.getString("status"),
                row.getInt("done"),
                row.getString("error"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("started_at") == null
                        ? null
                        : row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("ended_at") == null
                        ? null
                        : row.getTimestamp("ended_at").toInstant(),
                row.getString("result"));
    }
}
