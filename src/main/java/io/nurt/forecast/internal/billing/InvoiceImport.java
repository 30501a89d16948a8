package io.nurt.forecast.internal.billing;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.forecast.internal.billing.InvoiceCells.Meant;
import io.nurt.forecast.internal.billing.InvoiceCells.Refused;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in invoices and payments from a file. Each line is taken whole or refused with its reason; a line that says what is known
 * already changes nothing, so a file can be imported again. What it tells counts as known since its own days, so that the past
 * can be learnt from.
 */
@Service
class InvoiceImport {
    private final InvoiceStore store;
    private final ReceiptStore receipts;
    private final Workspaces workspaces;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final ForecastNews news;

    InvoiceImport(
            InvoiceStore store,
            ReceiptStore receipts,
            Workspaces workspaces,
            Texts texts,
            JdbcClient jdbc,
            ForecastNews news) {
        this.news = news;
        this.store = store;
        this.receipts = receipts;
        this.workspaces = workspaces;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    private record Came(LocalDate day, BigDecimal amount) {}

    private static final class Known {
        final UUID id;
        final InvoiceFacts facts;
        final @Nullable UUID payerId;
        final List<Came> came = new ArrayList<>();

        Known(UUID id, InvoiceFacts facts, @Nullable UUID payerId) {
            this.id = id;
            this.facts = facts;
            this.payerId = payerId;
        }

        BigDecimal open() {
            return came.stream().map(Came::amount).reduce(facts.amount(), BigDecimal::subtract);
        }
    }

    @Transactional
    ImportReport take(byte[] content) {
        Caller caller = Caller.require(Permission.IMPORT);
        InvoiceFile.Lines file = InvoiceFile.read(content);
        if (!file.missing().isEmpty()) {
            throw new Problem(
                    BillingProblem.COLUMNS_MISSING,
                    file.missing().stream()
                            .map(column -> texts.get(caller.language(), column.textKey()))
                            .collect(Collectors.joining(", ")));
        }
        // Two that import the same file at once must not both find an invoice missing.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('invoices ' || nurt.workspace(), 0))")
                .query((row, n) -> n)
                .list();
        ImportReport report = new Run(caller, workspaces.current(), file.lines()).report();
        news.changed(ForecastChanged.Part.INVOICES);
        return report;
    }

    private final class Run {
        private final Caller caller;
        private final Workspace workspace;
        private final LocalDate today;
        private final Instant now = Instant.now();
        private final List<InvoiceFile.Line> lines;
        private final Map<String, Known> known = new HashMap<>();
        private final NameBook names;
        private int added;
        private int payments;
        private int unchanged;

        Run(Caller caller, Workspace workspace, List<InvoiceFile.Line> lines) {
            this.caller = caller;
            this.workspace = workspace;
            this.today = LocalDate.ofInstant(now, workspace.zone());
            this.lines = lines;
            this.names =
                    new NameBook(jdbc, cells(InvoiceColumn.COMPANY), cells(InvoiceColumn.DEAL), caller.visibility());
            List<InvoiceRow> there = store.byNumber(cells(InvoiceColumn.NUMBER));
            there.forEach(row -> known.put(row.facts().number(), new Known(row.id(), row.facts(), row.payerId())));
            Map<UUID, Known> byId = known.values().stream().collect(Collectors.toMap(one -> one.id, one -> one));
            receipts.of(byId.keySet())
                    .forEach(receipt -> Objects.requireNonNull(byId.get(receipt.invoiceId()))
                            .came
                            .add(new Came(receipt.receivedOn(), receipt.amount())));
        }

        private List<String> cells(InvoiceColumn column) {
            return lines.stream()
                    .map(line -> line.cell(column))
                    .filter(cell -> !cell.isEmpty())
                    .distinct()
                    .toList();
        }

        ImportReport report() {
            List<ImportReport.Line> refused = new ArrayList<>();
            int refusedRows = 0;
            for (InvoiceFile.Line line : lines) {
                try {
                    take(InvoiceCells.read(line, today));
                } catch (Refused e) {
                    refusedRows++;
                    if (refused.size() < ImportReport.MOST_SHOWN) {
                        String number = line.cell(InvoiceColumn.NUMBER);
                        refused.add(new ImportReport.Line(
                                line.line(),
                                number.substring(0, Math.min(InvoiceChecks.LONGEST_NUMBER, number.length())),
                                texts.get(caller.language(), e.code, e.arguments)));
                    }
                }
            }
            return new ImportReport(lines.size(), added, payments, unchanged, refusedRows, refused);
        }

        /** Everything is looked at before anything is written. */
        private void take(Meant line) {
            NameBook.Party party = names.party(line.company(), line.deal());
            InvoiceFacts facts = new InvoiceFacts(
                    line.number(),
                    party.dealId(),
                    party.companyId(),
                    line.amount(),
                    line.currency() == null ? workspace.currency().getCurrencyCode() : line.currency(),
                    line.issuedOn(),
                    line.dueOn(),
                    false);
            Known there = known.get(line.number());
            if (there != null) {
                checkSame(there, facts, party);
            }
            Known invoice = there != null ? there : new Known(Ids.next(), facts, party.payerId());
            Came payment = payment(invoice, line);
            if (there == null) {
                if (!store.insert(invoice.id, facts, "import", start(line.issuedOn()), caller.userId())) {
                    throw new Refused("forecast.row-differs");
                }
                known.put(line.number(), invoice);
                added++;
            }
            if (payment != null) {
                receipts.insert(
                        Ids.next(),
                        invoice.id,
                        payment.amount(),
                        payment.day(),
                        "import",
                        start(payment.day()),
                        caller.userId());
                invoice.came.add(payment);
                payments++;
            } else if (there != null) {
                unchanged++;
            }
        }

        private static void checkSame(Known there, InvoiceFacts facts, NameBook.Party party) {
            if (there.facts.cancelled()) {
                throw new Refused("forecast.row-cancelled");
            }
            boolean same = there.facts.amount().compareTo(facts.amount()) == 0
                    && there.facts.currency().equals(facts.currency())
                    && there.facts.issuedOn().equals(facts.issuedOn())
                    && there.facts.dueOn().equals(facts.dueOn())
                    && Objects.equals(there.payerId, party.payerId())
                    && (party.dealId() == null || party.dealId().equals(there.facts.dealId()));
            if (!same) {
                throw new Refused("forecast.row-differs");
            }
        }

        /** The payment that a line tells of, if it is not known yet. */
        private static @Nullable Came payment(Known invoice, Meant line) {
            BigDecimal open = invoice.open();
            if (line.paidOn() == null) {
                return null;
            }
            if (line.paidAmount() == null) {
                return open.signum() == 0 ? null : new Came(line.paidOn(), open);
            }
            boolean had = invoice.came.stream()
                    .anyMatch(came ->
                            came.day().equals(line.paidOn()) && came.amount().compareTo(line.paidAmount()) == 0);
            if (had) {
                return null;
            }
            if (line.paidAmount().signum() == invoice.facts.amount().signum()
                    && line.paidAmount().abs().compareTo(open.abs()) > 0) {
                throw new Refused("forecast.row-paid-too-much", Invoice.plain(open));
            }
            return new Came(line.paidOn(), line.paidAmount());
        }

        private Instant start(LocalDate day) {
            ZoneId zone = workspace.zone();
            Instant start = day.atStartOfDay(zone).toInstant();
            return start.isBefore(now) ? start : now;
        }
    }
}
