package io.nurt.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Describes records as the code declares them: what is always there, what may be null, and each by a name of its own. */
@Component
class DescribedTypes extends ModelResolver {
    DescribedTypes(ObjectMapperProvider mappers) {
        super(mappers.jsonMapper(), new Names());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(raw)) {
            return anything();
        }
        Schema<?> schema = super.resolve(type, context, chain);
        if (schema == null || !raw.isRecord()) {
            return schema;
        }
        String ref = schema.get$ref();
        Schema<?> model =
                ref == null ? schema : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
        // A type that is met again has been completed.
        if (model != null && model.getProperties() != null && model.getRequired() == null) {
            for (RecordComponent component : raw.getRecordComponents()) {
                complete(model, component);
            }
        }
        return schema;
    }

    private static void complete(Schema<?> model, RecordComponent component) {
        Method accessor = component.getAccessor();
        JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        Schema<?> property = model.getProperties().get(name);
        if (property == null) {
            return;
        }
        JsonInclude include = accessor.getAnnotation(JsonInclude.class);
        boolean leftOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        if (accessor.isAnnotationPresent(JsonRawValue.class)) {
            model.getProperties().put(name, anything());
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            model.addRequiredItem(name);
        } else if (!leftOut) {
            model.getProperties().put(name, orNull(property));
        }
    }

    private static Schema<?> anything() {
        return new Schema<>();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getTypes() == null || schema.getEnum() != null) {
            return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of("null"))));
        }
        schema.addType("null");
        return schema;
    }

    /** A nested type goes with what it is nested in, for several are called Row or Group. */
    private static final class Names extends TypeNameResolver {
        private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> around = type.getEnclosingClass();
            String name = around == null ? type.getSimpleName() : getNameOfClass(around) + "." + type.getSimpleName();
            Class<?> other = taken.putIfAbsent(name, type);
            if (other != null && other != type) {
                // An exception would be passed over, and the type be missing from the description.
                throw new AssertionError(other + " and " + type + " have the same name in the API");
            }
            return name;
        }
    }
}
