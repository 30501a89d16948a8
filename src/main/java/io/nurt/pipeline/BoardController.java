package io.nurt.pipeline;

import io.nurt.kernel.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/pipelines/{pipelineId}/board")
class BoardController {
    private static final int MOST_CARDS = 100;
    /** The board itself says which: open, active deals of one pipeline. */
    private static final List<String> SAID_BY_BOARD = List.of("pipeline", "stage", "status", "state");

    private final BoardQuery query;

    BoardController(BoardQuery query) {
        this.query = query;
    }

    @GetMapping
    Board board(
            @PathVariable UUID pipelineId,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "20") int cards) {
        return query.board(pipelineId, filter(parameters), size(cards));
    }

    @GetMapping("/{stageId}")
    Page<Card> more(
            @PathVariable UUID pipelineId,
            @PathVariable UUID stageId,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "20") int cards,
            @RequestParam(required = false) @Nullable String cursor) {
        return query.more(pipelineId, stageId, filter(parameters), size(cards), cursor);
    }

    private static int size(int cards) {
        return Math.max(1, Math.min(MOST_CARDS, cards));
    }

    private static DealFilter filter(MultiValueMap<String, String> parameters) {
        Map<String, List<String>> asked = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (!SAID_BY_BOARD.contains(name)) {
                asked.put(name, new ArrayList<>(values));
            }
        });
        return DealFilter.of(asked);
    }
}
