package io.nurt.forecast.internal.call;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forecast call: now, as it stood, its deals, and as a file. */
@RestController
@RequestMapping("/api/v1/forecast")
class CallController {
    private final Calls calls;
    private final CallSnapshots snapshots;
    private final CallDealStore deals;
    private final CallCsv csv;

    CallController(Calls calls, CallSnapshots snapshots, CallDealStore deals, CallCsv csv) {
        this.calls = calls;
        this.snapshots = snapshots;
        this.deals = deals;
        this.csv = csv;
    }

    @Operation(operationId = "forecastCall")
    @GetMapping("/call")
    CallTable call(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID team) {
        return table(period, asOf, team);
    }

    @Operation(operationId = "forecastCallWeeks")
    @GetMapping("/call/weeks")
    List<CallSnapshots.CallWeek> weeks(@RequestParam(required = false) @Nullable String period) {
        return snapshots.weeks(period);
    }

    @Operation(operationId = "forecastCallDeals")
    @GetMapping("/call/deals")
    CallDealStore.CallDealList deals(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "open") String of) {
        Subject subject = kind.equals("unassigned") ? Subject.user(Subject.NOBODY) : Subjects.of(kind, id);
        return deals.find(Period.of(period, calls.today()), subject, of);
    }

    @Operation(operationId = "exportForecastCall")
    @GetMapping("/call.csv")
    ResponseEntity<String> file(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable UUID team) {
        CallTable table = table(period, asOf, team);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("forecast-" + table.period() + ".csv")
                                .build()
                                .toString())
                .body(csv.write(table));
    }

    private CallTable table(@Nullable String period, @Nullable LocalDate asOf, @Nullable UUID team) {
        return asOf == null ? calls.now(period, team) : snapshots.asOf(period, asOf, team);
    }
}
