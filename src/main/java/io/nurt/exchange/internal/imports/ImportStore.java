package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.ImportRow.ImportCursor;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in the database. */
@Repository
public class ImportStore {
    private static final String SELECT = "select i.* from nurt.import i ";

    private final JdbcClient jdbc;
    private final ExchangeJson json;

    ImportStore(JdbcClient jdbc, ExchangeJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How many rows a step has ended in which way. */
    public record Counts(long created, long updated, long unchanged, long refused) {
        public long rows() {
            return created + updated + unchanged + refused;
        }
    }

    void insert(UUID id, String name, ImportOptions options, UUID by) {
        jdbc.sql("""
                        insert into nurt.import (id, name, status, options, cursor, created_by)
                        values (:id, :name, 'draft', cast(:options as jsonb), cast(:cursor as jsonb), :by)
                        """)
                .param("id", id)
                .param("name", name)
                .param("options", json.text(options))
                .param("cursor", json.text(ImportCursor.START))
                .param("by", by)
                .update();
    }

    public Optional<ImportRow> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Locked until the end of the transaction. */
    public Optional<ImportRow> lock(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id for update")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Newest first. */
    List<ImportRow> page(int limit, @Nullable String afterCreated, @Nullable String afterId) {
        return jdbc.sql(SELECT
                        + (afterCreated == null
                                ? ""
                                : "where (i.created_at, i.id) < (cast(:created as timestamptz), cast(:id as uuid)) ")
                        + "order by i.created_at desc, i.id desc limit :limit")
                .param("created", afterCreated)
                .param("id", afterId)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    void change(UUID id, String name, ImportOptions options) {
        jdbc.sql("""
                        update nurt.import set name = :name, options = cast(:options as jsonb), version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("options", json.text(options))
                .update();
    }

    public void status(UUID id, ImportStatus status) {
        jdbc.sql("""
                        update nurt.import
                        set status = :status, version = version + 1, failure = null,
                            finished_at = case when :status in ('done', 'cancelled', 'undone') then now() end
                        where id = :id
                        """).param("id", id).param("status", status.code()).update();
    }

    public void failed(UUID id, String failure) {
        jdbc.sql("""
                        update nurt.import set status = 'failed', failure = :failure, finished_at = now(), version = version + 1
                        where id = :id
                        """).param("id", id).param("failure", failure).update();
    }

    void total(UUID id, long rows) {
        jdbc.sql("update nurt.import set total_rows = :rows where id = :id")
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    /**
     * Takes an import for this process.
     *
     * @return false when another process has it
     */
    public boolean lease(UUID id, UUID lease, int seconds) {
        return jdbc.sql("""
                        update nurt.import
                        set lease = :lease, leased_until = clock_timestamp() + make_interval(secs => :seconds)
                        where id = :id and (leased_until is null or leased_until < clock_timestamp() or lease = :lease)
                        """)
                        .param("id", id)
                        .param("lease", lease)
                        .param("seconds", seconds)
                        .update()
                == 1;
    }

    /** Ends a lease that is none of these. */
    public void endOthers(UUID id, Collection<UUID> leases) {
        jdbc.sql("""
                        update nurt.import set lease = null, leased_until = null
                        where id = :id and lease is not null and lease <> all(cast(:leases as uuid[]))
                        """).param("id", id).param("leases", Sql.uuids(leases)).update();
    }

    /** Whether this process still has it; the row must be locked. */
    public boolean leased(UUID id, UUID lease) {
        return jdbc.sql("select lease = :lease from nurt.import where id = :id")
                .param("id", id)
                .param("lease", lease)
                .query(Boolean.class)
                .single();
    }

    public void release(UUID id, UUID lease) {
        jdbc.sql("update nurt.import set lease = null, leased_until = null where id = :id and lease = :lease")
                .param("id", id)
                .param("lease", lease)
                .update();
    }

    public void begin(UUID id, String setup) {
        jdbc.sql("""
                        update nurt.import
                        set status = 'running', setup = cast(:setup as jsonb), started_at = coalesce(started_at, now()),
                            version = version + 1
                        where id = :id
                        """).param("id", id).param("setup", setup).update();
    }

    /** Goes on by one step. */
    public void advance(UUID id, ImportCursor cursor, Counts counts) {
        jdbc.sql("""
                        update nurt.import
                        set cursor = cast(:cursor as jsonb), done_rows = done_rows + :rows, created = created + :created,
                            updated = updated + :updated, unchanged = unchanged + :unchanged, refused = refused + :refused
                        where id = :id
                        """)
                .param("id", id)
                .param("cursor", json.text(cursor))
                .param("rows", counts.rows())
                .param("created", counts.created())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.refused())
                .update();
    }

    public void undo(UUID id, String report) {
        jdbc.sql("update nurt.import set undo = cast(:report as jsonb) where id = :id")
                .param("id", id)
                .param("report", report)
                .update();
    }

    private ImportRow row(ResultSet row, int n) throws SQLException {
        return new ImportRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ImportStatus.of(row.getString("status")),
                json.read(row.getString("options"), ImportOptions.class),
                row.getLong("total_rows"),
                row.getLong("done_rows"),
                row.getLong("created"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                json.read(row.getString("cursor"), ImportCursor.class),
                row.getString("setup"),
                row.getString("undo"),
                row.getString("failure"),
                Sql.uuid(row, "created_by"),
                row.getTimestamp("created_at").toInstant(),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getInt("version"));
    }

    /** Now, as the database will store it. */
    static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
