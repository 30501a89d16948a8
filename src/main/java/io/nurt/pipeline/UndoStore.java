package io.nurt.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what was done, to take it back. */
@Component
class UndoStore {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<@Nullable Object>>> BOTH = new TypeReference<>() {};
    private static final String SELECT =
            "select deal_id, seq, kind, effective_at, before::text, details::text from nurt.deal_event ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    UndoStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param before all fields the event changed, as they were */
    record Done(UUID dealId, int seq, DealEventKind kind, Instant effectiveAt, Map<String, @Nullable Object> before) {}

    List<Done> one(UUID dealId, int seq) {
        return jdbc.sql(SELECT + "where deal_id = :deal and seq = :seq and seq > 1")
                .param("deal", dealId)
                .param("seq", seq)
                .query(this::done)
                .list();
    }

    List<Done> batch(UUID batchId) {
        return jdbc.sql(SELECT + "where batch_id = :batch order by deal_id, seq")
                .param("batch", batchId)
                .query(this::done)
                .list();
    }

    /** When a deal that an event opened again, or closed otherwise, had been closed before. */
    Optional<Instant> closing(UUID dealId, int seq) {
        return jdbc.sql("""
                        select effective_at from nurt.deal_event
                        where deal_id = :deal and seq < :seq and status <> 'open' and kind in ('created', 'won', 'lost')
                        order by seq desc limit 1
                        """)
                .param("deal", dealId)
                .param("seq", seq)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private Done done(ResultSet row, int n) throws SQLException {
        Map<String, @Nullable Object> before = new LinkedHashMap<>(json.readValue(row.getString("before"), FIELDS));
        json.readValue(row.getString("details"), BOTH).forEach((field, values) -> before.put(field, values.get(0)));
        return new Done(
                row.getObject("deal_id", UUID.class),
                row.getInt("seq"),
                DealEventKind.of(row.getString("kind")),
                row.getTimestamp("effective_at").toInstant(),
                before);
    }
}
