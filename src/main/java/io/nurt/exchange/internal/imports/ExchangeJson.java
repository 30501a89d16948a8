package io.nurt.exchange.internal.imports;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Between the module's records and its jsonb columns. */
@Component
public class ExchangeJson {
    private final JsonMapper mapper;

    ExchangeJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    public JsonMapper mapper() {
        return mapper;
    }
}
