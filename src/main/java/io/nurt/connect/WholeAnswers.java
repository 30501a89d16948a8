package io.nurt.connect;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Requests may leave out what may be null; answers hold it always, and are described so. */
@Component
class WholeAnswers implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> types = api.getComponents().getSchemas();
        Set<String> asked = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(content -> collect(content.getSchema(), types, asked));
        types.forEach((name, type) -> {
            if (!asked.contains(name)) {
                complete(type);
            }
        });
    }

    private static void collect(@Nullable Schema<?> schema, Map<String, Schema> types, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (found.add(name)) {
                collect(types.get(name), types, found);
            }
        }
        parts(schema).forEach(part -> collect(part, types, found));
    }

    private static Stream<Schema> parts(Schema<?> schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        schema.getAnyOf(),
                        schema.getItems() == null ? null : Set.<Schema>of(schema.getItems()),
                        schema.getAdditionalProperties() instanceof Schema<?> of ? Set.<Schema>of(of) : null)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }

    private static @Nullable Collection<Schema> values(@Nullable Map<String, Schema> properties) {
        return properties == null ? null : properties.values();
    }

    private static void complete(Schema<?> type) {
        if (type.getProperties() != null) {
            type.getProperties().forEach((name, property) -> {
                if (mayBeNull(property)) {
                    type.addRequiredItem(name);
                }
            });
        }
    }

    private static boolean mayBeNull(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains("null")
                || schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(WholeAnswers::mayBeNull);
    }
}
