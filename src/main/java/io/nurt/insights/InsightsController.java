package io.nurt.insights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures; all about the same period and filters, see {@link Asked}. */
@RestController
@RequestMapping("/api/v1/insights")
class InsightsController {
    private final InsightsService insights;

    InsightsController(InsightsService insights) {
        this.insights = insights;
    }

    @Asked
    @Operation(operationId = "insightsSummary")
    @GetMapping("/summary")
    Answers.Summary summary(@Parameter(hidden = true) HttpServletRequest request) {
        return insights.summary(Question.of(request));
    }

    @Asked
    @Operation(operationId = "insightsWonByMonth")
    @GetMapping("/won-by-month")
    Answers.WonByMonth wonByMonth(@Parameter(hidden = true) HttpServletRequest request) {
        return insights.wonByMonth(Question.of(request));
    }

    @Asked
    @Operation(operationId = "insightsOpenByStage")
    @GetMapping("/open-by-stage")
    Answers.OpenByStage openByStage(@Parameter(hidden = true) HttpServletRequest request) {
        return insights.openByStage(Question.of(request));
    }

    @Asked
    @Operation(operationId = "insightsStageAgeing")
    @GetMapping("/stage-ageing")
    Answers.StageAgeing stageAgeing(@Parameter(hidden = true) HttpServletRequest request) {
        return insights.stageAgeing(Question.of(request));
    }

    @Asked
    @Operation(operationId = "insightsBreakdown")
    @GetMapping("/breakdown")
    Answers.Breakdown breakdown(@RequestParam String by, @Parameter(hidden = true) HttpServletRequest request) {
        return insights.breakdown(Question.of(request), By.of(by));
    }

    @Operation(operationId = "insightsDefinitions")
    @GetMapping("/definitions")
    List<Answers.Definition> definitions() {
        return insights.definitions();
    }
}
