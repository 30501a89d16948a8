package io.nurt.forecast.internal.training;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models, their training, and what they tell of deals. */
@RestController
@RequestMapping("/api/v1/forecast")
class ForecastModelController {
    private static final int MOST_DEALS = 500;

    private final ForecastModels models;

    ForecastModelController(ForecastModels models) {
        this.models = models;
    }

    @Operation(operationId = "forecastChances")
    @GetMapping("/chances")
    List<DealChance> chances(@RequestParam List<UUID> deal) {
        return models.chances(deal.subList(0, Math.min(MOST_DEALS, deal.size())));
    }

    @Operation(operationId = "forecastModels")
    @GetMapping("/models")
    List<ModelVersion> versions(@RequestParam UUID pipeline) {
        return models.versions(pipeline);
    }

    @Operation(operationId = "trainForecast")
    @PostMapping("/models")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run train(@RequestParam UUID pipeline) {
        return models.train(pipeline);
    }

    @Operation(operationId = "forecastRuns")
    @GetMapping("/runs")
    List<Run> runs() {
        return models.runs();
    }

    @Operation(operationId = "forecastRun")
    @GetMapping("/runs/{id}")
    Run run(@PathVariable UUID id) {
        return models.run(id);
    }

    @Operation(operationId = "cancelForecastRun")
    @PostMapping("/runs/{id}/cancel")
    Run cancel(@PathVariable UUID id) {
        return models.cancel(id);
    }
}
