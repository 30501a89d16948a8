package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.NurtTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What an import changed is as it was after taking it back, and what people did since stays. */
@NurtTest
class UndoneImportTest {
    private static final String DEALS = """
            Deal ID,Deal Name,Company,Stage,Amount,Deal owner,Temperature,Remark
            1,Roof,ACME,Talks,10,Jan Nowak,Hot,first
            2,Wall,Beta,Talks,20,Jan Nowak,Cold,second
            3,Door,ACME,Talks,30,Ewa Lis,Hot,third
            4,Gate,Gamma,Talks,40,Ewa Lis,Cold,fourth
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

    private String draft(String name, String content) {
        String id = place.draft();
        place.http.patch("/imports/" + id, Map.of("options", Map.of("source", "old-crm")));
        place.upload(id, name, content);
        return id;
    }

    private String deal(String title) {
        return place.list("select id::text from nurt.deal where title = '" + title + "'", String.class)
                .get(0);
    }

    @Test
    void dealsThatSomebodyWorkedOnSinceAreKeptWithWhatTheyNeedAndNamed() {
        String id = draft("deals.csv", DEALS);
        place.run(id);
        place.http.patch("/deals/" + deal("Roof"), Map.of("amount", "99"));
        place.http.post("/notes", Map.of("recordKind", "deal", "recordId", deal("Wall"), "body", "They called"));

        JsonNode undone = place.undo(id);

        assertThat(undone.at("/undo/deals").asInt()).isEqualTo(2);
        assertThat(place.list("select title from nurt.deal order by title", String.class))
                .containsExactly("Roof", "Wall");
        assertThat(undone.at("/undo/kept"))
                .extracting(one -> one.path("kind").asString() + " "
                        + one.path("name").asString() + " " + one.path("reason").asString())
                .containsExactlyInAnyOrder(
                        "deal Roof changed", "deal Wall changed", "company ACME in-use", "company Beta in-use");
        assertThat(place.list("select name from nurt.pipeline", String.class)).contains("Sales");
        assertThat(place.list("select name from nurt.app_user where status = 'placeholder'", String.class))
                .containsExactly("Jan Nowak");
        assertThat(place.http.get("/deals/" + deal("Roof")).text("/amount")).isEqualTo("99");
        // Brought in again, those that stayed are found and not made twice.
        JsonNode again = place.run(draft("deals.csv", DEALS));
        assertThat(again.path("created").asInt()).isEqualTo(2);
        assertThat(place.count("select count(*) from nurt.deal")).isEqualTo(4);
    }

    @Test
    void whatCouldNotBeGivenBackIsNamed() {
        place.run(draft("deals.csv", DEALS));
        String second = draft("deals.csv", DEALS.replace("Roof,ACME,Talks,10", "Roof,ACME,Talks,15"));
        place.run(second);
        place.http.patch("/deals/" + deal("Roof"), Map.of("nextStep", "Call"));

        JsonNode undone = place.undo(second);

        assertThat(undone.at("/undo/kept/0/kind").asString()).isEqualTo("deal");
        assertThat(undone.at("/undo/kept/0/name").asString()).isEqualTo("Roof");
        assertThat(undone.at("/undo/kept/0/reason").asString()).isEqualTo("changed");
        assertThat(undone.at("/undo/kept")).hasSize(1);
    }

    @Test
    void aPriceListChangesTheProductsItNamesAndUndoPutsThemBack() {
        String prices = "Product Name,Product Code,Unit Price\nPump,P-1,100\nValve,V-1,20\nHose,H-1,5\n";
        place.run(draft("products.csv", prices));
        String second = draft(
                "products.csv",
                "Product Name,Product Code,Unit Price\nPump XL,P-1,120\nValve,V-1,20\nHose,H-1,6\nTap,T-1,9\n");
        JsonNode preview = place.preview(second);
        assertThat(preview.at("/totals/update").asInt()).isEqualTo(2);
        assertThat(preview.at("/totals/create").asInt()).isEqualTo(1);
        assertThat(preview.at("/totals/unchanged").asInt()).isEqualTo(1);

        place.run(second);

        assertThat(products()).containsExactly("Hose H-1 6", "Pump XL P-1 120", "Tap T-1 9", "Valve V-1 20");
        String hose = place.list("select id::text from nurt.product where name = 'Hose'", String.class)
                .get(0);
        assertThat(place.http
                        .patch("/products/" + hose, Map.of("family", "Garden"))
                        .status())
                .isEqualTo(200);

        JsonNode undone = place.undo(second);

        assertThat(products()).containsExactly("Hose H-1 6", "Pump P-1 100", "Valve V-1 20");
        assertThat(undone.at("/undo/restored").asInt()).isEqualTo(1);
        assertThat(undone.at("/undo/kept/0/kind").asString()).isEqualTo("product");
        assertThat(undone.at("/undo/kept/0/name").asString()).isEqualTo("Hose");
    }

    @Test
    void aPriceThatSomebodyCorrectedStaysWhenTheFileSaysNothingNew() {
        String prices = "Product Name,Product Code,Unit Price\nPump,P-1,100\n";
        place.run(draft("products.csv", prices));
        String pump =
                place.list("select id::text from nurt.product", String.class).get(0);
        place.http.patch("/products/" + pump, Map.of("unitPrice", "111"));

        JsonNode done = place.run(draft("products.csv", prices));

        assertThat(done.path("unchanged").asInt()).isEqualTo(1);
        assertThat(products()).containsExactly("Pump P-1 111");
    }

    private java.util.List<String> products() {
        return place.list(
                "select name || ' ' || code || ' ' || trim_scale(unit_price) from nurt.product order by name",
                String.class);
    }

    @Test
    void aColumnOfFewValuesBecomesAChoiceOfThem() {
        String id = draft("deals.csv", DEALS);
        place.run(id);

        JsonNode fields = place.http.get("/custom-fields?kind=deal").json();
        assertThat(fields.findValuesAsString("type")).contains("choice", "text");
        assertThat(place.list(
                        "select array_to_string(options, ',') from nurt.custom_field where label = 'Temperature'",
                        String.class))
                .containsExactly("Cold,Hot");
        assertThat(place.http
                        .patch("/deals/" + deal("Roof"), Map.of("custom", Map.of("temperature", "Lukewarm")))
                        .status())
                .isEqualTo(422);
        assertThat(place.http
                        .patch("/deals/" + deal("Roof"), Map.of("custom", Map.of("temperature", "Cold")))
                        .status())
                .isEqualTo(200);
        // A later file brings another value: the list has it then.
        place.run(draft("deals.csv", DEALS.replace("Gamma,Talks,40,Ewa Lis,Cold", "Gamma,Talks,40,Ewa Lis,Warm")));
        assertThat(place.list(
                        "select array_to_string(options, ',') from nurt.custom_field where label = 'Temperature'",
                        String.class))
                .containsExactly("Cold,Hot,Warm");
    }

    private String temperatures() {
        return place.list(
                        "select array_to_string(options, ',') from nurt.custom_field where label = 'Temperature'",
                        String.class)
                .get(0);
    }

    @Test
    void optionsThatAnImportAddedToAChoiceGoWithItUnlessSomebodyElseUsesThem() {
        place.run(draft("deals.csv", DEALS));
        assertThat(place.counts().get("nurt.custom_field_option")).isEqualTo(2);
        String more = DEALS.replace("Ewa Lis,Hot", "Ewa Lis,Warm").replace("Ewa Lis,Cold", "Ewa Lis,Icy");
        String second = draft("deals.csv", more);
        place.run(second);
        assertThat(temperatures()).isEqualTo("Cold,Hot,Icy,Warm");
        place.http.patch("/deals/" + deal("Roof"), Map.of("custom", Map.of("temperature", "Icy")));

        place.undo(second);

        assertThat(temperatures()).isEqualTo("Cold,Hot,Icy");
        // Nobody uses it any more: it goes with the next import that is taken back.
        place.http.patch("/deals/" + deal("Roof"), Map.of("custom", Map.of("temperature", "Hot")));
        String third = draft("deals.csv", more);
        place.run(third);
        place.undo(third);
        assertThat(temperatures()).isEqualTo("Cold,Hot");
    }

    @Test
    void anOptionThatAnotherImportUsesStaysUntilThatIsTakenBackToo() {
        place.run(draft("deals.csv", DEALS));
        String second = draft("deals.csv", DEALS.replace("Ewa Lis,Hot", "Ewa Lis,Warm"));
        place.run(second);
        String third = draft(
                "more.csv",
                DEALS.lines().limit(1).toList().get(0)
                        + "\n9,Lamp,ACME,Talks,5,Jan Nowak,Warm,x\n8,Sink,ACME,Talks,5,Jan Nowak,Warm,x\n");
        place.run(third);

        place.undo(second);
        assertThat(temperatures()).isEqualTo("Cold,Hot,Warm");

        place.undo(third);
        assertThat(temperatures()).isEqualTo("Cold,Hot");
    }
}
