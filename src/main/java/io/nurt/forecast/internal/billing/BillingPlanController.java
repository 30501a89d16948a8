package io.nurt.forecast.internal.billing;

import io.nurt.forecast.internal.billing.PlanStore.Of;
import io.nurt.kernel.Versions;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Billing plans of the workspace, of products and of deals. */
@RestController
@RequestMapping("/api/v1/forecast/billing")
class BillingPlanController {
    private static final String MATCH = "If-Match";

    private final BillingPlans plans;

    BillingPlanController(BillingPlans plans) {
        this.plans = plans;
    }

    @Operation(operationId = "billingPlan")
    @GetMapping
    ResponseEntity<PlanView> workspace() {
        return answer(plans.get(Of.WORKSPACE));
    }

    @Operation(operationId = "putBillingPlan")
    @PutMapping
    ResponseEntity<PlanView> putWorkspace(
            @RequestHeader(name = MATCH, required = false) @Nullable String match, @RequestBody PlanInput input) {
        return answer(plans.put(Of.WORKSPACE, Versions.expected(match), input));
    }

    @Operation(operationId = "productBillingPlan")
    @GetMapping("/products/{id}")
    ResponseEntity<PlanView> product(@PathVariable UUID id) {
        return answer(plans.get(new Of(id, null)));
    }

    @Operation(operationId = "putProductBillingPlan")
    @PutMapping("/products/{id}")
    ResponseEntity<PlanView> putProduct(
            @PathVariable UUID id,
            @RequestHeader(name = MATCH, required = false) @Nullable String match,
            @RequestBody PlanInput input) {
        return answer(plans.put(new Of(id, null), Versions.expected(match), input));
    }

    @Operation(operationId = "removeProductBillingPlan")
    @DeleteMapping("/products/{id}")
    ResponseEntity<PlanView> removeProduct(
            @PathVariable UUID id, @RequestHeader(name = MATCH, required = false) @Nullable String match) {
        return answer(plans.remove(new Of(id, null), Versions.expected(match)));
    }

    @Operation(operationId = "dealBillingPlan")
    @GetMapping("/deals/{id}")
    ResponseEntity<PlanView> deal(@PathVariable UUID id) {
        return answer(plans.get(new Of(null, id)));
    }

    @Operation(operationId = "putDealBillingPlan")
    @PutMapping("/deals/{id}")
    ResponseEntity<PlanView> putDeal(
            @PathVariable UUID id,
            @RequestHeader(name = MATCH, required = false) @Nullable String match,
            @RequestBody PlanInput input) {
        return answer(plans.put(new Of(null, id), Versions.expected(match), input));
    }

    @Operation(operationId = "removeDealBillingPlan")
    @DeleteMapping("/deals/{id}")
    ResponseEntity<PlanView> removeDeal(
            @PathVariable UUID id, @RequestHeader(name = MATCH, required = false) @Nullable String match) {
        return answer(plans.remove(new Of(null, id), Versions.expected(match)));
    }

    private static ResponseEntity<PlanView> answer(PlanView plan) {
        return ResponseEntity.ok().eTag(Versions.etag(plan.version())).body(plan);
    }
}
