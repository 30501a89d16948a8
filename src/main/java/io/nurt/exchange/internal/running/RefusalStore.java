package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.RefusalTexts.Told;
import io.nurt.exchange.internal.reading.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that did not go in, as they were found, and why. */
@Repository
class RefusalStore {
    private final JdbcClient jdbc;
    private final ExchangeJson json;

    RefusalStore(JdbcClient jdbc, ExchangeJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static List<Told> told(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> new Told(refusal.reason().messageKey(), refusal.arguments()))
                .toList();
    }

    record Refused(SourceRow row, List<Refusal> refusals) {}

    void put(UUID importId, UUID fileId, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Long> lines = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<String> params = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (Refused one : refused) {
            lines.add(one.row().line());
            codes.add(one.refusals().get(0).reason().name());
            params.add(json.text(told(one.refusals())));
            cells.add(json.text(one.row().cells().stream()
                    .map(cell -> cell.replace("\u0000", "\uFFFD"))
                    .toList()));
        }
        jdbc.sql("""
                        insert into nurt.import_refusal (import_id, file_id, row_no, code, params, cells)
                        select :import, :file, x.line, x.code, x.params,
                               array(select jsonb_array_elements_text(x.cells))
                        from unnest(cast(:lines as bigint[]), cast(:codes as text[]), cast(:params as jsonb[]),
                                    cast(:cells as jsonb[])) as x (line, code, params, cells)
                        on conflict do nothing
                        """)
                .param("import", importId)
                .param("file", fileId)
                .param("lines", lines.toArray(Long[]::new))
                .param("codes", codes.toArray(String[]::new))
                .param("params", params.toArray(String[]::new))
                .param("cells", cells.toArray(String[]::new))
                .update();
    }
}
