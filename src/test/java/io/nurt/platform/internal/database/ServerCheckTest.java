package io.nurt.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.platform.DatabaseUrl;
import io.nurt.platform.StartRefused;
import io.nurt.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServerCheckTest {
    @Test
    void theVersionsFrom15OnAreTaken() {
        assertThatCode(() -> ServerCheck.check("here", 15, "UTF8")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ServerCheck.check("here", 14, "UTF8"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("14");
    }

    @Test
    void anEncodingWithoutAllLettersIsRefused() {
        assertThatThrownBy(() -> ServerCheck.check("here", 18, "LATIN2"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("LATIN2");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
        var nowhere = new DatabaseUrl("127.0.0.1", 1, "crm", "ada", "secret", Map.of());

        assertThatThrownBy(() -> ServerCheck.run(new Database.External(nowhere)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("postgres://ada@127.0.0.1:1/crm")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDatabaseOfANewerNurtIsNotTouched() {
        DatabaseUrl url = TestDatabase.create();
        JdbcClient.create(TestDatabase.owner(url)).sql("""
                        INSERT INTO nurt.flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        VALUES (9999, '299901010000', 'later', 'SQL', 'V299901010000__later.sql', 'nurt', 1, true)
                        """).update();

        assertThatThrownBy(() -> Migrations.run(TestDatabase.owner(url)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("299901010000");
    }
}
