package io.nurt.forecast.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NurtTest
class TrailStoreTest {
    private static final int MOST = 20;

    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void ofMoreClosedDealsThanFitTheLatestAreReadAndAllOpenOnes() {
        Company company = companies.make(port);
        Http http = company.administrator();
        http.post("/demo?deals=300", Map.of());
        Instant now = Instant.now();

        WorkspaceScope.run(
                company.id(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    UUID pipeline = jdbc.sql(
                                    "select pipeline_id from nurt.deal group by 1 order by count(*) desc limit 1")
                            .query(UUID.class)
                            .single();
                    List<UUID> latest = deals(pipeline, "status <> 'open' order by closed_at desc limit " + MOST);
                    List<UUID> open = deals(pipeline, "status = 'open'");

                    List<Trail> all =
                            new TrailStore(jdbc, template).read(pipeline, now).trails();
                    List<Trail> trails = new TrailStore(jdbc, template, MOST)
                            .read(pipeline, now)
                            .trails();

                    assertThat(latest).hasSize(MOST);
                    assertThat(open).isNotEmpty();
                    assertThat(all).hasSizeGreaterThan(MOST + open.size());
                    assertThat(trails.stream().map(Trail::dealId))
                            .containsAll(latest)
                            .containsAll(open);
                    assertThat(trails).hasSize(MOST + open.size());
                }));
    }

    private List<UUID> deals(UUID pipeline, String which) {
        return jdbc.sql("select id from nurt.deal where pipeline_id = :pipeline and " + which)
                .param("pipeline", pipeline)
                .query(UUID.class)
                .list();
    }
}
