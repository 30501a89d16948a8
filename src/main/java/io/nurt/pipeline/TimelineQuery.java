package io.nurt.pipeline;

import static io.nurt.kernel.Sql.instant;
import static io.nurt.kernel.Sql.uuid;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what a deal remembers. */
@Service
class TimelineQuery {
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> BOTH = new TypeReference<>() {};
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Catalog catalog;

    TimelineQuery(JdbcClient jdbc, ObjectMapper json, Catalog catalog) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalog = catalog;
    }

    @Transactional(readOnly = true)
    Page<Timeline.Event> events(UUID dealId, int limit, @Nullable String cursor) {
        visible(dealId);
        Cursor before = Cursor.decode(cursor, 1);
        List<Timeline.Event> fetched = jdbc.sql("""
                        select e.*, u.name as actor_name from nurt.deal_event e
                        left join nurt.app_user u on u.id = e.actor_id
                        where e.deal_id = :deal and e.seq < cast(:before as int) order by e.seq desc limit :limit
                        """)
                .param("deal", dealId)
                .param(
                        "before",
                        before == null
                                ? String.valueOf(Integer.MAX_VALUE)
                                : before.values().get(0))
                .param("limit", limit + 1)
                .query(this::event)
                .list();
        return Page.cut(fetched, limit, event -> Cursor.of(event.seq()));
    }

    private Timeline.Event event(ResultSet row, int n) throws SQLException {
        DealState state = HistoryStore.state(row);
        Map<String, @Nullable Object> before = json.readValue(row.getString("before"), FIELDS);
        Map<String, @Nullable Object> tracked = Changes.tracked(state);
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        before.keySet().forEach(field -> after.put(field, tracked.get(field)));
        Stage stage = catalog.setup().apply(state.stageId());
        return new Timeline.Event(
                row.getInt("seq"),
                row.getString("kind"),
                row.getTimestamp("effective_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                Ref.of(uuid(row, "actor_id"), row.getString("actor_name")),
                row.getString("origin"),
                new Ref(state.stageId(), stage == null ? null : stage.name()),
                before,
                after,
                row.getString("note"),
                changed(before, after, row.getString("details")));
    }

    private Map<String, Object> changed(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String details) {
        Map<String, Object> changed = new LinkedHashMap<>();
        before.forEach((field, value) -> changed.put(field, Arrays.asList(value, after.get(field))));
        changed.putAll(json.readValue(details, BOTH));
        return changed;
    }

    @Transactional(readOnly = true)
    List<Timeline.Step> path(UUID dealId) {
        visible(dealId);
        Instant now = Instant.now();
        return jdbc.sql("select * from nurt.stage_stay where deal_id = :deal order by stay_no")
                .param("deal", dealId)
                .query((row, n) -> step(row, now))
                .list();
    }

    private Timeline.Step step(ResultSet row, Instant now) throws SQLException {
        UUID stageId = row.getObject("stage_id", UUID.class);
        Stage stage = catalog.setup().apply(stageId);
        Instant entered = row.getTimestamp("entered_at").toInstant();
        Instant left = instant(row, "left_at");
        double days = Duration.between(entered, left == null ? now : left).toMillis() / DAY;
        return new Timeline.Step(
                stageId,
                stage == null ? "" : stage.name(),
                row.getInt("pass_no"),
                entered,
                left,
                Math.round(Math.max(0, days) * 10) / 10.0,
                row.getString("exit_kind"));
    }

    /** Events and notes together, newest first by when they were recorded. */
    @Transactional(readOnly = true)
    Page<Timeline.Item> timeline(UUID dealId, int limit, @Nullable String cursor) {
        visible(dealId);
        Cursor after = Cursor.decode(cursor, 2);
        List<Timeline.Item> fetched = jdbc.sql("""
                        select i.*, u.name as actor_name from (
                            select lpad(e.seq::text, 10, '0') as item, e.recorded_at as at, e.kind as item_kind, e.actor_id as who,
                                   e.origin as item_origin, cast(null as uuid) as note_id, cast(null as text) as body,
                                   cast(null as int) as note_version, e.*
                            from nurt.deal_event e where e.deal_id = :deal
                            union all
                            select n.id::text, n.created_at, 'note', n.author_id, 'user', n.id, n.body, n.version, e.*
                            from nurt.note n left join nurt.deal_event e on false
                            where n.record_kind = 'deal' and n.record_id = :deal and n.deleted_at is null) i
                        left join nurt.app_user u on u.id = i.who
                        where cast(:at as timestamptz) is null or (i.at, i.item) < (cast(:at as timestamptz), :item)
                        order by i.at desc, i.item desc limit :limit
                        """)
                .param("deal", dealId)
                .param("at", after == null ? null : after.values().get(0))
                .param("item", after == null ? null : after.values().get(1))
                .param("limit", limit + 1)
                .query(this::item)
                .list();
        return Page.cut(fetched, limit, item -> Cursor.of(item.at(), item.id()));
    }

    private Timeline.Item item(ResultSet row, int n) throws SQLException {
        UUID noteId = uuid(row, "note_id");
        Timeline.Note note =
                noteId == null ? null : new Timeline.Note(noteId, row.getString("body"), row.getInt("note_version"));
        Map<String, Object> changes = noteId == null ? event(row, n).changed() : Map.of();
        return new Timeline.Item(
                row.getString("item"),
                row.getTimestamp("at").toInstant(),
                row.getString("item_kind"),
                Ref.of(uuid(row, "who"), row.getString("actor_name")),
                row.getString("item_origin"),
                changes,
                note);
    }

    private void visible(UUID dealId) {
        Visibility visibility = Caller.require(Permission.READ).visibility();
        boolean there = jdbc.sql("select exists (select from nurt.deal d where d.id = :id and "
                        + visibility.sql("d.owner_id") + ")")
                .param("id", dealId)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }
}
