package io.nurt.pipeline;

import static io.nurt.kernel.Sql.instant;
import static io.nurt.kernel.Sql.uuid;

import io.nurt.identity.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Loads deals to be changed and finds their places in a column. */
@Component
class DealStore {
    private static final String ON_BOARD = "status = 'open' and deleted_at is null and archived_at is null";
    private static final TypeReference<Map<String, Object>> CUSTOM = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DealStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Locks a deal that the visibility allows to see. */
    Optional<DealRow> lock(UUID id, Visibility visibility) {
        return jdbc.sql("select d.* from nurt.deal d where d.id = :id and " + visibility.sql("d.owner_id")
                        + " for update")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(this::row)
                .optional();
    }

    /** Locks deals in the order of their ids, so that two bulk edits cannot wait for each other in a circle. */
    List<DealRow> lock(List<UUID> ids, Visibility visibility) {
        return jdbc.sql("select d.* from nurt.deal d where d.id = any(cast(:ids as uuid[])) and "
                        + visibility.sql("d.owner_id") + " order by d.id for update")
                .param("ids", io.nurt.kernel.Sql.uuids(ids))
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(this::row)
                .list();
    }

    private DealRow row(ResultSet row, int n) throws SQLException {
        DealRow deal = new DealRow(
                row.getObject("id", UUID.class),
                row.getObject("pipeline_id", UUID.class),
                row.getObject("stage_id", UUID.class),
                row.getString("title"),
                row.getString("currency"),
                row.getTimestamp("opened_at").toInstant());
        deal.status = StageKind.of(row.getString("status"));
        deal.rank = row.getString("rank");
        deal.stageEnteredAt = row.getTimestamp("stage_entered_at").toInstant();
        deal.tags = List.of((String[]) row.getArray("tags").getArray());
        String custom = row.getString("custom");
        deal.custom = custom.equals("{}") ? Map.of() : json.readValue(custom, CUSTOM);
        deal.passNo = row.getInt("pass_no");
        deal.lastSeq = row.getInt("last_seq");
        deal.version = row.getInt("version");
        deal.companyId = uuid(row, "company_id");
        deal.ownerId = uuid(row, "owner_id");
        deal.amount = row.getBigDecimal("amount");
        deal.expectedClose = row.getObject("expected_close", LocalDate.class);
        deal.source = row.getString("source");
        deal.nextStep = row.getString("next_step");
        deal.nextStepOn = row.getObject("next_step_on", LocalDate.class);
        deal.category = row.getString("category");
        deal.outcome = row.getString("outcome");
        deal.lostReasonId = uuid(row, "lost_reason_id");
        deal.lostNote = row.getString("lost_note");
        deal.competitor = row.getString("competitor");
        deal.resumeOn = row.getObject("resume_on", LocalDate.class);
        deal.closedAt = instant(row, "closed_at");
        deal.archivedAt = instant(row, "archived_at");
        deal.deletedAt = instant(row, "deleted_at");
        return deal;
    }

    private record Neighbours(
            @Nullable String low, @Nullable String high, boolean ties) {}

    /**
     * The key of a place in a column: after another card, or on top when that is null or no longer there. Cards that stand
     * level with the one before (two people dropped onto one spot) are spread first.
     */
    String place(UUID stageId, UUID dealId, @Nullable UUID afterId) {
        Neighbours found = afterId == null ? top(stageId, dealId) : below(stageId, dealId, afterId);
        if (found.ties && afterId != null && found.low != null) {
            spread(stageId, dealId, afterId, found);
            found = below(stageId, dealId, afterId);
        }
        return Rank.between(found.low, found.high);
    }

    private Neighbours top(UUID stageId, UUID dealId) {
        return jdbc.sql("select min(rank) from nurt.deal where stage_id = :stage and id <> :id and " + ON_BOARD)
                .param("stage", stageId)
                .param("id", dealId)
                .query((row, n) -> new Neighbours(null, row.getString(1), false))
                .single();
    }

    private Neighbours below(UUID stageId, UUID dealId, UUID afterId) {
        return jdbc.sql("""
                        select a.rank,
                               (select min(rank) from nurt.deal
                                where stage_id = :stage and id <> :id and rank > a.rank and %1$s) as high,
                               exists (select from nurt.deal
                                       where stage_id = :stage and id <> :id and rank = a.rank and id > a.id and %1$s) as ties
                        from nurt.deal a where a.id = :after and a.stage_id = :stage and a.id <> :id and %1$s
                        """.formatted(ON_BOARD))
                .param("stage", stageId)
                .param("id", dealId)
                .param("after", afterId)
                .query((row, n) -> new Neighbours(row.getString(1), row.getString(2), row.getBoolean(3)))
                .optional()
                .orElseGet(() -> top(stageId, dealId));
    }

    private void spread(UUID stageId, UUID dealId, UUID afterId, Neighbours at) {
        List<UUID> level = jdbc.sql("select id from nurt.deal where stage_id = :stage and id <> :id and id > :after"
                        + " and rank = :rank and " + ON_BOARD + " order by id for update")
                .param("stage", stageId)
                .param("id", dealId)
                .param("after", afterId)
                .param("rank", at.low)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        rank(level, Rank.spread(at.low, at.high, level.size()));
    }

    void rank(List<UUID> ids, List<String> ranks) {
        jdbc.sql("""
                        update nurt.deal d set rank = r.rank
                        from unnest(cast(:ids as uuid[]), cast(:ranks as text[])) as r (id, rank) where d.id = r.id
                        """)
                .param("ids", io.nurt.kernel.Sql.uuids(ids))
                .param("ranks", ranks.toArray(String[]::new))
                .update();
    }

    /** The lowest key of a column; null when it is empty. */
    @Nullable
    String lastRank(UUID stageId) {
        return jdbc.sql("select max(rank) from nurt.deal where stage_id = :stage and " + ON_BOARD)
                .param("stage", stageId)
                .query((row, n) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
