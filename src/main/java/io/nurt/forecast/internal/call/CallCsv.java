package io.nurt.forecast.internal.call;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.Language;
import io.nurt.platform.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table as a file for a spreadsheet. */
@Component
class CallCsv {
    private static final List<String> COLUMNS = List.of(
            "level",
            "kind",
            "name",
            "quota",
            "won",
            "commit",
            "call",
            "stage-weighted",
            "model-p10",
            "model-p50",
            "model-p90",
            "category-commit",
            "category-best-case",
            "category-pipeline",
            "category-omitted",
            "attainment",
            "pace",
            "stale-days",
            "reason",
            "came");

    private final Texts texts;
    private final AuditLog audit;

    CallCsv(Texts texts, AuditLog audit) {
        this.texts = texts;
        this.audit = audit;
    }

    /** UTF-8 with a byte order mark, without which Excel shows Polish letters wrong. */
    @Transactional
    public String write(CallTable table) {
        Caller caller = Caller.require(Permission.EXPORT);
        audit.record(
                "data-exported",
                null,
                null,
                Map.of("list", "forecast-call", "format", "csv", "filter", table.period()));
        StringWriter out = new StringWriter();
        out.write("\uFEFF");
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            writer.writeRecord(COLUMNS.stream()
                    .map(column -> text(caller.language(), "forecast.call-csv." + column))
                    .toList());
            table.rows().forEach(row -> writer.writeRecord(cells(row, caller.language())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private String text(Language language, String code) {
        return texts.get(language, code);
    }

    private List<String> cells(CallRow row, Language language) {
        CallRow.CallModel model = row.model();
        @Nullable
        String[] cells = {
            String.valueOf(row.depth()),
            text(language, "forecast.call-csv.kind-" + row.kind()),
            row.name() == null ? null : defused(row.name()),
            row.quota() == null ? null : row.quota().amount(),
            row.won(),
            row.commit() == null ? null : row.commit().amount(),
            row.call() == null ? null : row.call().amount(),
            row.stageWeighted(),
            model == null ? null : model.p10(),
            model == null ? null : model.p50(),
            model == null ? null : model.p90(),
            category(row, "commit"),
            category(row, "best_case"),
            category(row, "pipeline"),
            category(row, "omitted"),
            share(row.attainment()),
            share(row.pace()),
            row.freshness().staleDays() == null
                    ? null
                    : row.freshness().staleDays().toString(),
            row.call() == null || row.call().reason() == null
                    ? null
                    : defused(row.call().reason()),
            row.came()
        };
        return new ArrayList<>(
                Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
    }

    private static @Nullable String category(CallRow row, String code) {
        CallRow.CallCategory category = row.categories().get(code);
        return category == null ? null : category.amount();
    }

    private static @Nullable String share(@Nullable Double share) {
        return share == null ? null : String.valueOf(Math.round(share * 1000) / 1000.0);
    }

    /** Spreadsheets execute a cell that begins like a formula; they do not show the apostrophe. */
    private static String defused(String text) {
        String inner = text.stripLeading();
        return !inner.isEmpty() && "=+-@|".indexOf(inner.charAt(0)) >= 0 ? "'" + text : text;
    }
}
