package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.training.Run;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Revenue and cash-in ahead. */
@RestController
@RequestMapping("/api/v1/forecast")
class OutlookController {
    private final OutlookService outlook;
    private final Scenarios scenarios;
    private final DealsBehind behind;

    OutlookController(OutlookService outlook, Scenarios scenarios, DealsBehind behind) {
        this.outlook = outlook;
        this.scenarios = scenarios;
        this.behind = behind;
    }

    @Operation(operationId = "forecastOutlook")
    @GetMapping("/outlook")
    OutlookViews.Outlook outlook(
            @RequestParam(defaultValue = "booked") String measure,
            @RequestParam(required = false) @Nullable UUID snapshot) {
        return outlook.outlook(OutlookService.measure(measure), snapshot);
    }

    @Operation(operationId = "forecastTargetChance")
    @GetMapping("/outlook/chance")
    OutlookViews.TargetChance chance(
            @RequestParam(defaultValue = "booked") String measure,
            @RequestParam String quarter,
            @RequestParam double target,
            @RequestParam(required = false) @Nullable UUID snapshot) {
        return outlook.target(OutlookService.measure(measure), quarter, target, snapshot);
    }

    @Operation(operationId = "forecastDealsBehind")
    @GetMapping("/outlook/deals")
    List<OutlookViews.DealBehind> deals(@RequestParam String label) {
        return behind.deals(label);
    }

    @Operation(operationId = "forecastTold")
    @GetMapping("/outlook/told")
    List<OutlookViews.Told> told(
            @RequestParam(defaultValue = "booked") String measure,
            @RequestParam(required = false) @Nullable UUID snapshot) {
        return outlook.told(OutlookService.measure(measure), snapshot);
    }

    @Operation(operationId = "forecastSnapshots")
    @GetMapping("/snapshots")
    List<OutlookViews.SnapshotRef> snapshots() {
        return outlook.snapshots();
    }

    @Operation(operationId = "simulateForecast")
    @PostMapping("/simulations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run simulate() {
        return outlook.simulate();
    }

    @Operation(operationId = "forecastScenario")
    @PostMapping("/scenarios")
    OutlookViews.Scenario scenario(
            @RequestParam(defaultValue = "booked") String measure, @RequestBody OutlookViews.ScenarioRequest request) {
        return scenarios.run(request, OutlookService.measure(measure));
    }

    @Operation(operationId = "forecastLevers")
    @GetMapping("/levers")
    List<Snapshot.Effect> levers() {
        return outlook.levers();
    }
}
