package io.nurt.connect;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Answers everything that goes wrong. Only problems that a module meant, and the framework's own refusals of a malformed
 * request, become 4xx; anything else is our fault, is logged under a reference, and says nothing of its insides.
 */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private final ProblemRenderer renderer;

    ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<Map<String, Object>> problem(Problem problem, HttpServletRequest request) {
        var answer = answer(problem.type().status(), renderer.render(problem, request));
        Object seconds = problem.data().get("retryAfterSeconds");
        return seconds == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header("Retry-After", seconds.toString())
                        .body(answer.getBody());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, Object>> unreadable(HttpServletRequest request) {
        return problem(new Problem(CommonProblem.UNREADABLE), request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, Object>> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return problem(new Problem(CommonProblem.INVALID).field(e.getName(), "common.wrong-type"), request);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<Map<String, Object>> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        Problem problem = new Problem(CommonProblem.INVALID);
        e.getFieldErrors().forEach(error -> problem.field(error.getField(), "common.required"));
        return problem(problem, request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<Map<String, Object>> tooLarge(HttpServletRequest request) {
        return problem(new Problem(CommonProblem.TOO_LARGE), request);
    }

    /** The browser went away in the middle of an answer: nobody is left to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(IOException e) {
        log.debug("client went away", e);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
            return framework(refusal.getStatusCode(), request);
        }
        String reference = Ids.next().toString();
        log.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return problem(new Problem(CommonProblem.INTERNAL, reference).with("reference", reference), request);
    }

    private ResponseEntity<Map<String, Object>> framework(HttpStatusCode status, HttpServletRequest request) {
        if (status == HttpStatus.NOT_FOUND) {
            return problem(new Problem(CommonProblem.NOT_FOUND), request);
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            return named("common.method-not-allowed", status.value(), request);
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE || status == HttpStatus.NOT_ACCEPTABLE) {
            return named("common.unsupported-media-type", status.value(), request);
        }
        return problem(new Problem(CommonProblem.UNREADABLE), request);
    }

    private ResponseEntity<Map<String, Object>> named(String code, int status, HttpServletRequest request) {
        return answer(status, renderer.render(code, status, new Object[0], List.of(), Map.of(), request));
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
