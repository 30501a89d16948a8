package io.nurt.exchange.internal.exporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exports")
class ExportController {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/{list}.csv")
    void csv(
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Exports.Ready<?> ready = exports.ready(list, "csv", Map.copyOf(parameters));
        head(response, "text/csv;charset=UTF-8", list + ".csv", ready);
        exports.csv(ready, parameters.getFirst("delimiter"), response.getOutputStream());
    }

    @GetMapping("/{list}.xlsx")
    void workbook(
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        Exports.Ready<?> ready = exports.ready(list, "xlsx", Map.copyOf(parameters));
        head(response, WORKBOOK, list + ".xlsx", ready);
        exports.workbook(ready, response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String type, String name, Exports.Ready<?> ready) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(LocalDate.now(ready.caller().zone()) + "-" + name)
                        .build()
                        .toString());
    }
}
