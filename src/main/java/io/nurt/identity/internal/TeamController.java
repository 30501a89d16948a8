package io.nurt.identity.internal;

import io.nurt.identity.internal.TeamAdmin.NewTeam;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Versions;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@RestController
@RequestMapping("/api/v1/teams")
class TeamController {
    private final TeamAdmin teams;
    private final ObjectMapper json;

    TeamController(TeamAdmin teams, ObjectMapper json) {
        this.teams = teams;
        this.json = json;
    }

    @GetMapping
    List<TeamView> list() {
        return teams.list();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TeamView create(@RequestBody NewTeam request) {
        return teams.create(request);
    }

    @PatchMapping("/{id}")
    ResponseEntity<TeamView> change(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        TeamView team = teams.change(id, new Patch(body, json), Versions.expected(ifMatch));
        return ResponseEntity.ok().eTag(Versions.etag(team.version())).body(team);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        teams.delete(id);
    }
}
