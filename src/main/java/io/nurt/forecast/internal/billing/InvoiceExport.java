package io.nurt.forecast.internal.billing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.Language;
import io.nurt.kernel.Page;
import io.nurt.platform.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices as a file that a spreadsheet opens and the import reads again. */
@Service
class InvoiceExport {
    private static final int PAGE = 1000;
    private static final List<String> EXTRA = List.of("open", "status", "days-late");

    private final Invoices invoices;
    private final Texts texts;
    private final AuditLog audit;

    InvoiceExport(Invoices invoices, Texts texts, AuditLog audit) {
        this.invoices = invoices;
        this.texts = texts;
        this.audit = audit;
    }

    /** UTF-8 text with a byte order mark; a line per payment, and one for each invoice without any. */
    @Transactional
    String csv(InvoiceFilter filter) {
        Caller caller = Caller.require(Permission.EXPORT);
        audit.record("data-exported", null, null, Map.of("list", "invoices", "format", "csv"));
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        // Spreadsheets of a language that writes a decimal comma take the semicolon.
        CsvWriter writer = CsvWriter.builder()
                .fieldSeparator(caller.language() == Language.PL ? ';' : ',')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        writer.writeRecord(head(caller.language()));
        String cursor = null;
        do {
            Page<Invoice> page = invoices.page(filter, PAGE, cursor);
            for (Invoice invoice : page.items()) {
                write(writer, invoice, caller.language());
            }
            cursor = page.next();
        } while (cursor != null);
        flush(writer);
        return text.toString();
    }

    private static void flush(CsvWriter writer) {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> head(Language language) {
        List<String> head = new ArrayList<>();
        for (InvoiceColumn column : InvoiceColumn.values()) {
            head.add(texts.get(language, column.textKey()));
        }
        EXTRA.forEach(column -> head.add(texts.get(language, "forecast.column-" + column)));
        return head;
    }

    private void write(CsvWriter writer, Invoice invoice, Language language) {
        if (invoice.receipts().isEmpty()) {
            writer.writeRecord(row(invoice, null, language));
        }
        for (Invoice.Receipt receipt : invoice.receipts()) {
            writer.writeRecord(row(invoice, receipt, language));
        }
    }

    private List<String> row(Invoice invoice, Invoice.@Nullable Receipt receipt, Language language) {
        return List.of(
                Defused.of(invoice.number()),
                Defused.of(invoice.company() == null ? "" : invoice.company()),
                Defused.of(invoice.deal() == null ? "" : invoice.deal()),
                invoice.amount(),
                invoice.currency(),
                invoice.issuedOn().toString(),
                invoice.dueOn().toString(),
                receipt == null ? "" : receipt.receivedOn().toString(),
                receipt == null ? "" : receipt.amount(),
                invoice.open(),
                texts.get(language, "forecast.status-" + invoice.status()),
                String.valueOf(Math.max(0, invoice.daysLate())));
    }
}
