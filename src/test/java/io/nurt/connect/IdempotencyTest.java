package io.nurt.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.identity.Caller;
import io.nurt.identity.Role;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A change that is sent again with its key acts once, however the first answer was lost. */
@NurtTest
class IdempotencyTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    IdempotencyFilter filter;

    private TestWorkspace workspace;
    private Caller caller;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void someone() {
        workspace = new TestWorkspace(jdbc, transactions);
        caller = workspace.user(Role.ADMINISTRATOR);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private void write(String name) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> jdbc.sql("insert into nurt.pipeline (id, name) values (gen_random_uuid(), :name)")
                                .param("name", name)
                                .update());
    }

    private MockHttpServletResponse send(FilterChain chain) {
        return TestWorkspace.as(caller, () -> {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/pipelines");
            request.addHeader("Idempotency-Key", key);
            request.setContent(new byte[] {'{', '}'});
            MockHttpServletResponse response = new MockHttpServletResponse();
            try {
                filter.doFilter(request, response, chain);
            } catch (ServletException | IOException e) {
                throw new IllegalStateException(e);
            }
            return response;
        });
    }

    private long written() {
        return workspace.inside(() ->
                jdbc.sql("select count(*) from nurt.pipeline").query(Long.class).single());
    }

    private static void status(jakarta.servlet.ServletResponse response, int status) {
        ((HttpServletResponse) response).setStatus(status);
    }

    @Test
    void aRepeatGetsTheFirstAnswer() {
        FilterChain work = (request, response) -> {
            write("Once");
            status(response, 201);
        };
        assertThat(send(work).getStatus()).isEqualTo(201);

        MockHttpServletResponse again = send(work);

        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aRequestThatFailedAfterItWasWrittenIsNotCarriedOutAgain() throws Exception {
        FilterChain work = (request, response) -> {
            write("Once");
            status(response, 500);
        };
        assertThat(send(work).getStatus()).isEqualTo(500);

        MockHttpServletResponse again = send(work);

        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(again.getContentAsString()).contains("connect.key-outcome-unknown");
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffAfterTheWorkIsNotReasonToDoItAgain() {
        FilterChain work = (request, response) -> {
            write("Once");
            throw new IllegalStateException("the line broke");
        };
        assertThatThrownBy(() -> send(work)).hasMessage("the line broke");

        assertThat(send(work).getStatus()).isEqualTo(409);
        assertThat(written()).isEqualTo(1);
    }

    @Test
    void aRequestThatFailedBeforeAnythingWasWrittenMayBeTriedAgain() {
        FilterChain fails = (request, response) -> {
            assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        jdbc.sql("insert into nurt.pipeline (id, name) values (gen_random_uuid(), 'Lost')")
                                .update();
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            status(response, 503);
        };
        assertThat(send(fails).getStatus()).isEqualTo(503);

        assertThat(send((request, response) -> {
                            write("Now");
                            status(response, 201);
                        })
                        .getStatus())
                .isEqualTo(201);
        assertThat(written()).isEqualTo(1);
    }
}
