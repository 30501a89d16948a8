package io.nurt.forecast.internal.record;

import io.nurt.forecast.internal.training.Run;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What past forecasts told, and what came. */
@RestController
@RequestMapping("/api/v1/forecast/record")
class RecordController {
    private final TrackRecord record;

    RecordController(TrackRecord record) {
        this.record = record;
    }

    @Operation(operationId = "forecastRecord")
    @GetMapping
    ForecastRecord newest(@RequestParam(defaultValue = "booked") String measure) {
        return record.newest(measure);
    }

    @Operation(operationId = "makeForecastRecord")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run make() {
        return record.make();
    }
}
