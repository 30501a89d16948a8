package io.nurt.identity.internal;

import io.nurt.identity.internal.UserAdmin.InviteRequest;
import io.nurt.identity.internal.UserAdmin.Invited;
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

/** The people of the workspace and their accounts. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {
    record Address(@Nullable String email) {}

    private final UserAdmin users;
    private final ObjectMapper json;

    UserController(UserAdmin users, ObjectMapper json) {
        this.users = users;
        this.json = json;
    }

    @GetMapping
    List<UserView> list() {
        return users.list();
    }

    @PostMapping("/invite")
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(@RequestBody InviteRequest request) {
        return users.invite(request);
    }

    @PostMapping("/{id}/invite")
    Invited inviteAgain(@PathVariable UUID id, @RequestBody(required = false) @Nullable Address address) {
        return users.inviteAgain(id, address == null ? null : address.email());
    }

    @PatchMapping("/{id}")
    ResponseEntity<UserView> change(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        UserView user = users.change(id, new Patch(body, json), Versions.expected(ifMatch));
        return ResponseEntity.ok().eTag(Versions.etag(user.version())).body(user);
    }

    @PostMapping("/{id}/two-factor/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnSecondFactorOff(@PathVariable UUID id) {
        users.turnSecondFactorOff(id);
    }

    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UUID id) {
        users.endSessions(id);
    }
}
