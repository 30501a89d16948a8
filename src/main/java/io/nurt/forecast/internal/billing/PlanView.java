package io.nurt.forecast.internal.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A billing plan as it holds.
 *
 * @param months of a monthly plan
 * @param from whose plan it is: {@code deal}, {@code product}, {@code workspace}, or {@code built_in}
 * @param own whether it is the plan of what was asked for, not an inherited one
 * @param version of an own plan; 0 when there is none yet
 */
record PlanView(
        String kind,
        int netDays,
        @Nullable Integer months,
        List<Instalment> instalments,
        String from,
        boolean own,
        int version) {

    static PlanView of(PlanTerms terms, String from, PlanStore.Of asked, int version) {
        boolean own = from.equals(asked.scope());
        return new PlanView(
                terms.kind().code(),
                terms.netDays(),
                terms.kind() == PlanKind.MONTHLY ? terms.parts().size() : null,
                terms.parts().stream()
                        .map(part -> new Instalment(part.share().toPlainString(), part.afterDays()))
                        .toList(),
                from,
                own,
                own ? version : 0);
    }
}
