package io.nurt.pipeline;

import io.nurt.identity.Caller;
import io.nurt.kernel.Language;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks all gates and answers with all that is open. */
@Component
class Gates {
    private static final Set<String> ABOUT_LOSING = Set.of(LostReasonGate.REASON, LostReasonGate.OUTCOME);

    private final List<StageGate> gates;
    private final Texts texts;

    Gates(List<StageGate> gates, Texts texts) {
        this.gates = gates;
        this.texts = texts;
    }

    /** @throws Problem naming every requirement, when there is one */
    void ask(StageGate.StageChange change) {
        List<StageGate.Requirement> open =
                gates.stream().flatMap(gate -> gate.check(change).stream()).toList();
        if (open.isEmpty()) {
            return;
        }
        boolean onlyLosing = open.stream().allMatch(one -> ABOUT_LOSING.contains(one.code()));
        Problem problem = new Problem(
                onlyLosing ? PipelineProblem.LOST_REASON_MISSING : PipelineProblem.MOVE_REFUSED, open.size());
        if (onlyLosing) {
            open.forEach(one -> problem.field(String.valueOf(one.field()), one.code()));
        }
        Language language = Caller.current().language();
        throw problem.with(
                "requirements",
                open.stream().map(one -> described(one, language)).toList());
    }

    private Map<String, Object> described(StageGate.Requirement requirement, Language language) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("code", requirement.code());
        described.put(
                "message",
                texts.get(language, requirement.code(), requirement.arguments().toArray()));
        if (requirement.field() != null) {
            described.put("field", requirement.field());
        }
        return described;
    }
}
