package io.nurt.forecast.internal.billing;

import io.nurt.kernel.Versions;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What goes out of the company. */
@RestController
@RequestMapping("/api/v1/forecast/outflows")
class OutflowController {
    private final OutflowSettings outflows;

    OutflowController(OutflowSettings outflows) {
        this.outflows = outflows;
    }

    @Operation(operationId = "outflows")
    @GetMapping
    ResponseEntity<OutflowSettings.OutflowsView> get() {
        return answer(outflows.get());
    }

    @Operation(operationId = "putOutflows")
    @PutMapping
    ResponseEntity<OutflowSettings.OutflowsView> put(
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody OutflowSettings.OutflowsInput input) {
        return answer(outflows.put(Versions.expected(match), input));
    }

    private static ResponseEntity<OutflowSettings.OutflowsView> answer(OutflowSettings.OutflowsView view) {
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }
}
