package io.nurt.directory;

import static io.nurt.directory.RecordKind.CONTACT;

import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Repository
class ContactStore implements RecordStore<ContactFacts> {
    private static final String ROWS = """
            json_to_recordset(cast(:rows as json)) as x (
                id uuid, "firstName" text, "lastName" text, name text, "nameKey" text, "jobTitle" text, "companyId" uuid,
                "ownerId" uuid, source text, description text, tags text[], custom jsonb, "createdAt" timestamptz)
            """;
    private final JdbcClient jdbc;
    private final ReachStore reach;

    ContactStore(JdbcClient jdbc, ReachStore reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    @Override
    public RecordKind kind() {
        return CONTACT;
    }

    @Override
    public Optional<Loaded<ContactFacts>> find(UUID id, Visibility visibility) {
        return jdbc.sql("""
                        select c.*, u.name as owner_name, p.name as other_name, m.name as merged_name, %s
                        from nurt.contact c
                        left join nurt.app_user u on u.id = c.owner_id
                        left join nurt.company p on p.id = c.company_id and %s
                        left join nurt.contact m on m.id = c.merged_into and %s
                        where c.id = :id and %s
                        """.formatted(
                                ReachStore.columns(CONTACT),
                                visibility.sql("p.owner_id"),
                                visibility.sql("m.owner_id"),
                                visibility.sql("c.owner_id")))
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query((row, n) -> loaded(row))
                .optional();
    }

    @Override
    public boolean lock(UUID id, Visibility visibility) {
        return jdbc.sql("select c.id from nurt.contact c where c.id = :id and " + visibility.sql("c.owner_id")
                        + " for update")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public void insert(List<NewRecord<ContactFacts>> records, Origin origin) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        List<ReachStore.Of> reached = records.stream()
                .map(record -> reachOf(record.id(), record.facts()))
                .toList();
        // The search index is built when the record comes: what it is reached by must be there already.
        reach.insertAhead(CONTACT, reached);
        records.forEach(record -> rows.add(row(record.id(), record.facts(), record.createdAt())));
        jdbc.sql("""
                        insert into nurt.contact (id, first_name, last_name, name, name_key, job_title, company_id, owner_id,
                            source, description, tags, custom, created_at, import_id, created_by)
                        select id, "firstName", "lastName", name, "nameKey", "jobTitle", "companyId", "ownerId",
                            source, description, tags, custom, coalesce("createdAt", now()), :import, :actor
                        from %s
                        """.formatted(ROWS))
                .param("rows", Json.text(rows))
                .param("import", origin.importId())
                .param("actor", origin.actor())
                .update();
        reach.recordsHaveCome();
    }

    @Override
    public void update(UUID id, ContactFacts before, ContactFacts after) {
        jdbc.sql("""
                        update nurt.contact c
                        set first_name = x."firstName", last_name = x."lastName", name = x.name, name_key = x."nameKey",
                            job_title = x."jobTitle", company_id = x."companyId", owner_id = x."ownerId", source = x.source,
                            description = x.description, tags = x.tags, custom = x.custom, updated_at = now(),
                            version = c.version + 1
                        from %s
                        where c.id = x.id
                        """.formatted(ROWS))
                .param("rows", Json.text(JsonNodeFactory.instance.arrayNode().add(row(id, after, null))))
                .update();
        if (!before.emails().equals(after.emails()) || !before.phones().equals(after.phones())) {
            reach.replacePoints(CONTACT, reachOf(id, after));
        }
        if (!before.addresses().equals(after.addresses())) {
            reach.replaceAddresses(CONTACT, reachOf(id, after));
        }
    }

    @Override
    public void mark(UUID id, Mark mark) {
        jdbc.sql("update nurt.contact set " + mark.assignment()
                        + ", updated_at = now(), version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static ObjectNode row(UUID id, ContactFacts facts, @Nullable Instant createdAt) {
        return Json.tree(facts)
                .put("id", id.toString())
                .put("nameKey", NameKey.of(facts.name()))
                .put("createdAt", createdAt == null ? null : createdAt.toString());
    }

    private static ReachStore.Of reachOf(UUID id, ContactFacts facts) {
        return new ReachStore.Of(id, facts.emails(), facts.phones(), facts.addresses());
    }

    private static Loaded<ContactFacts> loaded(ResultSet row) throws SQLException {
        ContactFacts facts = new ContactFacts(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("name"),
                row.getString("job_title"),
                Sql.uuid(row, "company_id"),
                Sql.uuid(row, "owner_id"),
                row.getString("source"),
                row.getString("description"),
                List.of((String[]) row.getArray("tags").getArray()),
                ReachStore.points(row.getString("emails")),
                ReachStore.points(row.getString("phones")),
                ReachStore.addresses(row.getString("addresses")),
                Json.object(row.getString("custom")));
        return new Loaded<>(
                Objects.requireNonNull(Sql.uuid(row, "id")),
                facts,
                new Loaded.Names(
                        row.getString("owner_name"), row.getString("other_name"), row.getString("merged_name")),
                CompanyStore.marks(row));
    }
}
