package io.nurt.directory;

import static io.nurt.directory.RecordKind.COMPANY;

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
class CompanyStore implements RecordStore<CompanyFacts> {
    private static final String ROWS = """
            json_to_recordset(cast(:rows as json)) as x (
                id uuid, name text, "nameKey" text, website text, domain text, industry text, employees int,
                "annualRevenue" numeric, "revenueCurrency" char(3), "foundedYear" int, "taxCountry" char(2),
                "taxNumber" text, "parentId" uuid, "ownerId" uuid, source text, description text, tags text[],
                custom jsonb, "createdAt" timestamptz)
            """;
    private final JdbcClient jdbc;
    private final ReachStore reach;

    CompanyStore(JdbcClient jdbc, ReachStore reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    @Override
    public RecordKind kind() {
        return COMPANY;
    }

    @Override
    public Optional<Loaded<CompanyFacts>> find(UUID id, Visibility visibility) {
        return jdbc.sql("""
                        select c.*, u.name as owner_name, p.name as other_name, m.name as merged_name, %s
                        from nurt.company c
                        left join nurt.app_user u on u.id = c.owner_id
                        left join nurt.company p on p.id = c.parent_id and %s
                        left join nurt.company m on m.id = c.merged_into and %s
                        where c.id = :id and %s
                        """.formatted(
                                ReachStore.columns(COMPANY),
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
        return jdbc.sql("select c.id from nurt.company c where c.id = :id and " + visibility.sql("c.owner_id")
                        + " for update")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public void insert(List<NewRecord<CompanyFacts>> records, Origin origin) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        List<ReachStore.Of> reached = records.stream()
                .map(record -> reachOf(record.id(), record.facts()))
                .toList();
        // The search index is built when the record comes: what it is reached by must be there already.
        reach.insertAhead(COMPANY, reached);
        records.forEach(record -> rows.add(row(record.id(), record.facts(), record.createdAt())));
        jdbc.sql("""
                        insert into nurt.company (id, name, name_key, website, domain, industry, employees, annual_revenue,
                            revenue_currency, founded_year, tax_country, tax_number, parent_id, owner_id, source, description,
                            tags, custom, created_at, import_id, created_by)
                        select id, name, "nameKey", website, domain, industry, employees, "annualRevenue",
                            "revenueCurrency", "foundedYear", "taxCountry", "taxNumber", "parentId", "ownerId", source,
                            description, tags, custom, coalesce("createdAt", now()), :import, :actor
                        from %s
                        """.formatted(ROWS))
                .param("rows", Json.text(rows))
                .param("import", origin.importId())
                .param("actor", origin.actor())
                .update();
        reach.recordsHaveCome();
    }

    @Override
    public void update(UUID id, CompanyFacts before, CompanyFacts after) {
        jdbc.sql("""
                        update nurt.company c
                        set name = x.name, name_key = x."nameKey", website = x.website, domain = x.domain,
                            industry = x.industry, employees = x.employees, annual_revenue = x."annualRevenue",
                            revenue_currency = x."revenueCurrency", founded_year = x."foundedYear",
                            tax_country = x."taxCountry", tax_number = x."taxNumber", parent_id = x."parentId",
                            owner_id = x."ownerId", source = x.source, description = x.description, tags = x.tags,
                            custom = x.custom, updated_at = now(), version = c.version + 1
                        from %s
                        where c.id = x.id
                        """.formatted(ROWS))
                .param("rows", Json.text(JsonNodeFactory.instance.arrayNode().add(row(id, after, null))))
                .update();
        if (!before.emails().equals(after.emails()) || !before.phones().equals(after.phones())) {
            reach.replacePoints(COMPANY, reachOf(id, after));
        }
        if (!before.addresses().equals(after.addresses())) {
            reach.replaceAddresses(COMPANY, reachOf(id, after));
        }
    }

    @Override
    public void mark(UUID id, Mark mark) {
        jdbc.sql("update nurt.company set " + mark.assignment()
                        + ", updated_at = now(), version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static ObjectNode row(UUID id, CompanyFacts facts, @Nullable Instant createdAt) {
        return Json.tree(facts)
                .put("id", id.toString())
                .put("nameKey", NameKey.ofCompany(facts.name()))
                .put("domain", facts.domain())
                .put("createdAt", createdAt == null ? null : createdAt.toString());
    }

    private static ReachStore.Of reachOf(UUID id, CompanyFacts facts) {
        return new ReachStore.Of(id, facts.emails(), facts.phones(), facts.addresses());
    }

    private static Loaded<CompanyFacts> loaded(ResultSet row) throws SQLException {
        CompanyFacts facts = new CompanyFacts(
                row.getString("name"),
                row.getString("website"),
                row.getString("industry"),
                (Integer) row.getObject("employees"),
                row.getBigDecimal("annual_revenue"),
                row.getString("revenue_currency"),
                (Integer) row.getObject("founded_year"),
                row.getString("tax_country"),
                row.getString("tax_number"),
                Sql.uuid(row, "parent_id"),
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
                marks(row));
    }

    static Loaded.Marks marks(ResultSet row) throws SQLException {
        return new Loaded.Marks(
                Sql.instant(row, "archived_at"),
                Sql.instant(row, "deleted_at"),
                Sql.uuid(row, "import_id"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")),
                row.getInt("version"),
                Sql.uuid(row, "merged_into"));
    }
}
