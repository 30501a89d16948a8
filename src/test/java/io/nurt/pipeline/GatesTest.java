package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.nurt.identity.Role;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class GatesTest {
    @Autowired
    PipelineFixture fixture;

    @Autowired
    Texts texts;

    private static StageGate asking(String code, Object... arguments) {
        return change -> List.of(new StageGate.Requirement(code, List.of(arguments), "stageId"));
    }

    private void ask(StageGate... gates) {
        PipelineFixture.Place place = fixture.place();
        Stage to = place.pipeline.stages().get(1);
        StageGate.StageChange change =
                new StageGate.StageChange(Histories.ONE, null, Histories.state(Histories.ONE, 1, 1), null, to, null);
        TestWorkspace.as(place.workspace.user(Role.REPRESENTATIVE), () -> {
            new Gates(List.of(gates), texts).ask(change);
            return 0;
        });
    }

    @Test
    void whatAllGatesRequireIsAnsweredTogetherInTheCallersLanguage() {
        assertThatThrownBy(() -> ask(asking("common.too-long", 7), change -> List.of(), asking(LostReasonGate.REASON)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    Assertions.assertThat(problem.type()).isEqualTo(PipelineProblem.MOVE_REFUSED);
                    Assertions.assertThat(problem.data().get("requirements"))
                            .asInstanceOf(LIST)
                            .containsExactly(
                                    Map.of(
                                            "code",
                                            "common.too-long",
                                            "message",
                                            "At most 7 characters.",
                                            "field",
                                            "stageId"),
                                    Map.of(
                                            "code", LostReasonGate.REASON,
                                            "message", "Choose why the deal was lost.",
                                            "field", "stageId"));
                });
    }

    @Test
    void aDealPassesWhereNoGateRequiresAnything() {
        assertThatCode(() -> ask(change -> List.of())).doesNotThrowAnyException();
    }
}
