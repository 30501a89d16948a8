package io.nurt.insights;

import io.nurt.identity.Visibility;
import io.nurt.kernel.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which deals a question is about, as SQL: those the caller may see and the filters let through, outside the trash, and not
 * archived while open. An archived deal that was won or lost is history and counts.
 *
 * @param currency that of the workspace, into which values are converted
 * @param zone that of the workspace, in which days are counted
 * @param now the as-of moment
 */
record Population(Question question, Visibility visibility, String currency, ZoneId zone, Instant now) {
    /** The teams of :teams and those below them; a union without "all" ends even if teams should form a circle. */
    private static final String MEMBERS = """
            with recursive below as (
                select id from nurt.team where id = any(cast(:teams as uuid[]))
                union
                select t.id from below b join nurt.team t on t.parent_id = b.id)
            select m.user_id from below b join nurt.team_member m on m.team_id = b.id""";

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /**
     * A select of the deals with {@code value} (in the workspace's currency by the rate of the closing day, today's for an open
     * deal; null without amount or rate) and {@code days} (from opening to closing, whole days).
     *
     * <p>{@code offset 0} keeps PostgreSQL from computing a day or a value again for each aggregate that uses it. A rate is
     * looked up once for each currency and day, not once for each deal, and not at all in a workspace that has none.
     *
     * @param only further condition on deal {@code d}, a constant of the code
     */
    String deals(String only) {
        return """
                select d.id, d.status, d.stage_id, d.owner_id, d.source, d.opened_at, d.closed_at, d.stage_entered_at,
                       d.next_step_on, d.resume_on, d.amount, d.days,
                       case when d.currency = cast(:currency as char(3)) then d.amount else round(d.amount * x.rate, 4) end as value
                from (
                    select d.id, d.status, d.stage_id, d.owner_id, d.source, d.opened_at, d.closed_at, d.stage_entered_at,
                           d.next_step_on, d.resume_on, d.amount, d.currency, %1$s as rated_on,
                           case when d.closed_at is not null
                                then cast(d.closed_at at time zone :zone as date) - cast(d.opened_at at time zone :zone as date)
                           end as days
                    from nurt.deal d where %2$s offset 0) d
                left join (
                    select k.currency, k.rated_on,
                           (select r.rate from nurt.exchange_rate r where r.currency = k.currency and r.valid_from <= k.rated_on
                            order by r.valid_from desc limit 1) as rate
                    from (select distinct d.currency, %1$s as rated_on from nurt.deal d
                          where d.currency <> cast(:currency as char(3)) and exists (select from nurt.exchange_rate)
                            and %2$s) k
                    offset 0) x on x.currency = d.currency and x.rated_on = d.rated_on
                offset 0
                """.formatted(RATED_ON, conditions(only));
    }

    /** Null where no rate is needed: finding a moment's day in a zone is a tenth of the work. */
    private static final String RATED_ON = "case when d.currency <> cast(:currency as char(3))"
            + " then coalesce(cast(d.closed_at at time zone :zone as date), cast(:today as date)) end";

    private String conditions(String only) {
        return "d.deleted_at is null and (d.archived_at is null or d.status <> 'open')\n  and " + only + " and "
                + visibility.sql("d.owner_id") + filters();
    }

    static final String CLOSED =
            "d.status <> 'open' and d.closed_at >= cast(:start as timestamptz) and d.closed_at < cast(:end as timestamptz)";
    static final String OPENED =
            "d.opened_at >= cast(:start as timestamptz) and d.opened_at < cast(:end as timestamptz)";
    static final String OPEN = "d.status = 'open'";

    private String filters() {
        StringBuilder sql = new StringBuilder();
        add(sql, question.pipelines(), "d.pipeline_id = any(cast(:pipelines as uuid[]))", "false");
        add(sql, question.owners(), "d.owner_id = any(cast(:owners as uuid[]))", "d.owner_id is null");
        add(
                sql,
                question.teams(),
                "d.owner_id in (" + MEMBERS + ")",
                "not exists (select from nurt.team_member m where m.user_id = d.owner_id)");
        add(
                sql,
                question.products(),
                "exists (select from nurt.deal_product p where p.deal_id = d.id and p.product_id = any(cast(:products as"
                        + " uuid[])))",
                "not exists (select from nurt.deal_product p where p.deal_id = d.id)");
        add(sql, question.sources(), "d.source = any(cast(:sources as text[]))", "d.source is null");
        return sql.toString();
    }

    private static void add(StringBuilder sql, Question.Choice<?> choice, String some, String none) {
        if (!choice.any()) {
            sql.append("\n  and (")
                    .append(choice.values().isEmpty() ? "false" : some)
                    .append(choice.none() ? " or " + none : "")
                    .append(")");
        }
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(Visibility.PARAMETER, visibility.parameter());
        parameters.put("currency", currency);
        parameters.put("zone", zone.getId());
        parameters.put("today", today());
        parameters.put("now", Sql.at(now));
        parameters.put("start", bound(question.from(), 0, "-infinity"));
        parameters.put("end", bound(question.to(), 1, "infinity"));
        parameters.put("pipelines", Sql.uuids(question.pipelines().values()));
        parameters.put("owners", Sql.uuids(question.owners().values()));
        parameters.put("teams", Sql.uuids(question.teams().values()));
        parameters.put("products", Sql.uuids(question.products().values()));
        parameters.put("sources", question.sources().values().toArray(String[]::new));
        return parameters;
    }

    private String bound(@Nullable LocalDate day, int plusDays, String otherwise) {
        return day == null
                ? otherwise
                : OffsetDateTime.ofInstant(
                                day.plusDays(plusDays).atStartOfDay(zone).toInstant(), ZoneOffset.UTC)
                        .toString();
    }
}
