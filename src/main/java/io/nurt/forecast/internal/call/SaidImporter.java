package io.nurt.forecast.internal.call;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.SaidImport;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

@Component
class SaidImporter implements SaidImport {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Workspaces workspaces;
    private final ForecastNews news;

    SaidImporter(JdbcClient jdbc, ObjectMapper json, Workspaces workspaces, ForecastNews news) {
        this.news = news;
        this.jdbc = jdbc;
        this.json = json;
        this.workspaces = workspaces;
    }

    @Override
    @Transactional
    public void quotas(UUID importId, List<Quota> quotas) {
        news.changed(ForecastChanged.Part.QUOTAS);
        insert(
                """
                insert into nurt.forecast_quota (id, subject_kind, subject_id, period_kind, period_start, amount, currency,
                       author_id, recorded_at, import_id)
                select id, subject_kind, subject_id, 'quarter', quarter, amount, :currency, author_id, recorded_at, :import
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, subject_kind text, subject_id uuid, quarter date,
                     amount numeric, author_id uuid, recorded_at timestamptz)
                """,
                importId,
                quotas.stream()
                        .map(quota -> {
                            Map<String, @Nullable Object> row = row(quota.about());
                            row.put("quarter", quota.quarter().toString());
                            row.put("amount", quota.amount());
                            row.put("author_id", quota.author());
                            row.put("recorded_at", quota.at().toString());
                            return row;
                        })
                        .toList());
    }

    @Override
    @Transactional
    public void said(UUID importId, List<Said> said) {
        news.changed(ForecastChanged.Part.SAID);
        insert(
                """
                insert into nurt.forecast_submission (id, subject_kind, subject_id, period_kind, period_start, kind, amount,
                       currency, reason, base, author_id, author_name, recorded_at, import_id)
                select id, subject_kind, subject_id, 'quarter', quarter, kind, amount, :currency, reason,
                       jsonb_build_object('won', cast(won as text)), author_id, author_name, recorded_at, :import
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, subject_kind text, subject_id uuid, quarter date,
                     kind text, amount numeric, reason text, won numeric, author_id uuid, author_name text,
                     recorded_at timestamptz)
                """,
                importId,
                said.stream()
                        .map(one -> {
                            Map<String, @Nullable Object> row = row(one.about());
                            row.put("quarter", one.quarter().toString());
                            row.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
                            row.put("amount", one.amount());
                            row.put("reason", one.reason());
                            row.put("won", one.won());
                            row.put("author_id", one.author());
                            row.put("author_name", one.authorName());
                            row.put("recorded_at", one.at().toString());
                            return row;
                        })
                        .toList());
    }

    private static Map<String, @Nullable Object> row(About about) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", Ids.next());
        row.put("subject_kind", (about.team() ? Subject.Kind.TEAM : Subject.Kind.USER).code());
        row.put("subject_id", about.id());
        return row;
    }

    private void insert(String sql, UUID importId, List<Map<String, @Nullable Object>> rows) {
        jdbc.sql(sql)
                .param("currency", workspaces.current().currency().getCurrencyCode())
                .param("import", importId)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    @Override
    @Transactional
    public void takeOut(UUID importId) {
        naming(importId.toString());
        for (String table : List.of("nurt.forecast_quota", "nurt.forecast_submission")) {
            jdbc.sql("delete from " + table + " where import_id = :import")
                    .param("import", importId)
                    .update();
        }
        naming("");
        news.changed(ForecastChanged.Part.QUOTAS);
        news.changed(ForecastChanged.Part.SAID);
    }

    /** Without the name of the import, what was said cannot be deleted. */
    private void naming(String importId) {
        jdbc.sql("select set_config('nurt.taking_out', :import, true)")
                .param("import", importId)
                .query(String.class)
                .single();
    }
}
