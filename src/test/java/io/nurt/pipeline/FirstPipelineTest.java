package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Role;
import io.nurt.identity.WorkspaceCreated;
import io.nurt.kernel.Language;
import io.nurt.testing.NurtTest;
import io.nurt.testing.TestWorkspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@NurtTest
class FirstPipelineTest {
    @Autowired
    FirstPipeline first;

    @Autowired
    PipelineService pipelines;

    @Autowired
    SalesSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aNewPolishWorkspaceBeginsWithAPipelineInPolish() {
        TestWorkspace workspace = new TestWorkspace(jdbc, transactions);
        workspace.inside(() -> {
            first.make(new WorkspaceCreated(workspace.id(), Language.PL));
            return 0;
        });
        Pipeline pipeline = TestWorkspace.as(workspace.user(Role.REPRESENTATIVE), pipelines::list)
                .get(0);
        assertThat(pipeline.stages())
                .extracting(Stage::name)
                .startsWith("Nowe", "Zakwalifikowane")
                .endsWith("Wygrane", "Przegrane");
        assertThat(pipeline.stages()).allSatisfy(stage -> {
            assertThat(stage.purpose()).isNotBlank().doesNotStartWith("pipeline.");
            assertThat(stage.help()).isNotBlank().doesNotStartWith("pipeline.");
        });
        List<LostReason> reasons = TestWorkspace.as(workspace.user(Role.REPRESENTATIVE), settings::lostReasons);
        assertThat(reasons)
                .hasSize(7)
                .extracting(LostReason::name)
                .contains("Cena")
                .noneMatch(name -> name.startsWith("pipeline."));
    }
}
