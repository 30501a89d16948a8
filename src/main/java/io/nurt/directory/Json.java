package io.nurt.directory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the directory stores it: numbers keep every digit. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static ObjectNode object(@Nullable String text) {
        return text == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) MAPPER.readTree(text);
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static <T> List<T> list(@Nullable String text, Class<T[]> type) {
        return text == null ? List.of() : Arrays.asList(MAPPER.readValue(text, type));
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
