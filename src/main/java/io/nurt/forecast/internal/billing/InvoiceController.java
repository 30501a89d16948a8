package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.billing.InvoiceFilter.Which;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Invoices, receipts, and what is owed. */
@RestController
@RequestMapping("/api/v1/forecast")
class InvoiceController {
    private static final String MATCH = "If-Match";
    private static final String UNDO_TOKEN = "Undo-Token";
    private static final int MOST = 200;

    private final Invoices invoices;
    private final Receivables receivables;

    InvoiceController(Invoices invoices, Receivables receivables) {
        this.invoices = invoices;
        this.receivables = receivables;
    }

    @Operation(
            operationId = "invoices",
            description =
                    "status is open, late, paid, all, or a bucket of the receivables' ageing; q is looked for in numbers,"
                            + " payers and deals.")
    @GetMapping("/invoices")
    Page<Invoice> list(
            @RequestParam(defaultValue = "all") String status,
            @RequestParam(required = false) @Nullable UUID company,
            @RequestParam(required = false) @Nullable UUID deal,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return invoices.page(filter(status, company, deal, q), size(limit), cursor);
    }

    @Operation(
            operationId = "receivables",
            description = "What is owed, by lateness, with the days on which it is foreseen to come.")
    @GetMapping("/receivables")
    Receivables.Owed receivables(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(required = false) @Nullable UUID company,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        InvoiceFilter filter = filter(status, company, null, q);
        if (!filter.which().byDueDay) {
            throw new Problem(CommonProblem.INVALID).field("status", "forecast.invoice-status");
        }
        return receivables.page(filter, size(limit), cursor);
    }

    @Operation(operationId = "addInvoice")
    @PostMapping("/invoices")
    ResponseEntity<Invoice> add(@RequestBody JsonNode body) {
        Invoice created = invoices.create(body);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.etag(created.version()))
                .body(created);
    }

    @Operation(operationId = "invoice")
    @GetMapping("/invoices/{id}")
    ResponseEntity<Invoice> one(@PathVariable UUID id) {
        Invoice invoice = invoices.get(id);
        return ResponseEntity.ok().eTag(Versions.etag(invoice.version())).body(invoice);
    }

    @Operation(operationId = "changeInvoice")
    @PatchMapping("/invoices/{id}")
    ResponseEntity<Invoice> change(
            @PathVariable UUID id,
            @RequestHeader(name = MATCH, required = false) @Nullable String match,
            @RequestBody JsonNode body) {
        return answer(HttpStatus.OK, invoices.change(id, Versions.expected(match), body));
    }

    @Operation(
            operationId = "cancelInvoice",
            description = "It stays in the list as cancelled; nothing is owed for it.")
    @DeleteMapping("/invoices/{id}")
    ResponseEntity<Invoice> cancel(
            @PathVariable UUID id, @RequestHeader(name = MATCH, required = false) @Nullable String match) {
        return answer(HttpStatus.OK, invoices.cancel(id, Versions.expected(match)));
    }

    @Operation(
            operationId = "addReceipt",
            description = "Money that came for an invoice; negative when it was paid back.")
    @PostMapping("/invoices/{id}/receipts")
    ResponseEntity<Invoice> receive(@PathVariable UUID id, @RequestBody Invoices.NewReceipt receipt) {
        return answer(HttpStatus.CREATED, invoices.receive(id, receipt));
    }

    @Operation(operationId = "removeReceipt")
    @DeleteMapping("/receipts/{id}")
    ResponseEntity<Invoice> remove(@PathVariable UUID id) {
        return answer(HttpStatus.OK, invoices.remove(id));
    }

    static InvoiceFilter filter(String status, @Nullable UUID company, @Nullable UUID deal, @Nullable String q) {
        for (Which which : Which.values()) {
            if (which.code.equals(status)) {
                return new InvoiceFilter(which, company, deal, q == null || q.isBlank() ? null : q.strip());
            }
        }
        throw new Problem(CommonProblem.INVALID).field("status", "forecast.invoice-status");
    }

    private static int size(int limit) {
        return Math.max(1, Math.min(MOST, limit));
    }

    private static ResponseEntity<Invoice> answer(HttpStatus status, Invoices.Changed changed) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(changed.invoice().version()))
                .header(UNDO_TOKEN, changed.undoToken())
                .body(changed.invoice());
    }
}
