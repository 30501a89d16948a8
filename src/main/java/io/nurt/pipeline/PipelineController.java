package io.nurt.pipeline;

import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@RestController
@RequestMapping("/api/v1")
class PipelineController {
    private final PipelineService pipelines;
    private final StageService stages;
    private final ObjectMapper json;

    PipelineController(PipelineService pipelines, StageService stages, ObjectMapper json) {
        this.pipelines = pipelines;
        this.stages = stages;
        this.json = json;
    }

    record NewPipeline(@Nullable String name, @Nullable List<NewStage> stages) {}

    record Order(@Nullable List<UUID> stageIds) {}

    record Archiving(@Nullable UUID moveDealsTo) {}

    @GetMapping("/pipelines")
    List<Pipeline> list() {
        return pipelines.list();
    }

    @PostMapping("/pipelines")
    ResponseEntity<Pipeline> create(@RequestBody NewPipeline wanted) {
        List<NewStage> given = wanted.stages() == null ? List.of() : wanted.stages();
        return answer(pipelines.create(wanted.name(), given), HttpStatus.CREATED);
    }

    @PatchMapping("/pipelines/{id}")
    ResponseEntity<Pipeline> patch(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        Patch patch = new Patch(body, json).only(Set.of("name", "position"));
        Pipeline changed = pipelines.rename(
                id,
                Versions.expected(ifMatch),
                patch.value("name", String.class, null),
                patch.value("position", Integer.class, null));
        return answer(changed, HttpStatus.OK);
    }

    @PostMapping("/pipelines/{id}/archive")
    ResponseEntity<Pipeline> archive(@PathVariable UUID id) {
        return answer(pipelines.archive(id, true), HttpStatus.OK);
    }

    @PostMapping("/pipelines/{id}/unarchive")
    ResponseEntity<Pipeline> unarchive(@PathVariable UUID id) {
        return answer(pipelines.archive(id, false), HttpStatus.OK);
    }

    @PutMapping("/pipelines/{id}/stages/order")
    ResponseEntity<Pipeline> order(@PathVariable UUID id, @RequestBody Order order) {
        return answer(pipelines.order(id, order.stageIds() == null ? List.of() : order.stageIds()), HttpStatus.OK);
    }

    @PostMapping("/pipelines/{id}/stages")
    ResponseEntity<Stage> addStage(@PathVariable UUID id, @RequestBody NewStage wanted) {
        return answer(stages.add(id, wanted), HttpStatus.CREATED);
    }

    @PatchMapping("/stages/{id}")
    ResponseEntity<Stage> patchStage(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        Patch patch = new Patch(body, json)
                .only(Set.of("name", "kind", "position", "probability", "rottingDays", "purpose", "help"));
        return answer(stages.change(id, Versions.expected(ifMatch), patch), HttpStatus.OK);
    }

    @PostMapping("/stages/{id}/archive")
    ResponseEntity<Stage> archiveStage(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Archiving archiving) {
        return answer(stages.archive(id, archiving == null ? null : archiving.moveDealsTo()), HttpStatus.OK);
    }

    private static ResponseEntity<Pipeline> answer(Pipeline pipeline, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(pipeline.version()))
                .body(pipeline);
    }

    private static ResponseEntity<Stage> answer(Stage stage, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(Versions.etag(stage.version()))
                .body(stage);
    }
}
