package io.nurt.forecast.internal.outlook;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outlook as a file. */
@RestController
class OutlookFileController {
    private final OutlookCsv csv;

    OutlookFileController(OutlookCsv csv) {
        this.csv = csv;
    }

    @Operation(operationId = "exportForecastOutlook")
    @GetMapping("/api/v1/forecast/outlook.csv")
    ResponseEntity<String> file(
            @RequestParam(defaultValue = "booked") String measure,
            @RequestParam(required = false) @Nullable UUID snapshot) {
        OutlookCsv.File file = csv.write(OutlookService.measure(measure), snapshot);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }
}
