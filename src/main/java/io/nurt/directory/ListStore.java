package io.nurt.directory;

import static io.nurt.directory.RecordKind.COMPANY;
import static io.nurt.directory.RecordKind.CONTACT;

import io.nurt.identity.Visibility;
import io.nurt.kernel.Page;
import io.nurt.kernel.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of companies and contacts. */
@Repository
class ListStore {
    private final JdbcClient jdbc;
    private final ObjectProvider<DealUse> deals;

    ListStore(JdbcClient jdbc, ObjectProvider<DealUse> deals) {
        this.jdbc = jdbc;
        this.deals = deals;
    }

    Page<CompanyRow> companies(ListRequest request, Visibility visibility) {
        ListQuery query = new ListQuery(COMPANY, request, visibility);
        List<CompanyRow> rows = jdbc.sql("""
                        select c.id, c.name, c.website, c.domain, c.industry, c.owner_id, c.tags, c.tax_number, c.created_at,
                               c.updated_at, c.version, c.archived_at, c.deleted_at, c.custom,
                               (select u.name from nurt.app_user u where u.id = c.owner_id) as owner_name,
                               (select a.city from nurt.address a where a.company_id = c.id order by a.position limit 1) as city,
                               (select a.country from nurt.address a where a.company_id = c.id order by a.position limit 1)
                                   as country,
                               %s, %s as sorted_by
                        from nurt.company c
                        """.formatted(ReachStore.rowColumns(COMPANY), query.sortedBy())
                        + query.joined(deals)
                        + query.tail())
                .params(query.parameters())
                .query((row, n) -> company(row))
                .list();
        return Page.cut(
                rows,
                request.limit(),
                row -> query.key(row.name(), row.updatedAt(), row.createdAt(), row.wonAmount(), row.id()));
    }

    Page<ContactRow> contacts(ListRequest request, Visibility visibility) {
        ListQuery query = new ListQuery(CONTACT, request, visibility);
        List<ContactRow> rows = jdbc.sql(
                        """
                        select c.id, c.name, c.first_name, c.last_name, c.job_title, c.company_id, c.owner_id, c.tags,
                               c.created_at, c.updated_at, c.version, c.archived_at, c.deleted_at, c.custom,
                               (select u.name from nurt.app_user u where u.id = c.owner_id) as owner_name,
                               (select o.name from nurt.company o where o.id = c.company_id and %s) as company_name,
                               %s
                        from nurt.contact c
                        """.formatted(visibility.sql("o.owner_id"), ReachStore.rowColumns(CONTACT)) + query.tail())
                .params(query.parameters())
                .query((row, n) -> contact(row))
                .list();
        return Page.cut(
                rows,
                request.limit(),
                row -> query.key(row.name(), row.updatedAt(), row.createdAt(), BigDecimal.ZERO, row.id()));
    }

    private static CompanyRow company(ResultSet row) throws SQLException {
        Loaded.Marks marks = marks(row);
        return new CompanyRow(
                Objects.requireNonNull(Sql.uuid(row, "id")),
                row.getString("name"),
                row.getString("website"),
                row.getString("domain"),
                row.getString("industry"),
                Ref.of(Sql.uuid(row, "owner_id"), row.getString("owner_name")),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("city"),
                row.getString("country"),
                row.getString("tax_number"),
                row.getString("phone"),
                row.getString("email"),
                0,
                row.getObject("sorted_by") instanceof BigDecimal won ? won : BigDecimal.ZERO,
                marks.createdAt(),
                marks.updatedAt(),
                marks.version(),
                marks.archivedAt(),
                marks.deletedAt(),
                Json.object(row.getString("custom")));
    }

    private static ContactRow contact(ResultSet row) throws SQLException {
        Loaded.Marks marks = marks(row);
        return new ContactRow(
                Objects.requireNonNull(Sql.uuid(row, "id")),
                row.getString("name"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("job_title"),
                Ref.of(Sql.uuid(row, "company_id"), row.getString("company_name")),
                Ref.of(Sql.uuid(row, "owner_id"), row.getString("owner_name")),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("phone"),
                row.getString("email"),
                marks.createdAt(),
                marks.updatedAt(),
                marks.version(),
                marks.archivedAt(),
                marks.deletedAt(),
                Json.object(row.getString("custom")));
    }

    private static Loaded.Marks marks(ResultSet row) throws SQLException {
        return new Loaded.Marks(
                Sql.instant(row, "archived_at"),
                Sql.instant(row, "deleted_at"),
                null,
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")),
                row.getInt("version"),
                null);
    }
}
