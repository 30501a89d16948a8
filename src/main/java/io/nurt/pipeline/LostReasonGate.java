package io.nurt.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a workspace keeps lost reasons, a deal is lost with one and with its outcome. */
@Component
class LostReasonGate implements StageGate {
    static final String REASON = "pipeline.lost-needs-reason";
    static final String OUTCOME = "pipeline.lost-needs-outcome";

    private final Catalog catalog;

    LostReasonGate(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Requirement> check(StageChange change) {
        List<Requirement> open = new ArrayList<>();
        if (change.to().kind() == StageKind.LOST && catalog.setup().lostReasons()) {
            if (change.after().lostReasonId() == null) {
                open.add(Requirement.of(REASON, "lostReasonId"));
            }
            if (change.after().outcome() == null) {
                open.add(Requirement.of(OUTCOME, "outcome"));
            }
        }
        return open;
    }
}
