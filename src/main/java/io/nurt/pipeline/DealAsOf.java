package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Sql;
import java.time.Instant;

/**
 * The deals as recorded at a moment: of each, the last event recorded by then. Whoever may see a deal today may see its past.
 * Ids, amounts and dates are of then; the names of those they point to are today's.
 */
final class DealAsOf {
    private static final String TRANSITIONS = "('created', 'moved', 'won', 'lost', 'returned', 'reopened')";

    static final String FROM = """
            (select e.deal_id as id, e.title, e.company_id, e.owner_id, e.amount, e.currency, e.pipeline_id, e.stage_id,
                    (select max(s.effective_at) from nurt.deal_event s
                     where s.deal_id = e.deal_id and s.seq <= e.seq and s.kind in %1$s) as stage_entered_at,
                    e.expected_close, cast(null as text) as next_step, cast(null as date) as next_step_on,
                    cast('{}' as text[]) as tags, e.resume_on, e.status, e.outcome, e.lost_reason_id,
                    cast(null as text) as lost_note, cast(null as text) as competitor,
                    case when e.status <> 'open' then
                        (select c.effective_at from nurt.deal_event c
                         where c.deal_id = e.deal_id and c.seq <= e.seq and c.kind in %1$s order by c.seq desc limit 1)
                    end as closed_at,
                    (select o.effective_at from nurt.deal_event o where o.deal_id = e.deal_id and o.seq = 1) as opened_at,
                    cast(null as text) as source, e.category, cast('{}' as jsonb) as custom,
                    (select o.recorded_at from nurt.deal_event o where o.deal_id = e.deal_id and o.seq = 1) as created_at,
                    e.recorded_at as updated_at, cast(null as timestamptz) as archived_at,
                    cast(null as timestamptz) as deleted_at, cast(null as uuid) as import_id, e.seq as version, e.present
             from nurt.deal_event e
             where e.recorded_at <= :moment and e.known_until > :moment) d
            """.formatted(TRANSITIONS);

    private DealAsOf() {}

    /** @param made what the filter asks of it, without its state */
    static DealConditions conditions(Instant moment, DealFilter filter, DealConditions made) {
        refuseWhatIsNotKept(filter);
        Visibility visibility = Caller.current().visibility();
        made.conditions.set(
                0,
                visibility.all()
                        ? "true"
                        : "exists (select from nurt.deal v where v.id = d.id and " + visibility.sql("v.owner_id")
                                + ")");
        made.conditions.add(filter.state().equals("active") ? "d.present" : "not d.present");
        made.parameters.put("moment", Sql.at(moment));
        return made;
    }

    private static void refuseWhatIsNotKept(DealFilter filter) {
        Problem problem = new Problem(CommonProblem.INVALID);
        refuse(
                problem,
                "source",
                !filter.sources().isEmpty() || filter.without().contains("source"));
        refuse(problem, "tag", !filter.tags().isEmpty());
        refuse(problem, "contact", !filter.contacts().isEmpty());
        refuse(
                problem,
                "product",
                !filter.products().isEmpty() || filter.without().contains("product"));
        refuse(problem, "state", filter.state().equals("counted"));
        refuse(problem, "custom", !filter.custom().isEmpty());
        refuse(problem, "risk", !filter.risks().isEmpty());
        refuse(
                problem,
                "nextStep",
                !filter.nextSteps().isEmpty() || filter.nextStepFrom() != null || filter.nextStepTo() != null);
        refuse(problem, "import", filter.importId() != null);
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }

    private static void refuse(Problem problem, String field, boolean asked) {
        if (asked) {
            problem.field(field, "pipeline.not-kept");
        }
    }
}
