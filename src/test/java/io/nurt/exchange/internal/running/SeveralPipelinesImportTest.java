package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** A column that names pipelines splits the deals over them. */
@NurtTest
class SeveralPipelinesImportTest {
    private static final String HUBSPOT = """
            Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date
            1,Roof,Offer,New business,10,2026-01-01
            2,Wall,Won,New business,20,2026-01-02
            3,Door,Offer,Renewals,30,2026-01-03
            4,Gate,Review of use,Renewals,40,2026-01-04
            5,Lamp,Talks,,50,2026-01-05
            """;

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

    private List<String> deals() {
        return place.list(
                "select p.name || ': ' || d.title || ' in ' || s.name from nurt.deal d"
                        + " join nurt.pipeline p on p.id = d.pipeline_id join nurt.stage s on s.id = d.stage_id order by 1",
                String.class);
    }

    @Test
    void thePipelineOfAnImportNamedAfterItsFilesIsCalledAsTheFileOfItsDeals() {
        String id = place.draft();
        place.http.patch("/imports/" + id, Map.of("name", "accounts, sales_pipeline"));
        place.upload(id, "accounts.csv", "Account Name,Industry\nAcme,Retail\n");
        place.upload(id, "sales_pipeline.csv", "Deal Name,Company,Stage\nRoof,Acme,Talks\n");
        JsonNode proposals = place.http.get("/imports/" + id + "/proposals").json();
        assertThat(proposals.path("pipelineName").asString()).isEqualTo("Sales pipeline");

        place.run(id);

        assertThat(place.list("select name from nurt.pipeline", String.class)).contains("Sales pipeline");
    }

    @Test
    void eachDealGoesToThePipelineItNamesWithStagesOfItsOwn() {
        Map<String, Long> before = place.counts();
        String id = place.draft();
        place.upload(id, "hubspot.csv", HUBSPOT);
        JsonNode preview = place.preview(id);
        assertThat(preview.path("pipelines"))
                .extracting(one -> one.path("name").asString() + " "
                        + one.path("deals").asInt() + " " + one.path("id").isNull())
                .containsExactly("New business 2 true", "Renewals 2 true", "Sales 1 true");
        assertThat(place.counts()).isEqualTo(before);

        place.run(id);

        assertThat(deals())
                .containsExactly(
                        "New business: Roof in Offer",
                        "New business: Wall in Won",
                        "Renewals: Door in Offer",
                        "Renewals: Gate in Review of use",
                        "Sales: Lamp in Talks");
        assertThat(place.list(
                        "select s.name from nurt.stage s join nurt.pipeline p on p.id = s.pipeline_id"
                                + " where p.name = 'New business' order by s.position",
                        String.class))
                .containsExactly("Offer", "Won", "Lost");
        place.undo(id);
        assertThat(place.counts()).isEqualTo(before);
    }

    @Test
    void aPipelineThatIsThereIsUsedByItsNameAndGetsTheStagesItLacks() {
        JsonNode made = place.http
                .post(
                        "/pipelines",
                        Map.of(
                                "name",
                                "Renewals",
                                "stages",
                                List.of(
                                        Map.of("name", "Offer", "kind", "open"),
                                        Map.of("name", "Won", "kind", "won"),
                                        Map.of("name", "Lost", "kind", "lost"))))
                .json();
        String id = place.draft();
        place.upload(id, "hubspot.csv", HUBSPOT.replace("Renewals", "renewals"));

        assertThat(place.preview(id).path("pipelines"))
                .extracting(one -> one.path("id").asString(""))
                .contains(made.path("id").asString());
        place.run(id);

        assertThat(deals()).contains("Renewals: Door in Offer", "Renewals: Gate in Review of use");
        assertThat(place.count("select count(*) from nurt.pipeline where lower(name) = 'renewals'"))
                .isEqualTo(1);
    }

    @Test
    void historyGoesThroughTheStagesOfTheDealsOwnPipeline() {
        String id = place.draft();
        place.upload(id, "deals.csv", """
                Deal - ID,Deal - Title,Deal - Value,Deal - Pipeline,Deal - Stage,Deal - Status
                7,Roof,10,East,Offer,open
                8,Wall,20,West,Offer,open
                """);
        place.upload(id, "history.csv", """
                Opportunity Id,Stage,Created Date
                7,Talks,2026-01-01 10:00
                7,Offer,2026-01-05 10:00
                8,Talks,2026-01-02 10:00
                8,Offer,2026-01-06 10:00
                """);

        JsonNode done = place.run(id);

        assertThat(done.path("created").asInt()).isEqualTo(6);
        assertThat(place.list(
                        "select d.title || ' ' || p.name || ' ' || s.name from nurt.deal_event e"
                                + " join nurt.deal d on d.id = e.deal_id join nurt.stage s on s.id = e.stage_id"
                                + " join nurt.pipeline p on p.id = s.pipeline_id order by d.title, e.seq",
                        String.class))
                .containsExactly("Roof East Talks", "Roof East Offer", "Wall West Talks", "Wall West Offer");
    }
}
