package io.nurt.identity.internal;

import io.nurt.identity.internal.Invitations.Answer;
import io.nurt.identity.internal.Invitations.Invitation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opened without signing in: the link is what lets in. */
@RestController
@RequestMapping("/api/v1/invitations/{token}")
class InvitationController {
    private final Invitations invitations;
    private final NewSession newSession;

    InvitationController(Invitations invitations, NewSession newSession) {
        this.invitations = invitations;
        this.newSession = newSession;
    }

    @GetMapping
    Invitation open(@PathVariable String token) {
        return invitations.open(token);
    }

    @PostMapping
    MeView accept(
            @PathVariable String token,
            @RequestBody Answer answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return newSession.answer(invitations.accept(token, answer, ClientInfo.of(request)), response);
    }
}
