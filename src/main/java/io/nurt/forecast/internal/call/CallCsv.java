package io.nurt.forecast.internal.call;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.nurt.forecast.internal.billing.Defused;
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

    /** UTF-8 with a byte order mark; Polish spreadsheets take semicolons and decimal commas. */
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
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(caller.language() == Language.PL ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out)) {
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
            row.name() == null ? null : Defused.of(row.name()),
            number(language, row.quota() == null ? null : row.quota().amount()),
            number(language, row.won()),
            number(language, row.commit() == null ? null : row.commit().amount()),
            number(language, row.call() == null ? null : row.call().amount()),
            number(language, row.stageWeighted()),
            number(language, model == null ? null : model.p10()),
            number(language, model == null ? null : model.p50()),
            number(language, model == null ? null : model.p90()),
            number(language, category(row, "commit")),
            number(language, category(row, "best_case")),
            number(language, category(row, "pipeline")),
            number(language, category(row, "omitted")),
            number(language, share(row.attainment())),
            number(language, share(row.pace())),
            row.freshness().staleDays() == null
                    ? null
                    : row.freshness().staleDays().toString(),
            row.call() == null || row.call().reason() == null
                    ? null
                    : Defused.of(row.call().reason()),
            number(language, row.came())
        };
        return new ArrayList<>(
                Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
    }

    private static @Nullable String number(Language language, @Nullable String plain) {
        return plain == null || language != Language.PL ? plain : plain.replace('.', ',');
    }

    private static @Nullable String category(CallRow row, String code) {
        CallRow.CallCategory category = row.categories().get(code);
        return category == null ? null : category.amount();
    }

    private static @Nullable String share(@Nullable Double share) {
        return share == null ? null : String.valueOf(Math.round(share * 1000) / 1000.0);
    }
}
