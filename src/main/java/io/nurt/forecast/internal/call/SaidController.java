package io.nurt.forecast.internal.call;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commitments, calls and quotas. */
@RestController
@RequestMapping("/api/v1/forecast")
class SaidController {
    private final SaidNumbers numbers;
    private final Quotas quotas;
    private final Targets targets;
    private final Calls calls;

    SaidController(SaidNumbers numbers, Quotas quotas, Targets targets, Calls calls) {
        this.numbers = numbers;
        this.quotas = quotas;
        this.targets = targets;
        this.calls = calls;
    }

    /**
     * @param subject {@code user}, {@code team} or {@code workspace}, and its id
     * @param kind {@code commit}, {@code best_case} or {@code call}
     */
    record NewSubmission(
            @Nullable String period,
            @Nullable String subject,
            @Nullable UUID id,
            @Nullable String kind,
            @Nullable BigDecimal amount,
            @Nullable String reason) {}

    /** @param base what it replaces ({@code kind}, {@code amount}, {@code author}), and {@code won} and {@code modelP50} then */
    record SubmissionSaid(
            UUID id,
            String period,
            String subject,
            UUID subjectId,
            String kind,
            String amount,
            String currency,
            @Nullable String reason,

            @JsonRawValue @Schema(implementation = Object.class)
            String base,

            UUID authorId,
            String author,
            Instant at) {

        static SubmissionSaid of(Submission said) {
            return new SubmissionSaid(
                    said.id(),
                    said.period().toString(),
                    said.subject().kind().code(),
                    said.subject().id(),
                    said.kind().code(),
                    Amounts.plain(said.amount()),
                    said.currency(),
                    said.reason(),
                    said.base(),
                    said.authorId(),
                    said.authorName(),
                    said.at());
        }
    }

    /** @param amount null takes the quota back */
    record NewQuota(
            @Nullable String kind,
            @Nullable UUID id,
            @Nullable BigDecimal amount) {}

    record NewQuotas(@Nullable List<NewQuota> quotas) {}

    @Operation(operationId = "forecastSubmissions")
    @GetMapping("/submissions")
    List<SubmissionSaid> history(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam String subject,
            @RequestParam UUID id) {
        return numbers.history(Period.of(period, calls.today()), subject, id).stream()
                .map(SubmissionSaid::of)
                .toList();
    }

    @Operation(operationId = "submitForecast")
    @PostMapping("/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    SubmissionSaid submit(@RequestBody NewSubmission wanted) {
        Problem invalid = new Problem(CommonProblem.INVALID);
        if (wanted.amount() == null) {
            invalid.field("amount", "forecast.amount-missing");
        }
        Submission.Kind kind = null;
        for (Submission.Kind one : Submission.Kind.values()) {
            kind = one.code().equals(wanted.kind()) ? one : kind;
        }
        if (kind == null) {
            invalid.field("kind", "forecast.unknown-kind");
        }
        if (kind == null || wanted.amount() == null) {
            throw invalid;
        }
        return SubmissionSaid.of(numbers.submit(
                Period.of(wanted.period(), calls.today()),
                Subjects.of(wanted.subject(), wanted.id()),
                kind,
                wanted.amount(),
                wanted.reason()));
    }

    @Operation(operationId = "forecastQuotas")
    @GetMapping("/quotas")
    List<Quotas.QuotaSet> quotas(@RequestParam(required = false) @Nullable String period) {
        return quotas.of(Period.of(period, calls.today()));
    }

    /** What is asked of everyone together in the quarters from one on. */
    @Operation(operationId = "forecastTargets")
    @GetMapping("/targets")
    List<Targets.Target> targets(@RequestParam(required = false) @Nullable String from) {
        return targets.from(from);
    }

    @Operation(operationId = "setForecastQuotas")
    @PutMapping("/quotas")
    List<Quotas.QuotaSet> set(@RequestParam(required = false) @Nullable String period, @RequestBody NewQuotas wanted) {
        Period of = Period.of(period, calls.today());
        List<NewQuota> all = wanted.quotas() == null ? List.of() : wanted.quotas();
        quotas.set(
                of,
                all.stream()
                        .map(one -> new Quotas.Wanted(Subjects.of(one.kind(), one.id()), one.amount()))
                        .toList());
        return quotas.of(of);
    }
}
