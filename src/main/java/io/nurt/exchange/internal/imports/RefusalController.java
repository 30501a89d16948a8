package io.nurt.exchange.internal.imports;

import io.nurt.kernel.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports/{id}")
class RefusalController {
    private static final int MOST = 200;

    private final Refusals refusals;

    RefusalController(Refusals refusals) {
        this.refusals = refusals;
    }

    @GetMapping("/refusals")
    Page<Refusals.View> list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return refusals.page(id, Math.max(1, Math.min(MOST, limit)), cursor);
    }

    /** The refused rows of one file (of the first that has any, when none is named), to be repaired and brought in again. */
    @GetMapping("/refusals.csv")
    void file(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID file, HttpServletResponse response)
            throws IOException {
        Refusals.Download download = refusals.download(id, file);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                org.springframework.http.ContentDisposition.attachment()
                        .filename(download.name(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        refusals.write(download, response.getOutputStream());
    }
}
