package io.nurt.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All endpoints of the API, as the running server knows them. */
final class Endpoints {
    private Endpoints() {}

    record Endpoint(String method, String pattern, boolean streams) {
        /** The first part of the path below /api/v1. */
        String first() {
            return pattern.substring("/api/v1/".length()).split("[/.]")[0];
        }

        int variables() {
            return pattern.split("\\{", -1).length - 1;
        }

        @Nullable
        Object body() {
            return method.equals("GET") || method.equals("DELETE") ? null : Map.of();
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        List<Endpoint> endpoints = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            boolean streams =
                    info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/v1/")) {
                        endpoints.add(new Endpoint(method.name(), pattern, streams));
                    }
                }
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::toString));
        return endpoints;
    }
}
