package io.nurt.insights;

import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;

/** Questions as a request asks them. */
final class Asking {
    private Asking() {}

    static Question all() {
        return with(Map.of());
    }

    static Question period(String from, String to) {
        return with(Map.of("from", from, "to", to));
    }

    static Question with(Map<String, String> parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        parameters.forEach((name, value) -> request.addParameter(name, value.split(";")));
        return Question.of(request);
    }
}
