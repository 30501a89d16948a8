package io.nurt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One client of the API: keeps its cookie or token, as a browser or a script does. */
public final class Http {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Http(int port) {
        this.port = port;
    }

    /** An answer; its body as JSON, missing where there is none. */
    public record Answer(int status, JsonNode json, HttpResponse<String> raw) {
        public String code() {
            return json.path("code").asString("");
        }

        /** The value at a JSON pointer, such as {@code /user/name}, as text. */
        public String text(String pointer) {
            return json.at(pointer).asString("");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    /** The same client with one more header; null takes it away. */
    public Http with(String name, @Nullable String value) {
        Http other = new Http(port);
        other.headers.putAll(headers);
        if (value == null) {
            other.headers.remove(name);
        } else {
            other.headers.put(name, value);
        }
        return other;
    }

    public Http bearer(String token) {
        return new Http(port).with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a request below /api/v1, or elsewhere when the path begins with "//". */
    public Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return answer(request.build());
    }

    /** Sends one file as a browser's form does. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "b" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        return answer(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), content, tail.getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        String address = path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        headers.forEach(request::header);
        return request;
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> raw = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            raw.headers().allValues("Set-Cookie").forEach(this::keep);
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : MissingNode.getInstance(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        if (pair.endsWith("=")) {
            headers.remove("Cookie");
        } else {
            headers.put("Cookie", pair);
        }
    }
}
