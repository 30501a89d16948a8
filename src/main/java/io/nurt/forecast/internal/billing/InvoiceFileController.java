package io.nurt.forecast.internal.billing;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Invoices in and out as files. */
@RestController
@RequestMapping("/api/v1/forecast")
class InvoiceFileController {
    private final InvoiceImport imports;
    private final InvoiceExport exports;

    InvoiceFileController(InvoiceImport imports, InvoiceExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @Operation(
            operationId = "importInvoices",
            description =
                    "CSV with a first line that names the columns number, company, deal, amount, currency, issued, due,"
                            + " paid on and paid amount, in English or Polish. A line is taken whole or refused; importing a file again"
                            + " changes nothing.")
    @PostMapping(path = "/invoices/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport take(@RequestParam("file") MultipartFile file) throws IOException {
        Caller.require(Permission.IMPORT);
        InvoiceFile.checkSize(file.getSize());
        return imports.take(file.getBytes());
    }

    @Operation(operationId = "exportInvoices", description = "The same filters as the list.")
    @GetMapping(path = "/invoices.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(
            @RequestParam(defaultValue = "all") String status,
            @RequestParam(required = false) @Nullable UUID company,
            @RequestParam(required = false) @Nullable UUID deal,
            @RequestParam(required = false) @Nullable String q) {
        String name = LocalDate.now(Caller.current().zone()) + "-invoices.csv";
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(exports.csv(InvoiceController.filter(status, company, deal, q)));
    }
}
