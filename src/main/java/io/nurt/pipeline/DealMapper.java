package io.nurt.pipeline;

import static io.nurt.kernel.Sql.instant;
import static io.nurt.kernel.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rows of the deal queries as records. */
final class DealMapper implements RowMapper<Deal> {
    /** What goes with a deal into a list or a page; {@code %s} is a subquery named d. */
    static final String SELECT = """
            select d.*, co.name as company_name, u.name as owner_name, lr.name as lost_reason_name,
                   coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'role', dc.role, 'primary', dc.is_primary)
                                    order by dc.is_primary desc, c.name, c.id)
                             from nurt.deal_contact dc join nurt.contact c on c.id = dc.contact_id
                             where dc.deal_id = d.id), '[]') as contacts,
                   coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name,
                                        'quantity', trim_scale(dp.quantity)::text, 'unitPrice', trim_scale(dp.unit_price)::text)
                                    order by p.name, p.id)
                             from nurt.deal_product dp join nurt.product p on p.id = dp.product_id
                             where dp.deal_id = d.id), '[]') as products,
                   pc.contact_id as primary_id, pc.contact_name as primary_name
            from %s
            left join nurt.company co on co.id = d.company_id
            left join nurt.app_user u on u.id = d.owner_id
            left join nurt.lost_reason lr on lr.id = d.lost_reason_id
            left join lateral (
                select c.id as contact_id, c.name as contact_name
                from nurt.deal_contact dc join nurt.contact c on c.id = dc.contact_id
                where dc.deal_id = d.id and dc.is_primary limit 1) pc on true
            """;

    private final Setup setup;
    private final Instant now = Instant.now();
    private final LocalDate today;

    DealMapper(Setup setup) {
        this.setup = setup;
        this.today = LocalDate.ofInstant(now, setup.zone());
    }

    @Override
    public Deal mapRow(ResultSet row, int n) throws SQLException {
        UUID stageId = row.getObject("stage_id", UUID.class);
        Instant entered = row.getTimestamp("stage_entered_at").toInstant();
        long days = Staleness.days(entered, now);
        LocalDate nextStepOn = row.getObject("next_step_on", LocalDate.class);
        LocalDate resumeOn = row.getObject("resume_on", LocalDate.class);
        return new Deal(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Ref.of(uuid(row, "company_id"), row.getString("company_name")),
                Ref.of(uuid(row, "owner_id"), row.getString("owner_name")),
                Changes.plain(row.getBigDecimal("amount")),
                row.getString("currency"),
                row.getObject("pipeline_id", UUID.class),
                stageId,
                entered,
                days,
                Staleness.rotting(setup.apply(stageId), days, nextStepOn, resumeOn, today),
                row.getObject("expected_close", LocalDate.class),
                row.getString("next_step"),
                nextStepOn,
                tags(row),
                resumeOn,
                Ref.of(uuid(row, "primary_id"), row.getString("primary_name")),
                row.getString("status"),
                row.getString("outcome"),
                Ref.of(uuid(row, "lost_reason_id"), row.getString("lost_reason_name")),
                row.getString("lost_note"),
                row.getString("competitor"),
                instant(row, "closed_at"),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("source"),
                row.getString("category"),
                row.getString("contacts"),
                row.getString("products"),
                row.getString("custom"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "archived_at"),
                instant(row, "deleted_at"),
                uuid(row, "import_id"),
                row.getInt("version"));
    }

    Card card(ResultSet row) throws SQLException {
        UUID stageId = row.getObject("stage_id", UUID.class);
        Instant entered = row.getTimestamp("stage_entered_at").toInstant();
        long days = Staleness.days(entered, now);
        LocalDate nextStepOn = row.getObject("next_step_on", LocalDate.class);
        LocalDate resumeOn = row.getObject("resume_on", LocalDate.class);
        return new Card(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Ref.of(uuid(row, "company_id"), row.getString("company_name")),
                Ref.of(uuid(row, "owner_id"), row.getString("owner_name")),
                Changes.plain(row.getBigDecimal("amount")),
                row.getString("currency"),
                stageId,
                entered,
                days,
                Staleness.rotting(setup.apply(stageId), days, nextStepOn, resumeOn, today),
                row.getObject("expected_close", LocalDate.class),
                row.getString("next_step"),
                nextStepOn,
                tags(row),
                resumeOn,
                Ref.of(uuid(row, "primary_id"), row.getString("primary_name")),
                row.getInt("version"));
    }

    private static List<String> tags(ResultSet row) throws SQLException {
        java.sql.@Nullable Array tags = row.getArray("tags");
        return tags == null ? List.of() : List.of((String[]) tags.getArray());
    }
}
