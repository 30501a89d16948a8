package io.nurt.forecast.internal.training;

import io.nurt.forecast.ForecastChanged.Part;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.kernel.Sql;
import io.nurt.pipeline.PipelineForgotten;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away what was made from deals that are no more. Call inside a transaction. */
@Component
class Unlearning {
    /** What was made since a moment; records before the runs that they name. */
    private static final List<String> MADE_SINCE = List.of(
            "forecast_model where trained_at >= :since",
            "forecast_snapshot where taken_at >= :since",
            "forecast_record where made_at >= :since",
            "forecast_call_snapshot where taken_at >= :since",
            "forecast_run r where asked_at >= :since"
                    + " and not exists (select from nurt.forecast_record t where t.run_id = r.id)",
            "deal_chance c where not exists (select from nurt.forecast_model m where m.id = c.model_id)");

    private final JdbcClient jdbc;
    private final ForecastNews news;

    Unlearning(JdbcClient jdbc, ForecastNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /**
     * Everything that was learnt, foretold, scored and listed since that moment: each of it looked at all deals there were. A run
     * that goes on finds itself gone and writes nothing.
     */
    void since(Instant moment) {
        // Tables of past weeks stay as they are told, but these tell of a company that never was.
        erasing("on");
        for (String made : MADE_SINCE) {
            var delete = jdbc.sql("delete from nurt." + made);
            (made.contains(":since") ? delete.param("since", Sql.at(moment)) : delete).update();
        }
        erasing("off");
        List.of(Part.RUN, Part.MODEL, Part.OUTLOOK, Part.RECORD, Part.SAID).forEach(news::changed);
    }

    /** The pipelines that have deals and no model in use. */
    List<UUID> untaught() {
        return jdbc.sql("""
                        select p.id from nurt.pipeline p
                        where p.archived_at is null and exists (select from nurt.deal d where d.pipeline_id = p.id)
                          and not exists (select from nurt.forecast_model m where m.pipeline_id = p.id and m.in_use)
                        """).query(UUID.class).list();
    }

    @EventListener
    void forgotten(PipelineForgotten pipeline) {
        List.of(
                        "deal_chance where model_id in (select m.id from nurt.forecast_model m where m.pipeline_id = :pipeline)",
                        "forecast_model where pipeline_id = :pipeline",
                        "forecast_run where pipeline_id = :pipeline")
                .forEach(kept -> jdbc.sql("delete from nurt." + kept)
                        .param("pipeline", pipeline.pipelineId())
                        .update());
        news.changed(Part.MODEL);
    }

    private void erasing(String value) {
        jdbc.sql("select set_config('nurt.erasing', :value, true)")
                .param("value", value)
                .query(String.class)
                .single();
    }
}
