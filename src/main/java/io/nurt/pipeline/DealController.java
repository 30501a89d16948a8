package io.nurt.pipeline;

import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@RestController
@RequestMapping("/api/v1/deals")
class DealController {
    static final String UNDO_TOKEN = "Undo-Token";

    private final DealService deals;
    private final DealMoves moves;
    private final DealQuery query;
    private final ObjectMapper json;

    DealController(DealService deals, DealMoves moves, DealQuery query, ObjectMapper json) {
        this.deals = deals;
        this.moves = moves;
        this.query = query;
        this.json = json;
    }

    record Reopening(@Nullable UUID stageId) {}

    @PostMapping
    ResponseEntity<Deal> create(@RequestBody JsonNode body) {
        Deal created = deals.create(new Patch(body, json));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.etag(created.version()))
                .body(created);
    }

    @GetMapping("/{id}")
    ResponseEntity<Deal> one(@PathVariable UUID id) {
        Deal deal = query.one(id);
        return ResponseEntity.ok().eTag(Versions.etag(deal.version())).body(deal);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Deal> patch(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        return answer(deals.patch(id, Versions.expected(ifMatch), new Patch(body, json)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Deal> trash(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(deals.presence(id, Versions.expected(ifMatch), DealEventKind.TRASHED));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Deal> restore(@PathVariable UUID id) {
        return answer(deals.presence(id, null, DealEventKind.RESTORED));
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<Deal> archive(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(deals.presence(id, Versions.expected(ifMatch), DealEventKind.ARCHIVED));
    }

    @PostMapping("/{id}/unarchive")
    ResponseEntity<Deal> unarchive(@PathVariable UUID id) {
        return answer(deals.presence(id, null, DealEventKind.UNARCHIVED));
    }

    @PostMapping("/{id}/move")
    ResponseEntity<Deal> move(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DealMoves.Move move) {
        return answer(moves.move(id, Versions.expected(ifMatch), move));
    }

    @PostMapping("/{id}/return")
    ResponseEntity<Deal> giveBack(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DealMoves.Return wish) {
        return answer(moves.giveBack(id, Versions.expected(ifMatch), wish));
    }

    @PostMapping("/{id}/reopen")
    ResponseEntity<Deal> reopen(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reopening reopening) {
        return answer(moves.reopen(id, Versions.expected(ifMatch), reopening.stageId()));
    }

    private static ResponseEntity<Deal> answer(DealMoves.Changed changed) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().eTag(Versions.etag(changed.deal().version()));
        if (changed.undoToken() != null) {
            answer.header(UNDO_TOKEN, changed.undoToken());
        }
        return answer.body(changed.deal());
    }
}
