package io.nurt.connect;

import io.nurt.identity.Caller;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.kernel.ProblemWriter;
import io.nurt.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Turns problems into RFC 9457 bodies in the caller's language, or the browser's where nobody is signed in. */
@Component
class ProblemRenderer implements ProblemWriter {
    private final Texts texts;
    private final ObjectMapper json;

    ProblemRenderer(Texts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    Map<String, Object> render(Problem problem, HttpServletRequest request) {
        return render(
                problem.type().code(),
                problem.type().status(),
                problem.arguments(),
                problem.errors(),
                problem.data(),
                request);
    }

    Map<String, Object> render(
            String code,
            int status,
            @Nullable Object[] arguments,
            List<Problem.FieldError> errors,
            Map<String, Object> data,
            HttpServletRequest request) {
        Language language = language(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:nurt:problem:" + code);
        body.put("title", texts.get(language, code + ".title", arguments));
        body.put("status", status);
        body.put("detail", texts.get(language, code + ".detail", arguments));
        body.put("code", code);
        if (!errors.isEmpty()) {
            body.put(
                    "errors",
                    errors.stream()
                            .map(error -> Map.of(
                                    "field", error.field(),
                                    "code", error.code(),
                                    "message",
                                            texts.get(
                                                    language,
                                                    error.code(),
                                                    error.arguments().toArray())))
                            .toList());
        }
        data.forEach(body::putIfAbsent);
        return body;
    }

    @Override
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.valueOf(problem.type().status()).value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(render(problem, request)));
    }

    private static Language language(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller.language();
        }
        return Language.of(request.getLocale().getLanguage());
    }
}
