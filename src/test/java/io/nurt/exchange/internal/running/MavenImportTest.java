package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.testing.NurtTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** A company brings its real deals: four files that refer to each other. */
@NurtTest
class MavenImportTest {
    private static final List<String> FILES =
            List.of("sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private ImportPlace place;

    @BeforeEach
    void newPlace() {
        place = new ImportPlace(jdbc, transactions, port);
    }

    private String drafted() throws Exception {
        Path folder = Datasets.folder("maven-crm");
        String id = place.draft();
        for (String file : FILES) {
            place.upload(id, folder.resolve(file));
        }
        return id;
    }

    @Test
    void theFourFilesGoInAndComeOutAsTheyWere() throws Exception {
        String id = drafted();
        Map<String, Long> before = place.counts();

        JsonNode proposals = place.http.get("/imports/" + id + "/proposals").json();
        assertThat(proposals.path("unifications"))
                .extracting(one -> one.path("variant").asString() + " -> "
                        + one.path("canonical").asString() + " "
                        + one.path("count").asInt())
                .contains("GTXPro -> GTX Pro 1480", "technolgy -> technology 12");
        assertThat(proposals.path("stages"))
                .extracting(stage ->
                        stage.path("name").asString() + " " + stage.path("kind").asString())
                .containsExactly("Prospecting open", "Engaging open", "Won won", "Lost lost");
        place.unify(id);

        JsonNode preview = place.preview(id);
        assertThat(preview.at("/totals/create").asLong()).isEqualTo(8_927);
        assertThat(preview.at("/totals/rows").asLong()).isEqualTo(8_927);
        assertThat(place.counts()).isEqualTo(before);

        JsonNode done = place.run(id);
        assertThat(done.path("created").asLong()).isEqualTo(8_927);
        assertThat(done.path("totalRows").asLong()).isEqualTo(8_927);
        figures();

        JsonNode undone = place.undo(id);
        assertThat(undone.at("/undo/deals").asInt()).isEqualTo(8_800);
        assertThat(undone.at("/undo/companies").asInt()).isEqualTo(85);
        assertThat(undone.at("/undo/kept")).isEmpty();
        assertThat(place.counts()).isEqualTo(before);
    }

    private void figures() {
        assertThat(place.count("select count(*) from nurt.company")).isEqualTo(85);
        assertThat(place.count("select count(*) from nurt.company where parent_id is not null"))
                .isEqualTo(15);
        assertThat(place.count("select count(*) from nurt.product")).isEqualTo(7);
        assertThat(place.count("select count(distinct user_id) from nurt.team_member"))
                .isEqualTo(35);
        assertThat(place.count("select count(*) from nurt.team where manager_id is not null"))
                .isEqualTo(6);
        assertThat(place.list(
                        "select s.name || ' ' || count(*) from nurt.deal d join nurt.stage s on s.id = d.stage_id"
                                + " group by s.name, s.position order by s.position",
                        String.class))
                .containsExactly("Prospecting 500", "Engaging 1589", "Won 4238", "Lost 2473");
        assertThat(place.count("select count(*) from nurt.deal_product")).isEqualTo(8_800);
        assertThat(place.count("select count(*) from nurt.deal where company_id is null"))
                .isEqualTo(1_425);
        assertThat(place.list("select sum(amount) from nurt.deal where status = 'won'", BigDecimal.class)
                        .get(0))
                .isEqualByComparingTo("10005534");
        assertThat(place.list(
                                "select percentile_cont(0.5) within group (order by closed_at::date - opened_at::date)"
                                        + " from nurt.deal where status = 'won'",
                                Double.class)
                        .get(0))
                .isEqualTo(57.0);
        assertThat(place.count("select count(*) from nurt.deal where status = 'open' and amount is not null"))
                .isZero();
        assertThat(place.count("select count(*) from nurt.deal where status = 'lost' and amount = 0"))
                .isEqualTo(2_473);
    }

    @Test
    void theSameFilesASecondTimeChangeNothing() throws Exception {
        String first = drafted();
        place.run(first);
        Map<String, Long> before = place.counts();

        String second =
                place.http.post("/imports/" + first + "/repeat", Map.of()).text("/id");
        JsonNode preview = place.preview(second);
        assertThat(preview.at("/totals/unchanged").asLong()).isEqualTo(8_927);
        JsonNode done = place.run(second);

        assertThat(done.path("unchanged").asLong()).isEqualTo(8_927);
        assertThat(place.counts()).isEqualTo(before);
    }
}
