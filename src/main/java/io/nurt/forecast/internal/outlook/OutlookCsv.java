package io.nurt.forecast.internal.outlook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.nurt.forecast.internal.billing.Defused;
import io.nurt.forecast.internal.simulation.Measure;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An outlook month by month as a file for finance: the year before, and the range of what comes with what makes it up. */
@Service
class OutlookCsv {
    private static final List<String> COLUMNS = List.of(
            "month",
            "measure",
            "currency",
            "actual",
            "p10",
            "p50",
            "p90",
            "mean",
            "open",
            "new",
            "claims",
            "renewals",
            "outflows",
            "came");

    private final OutlookService outlook;
    private final Workspaces workspaces;
    private final Texts texts;
    private final AuditLog audit;

    OutlookCsv(OutlookService outlook, Workspaces workspaces, Texts texts, AuditLog audit) {
        this.outlook = outlook;
        this.workspaces = workspaces;
        this.texts = texts;
        this.audit = audit;
    }

    record File(String name, String content) {}

    /**
     * UTF-8 with a byte order mark; Polish spreadsheets take semicolons and decimal commas.
     *
     * @throws Problem without the right to export, or to see all deals
     */
    @Transactional
    File write(Measure measure, @Nullable UUID snapshotId) {
        Caller caller = Caller.require(Permission.EXPORT);
        if (!caller.visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        OutlookViews.Outlook told = outlook.outlook(measure, snapshotId);
        LocalDate asOf = LocalDate.ofInstant(told.asOf(), workspaces.current().zone());
        audit.record(
                "data-exported",
                null,
                null,
                Map.of("list", "forecast-outlook", "format", "csv", "filter", told.measure() + " " + asOf));
        return new File("outlook-" + told.measure() + "-" + asOf + ".csv", content(told, caller.language()));
    }

    private String content(OutlookViews.Outlook told, Language language) {
        StringWriter out = new StringWriter();
        out.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(language == Language.PL ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out)) {
            writer.writeRecord(
                    COLUMNS.stream().map(column -> text(language, column)).toList());
            String measure = text(language, "measure-" + told.measure());
            if (told.past() != null) {
                told.past()
                        .forEach(past -> writer.writeRecord(
                                cells(language, past.month(), measure, told.currency(), past.amount())));
            }
            if (told.months() != null) {
                told.months()
                        .forEach(row -> writer.writeRecord(cells(
                                language,
                                row.label(),
                                measure,
                                told.currency(),
                                row.actual(),
                                row.p10(),
                                row.p50(),
                                row.p90(),
                                row.mean(),
                                row.open(),
                                row.fresh(),
                                row.claims(),
                                row.renewals(),
                                row.outflows(),
                                row.came())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private String text(Language language, String key) {
        return texts.get(language, "forecast.outlook-csv." + key);
    }

    private static List<String> cells(
            Language language, String month, String measure, String currency, @Nullable String... amounts) {
        String[] cells = new String[COLUMNS.size()];
        Arrays.fill(cells, "");
        cells[0] = month;
        cells[1] = Defused.of(measure);
        cells[2] = Defused.of(currency);
        for (int i = 0; i < amounts.length; i++) {
            String amount = amounts[i];
            cells[3 + i] = amount == null ? "" : language == Language.PL ? amount.replace('.', ',') : amount;
        }
        return List.of(cells);
    }
}
