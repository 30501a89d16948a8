package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.testing.NurtTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is in a file goes in or is refused with a reason; nothing is lost silently. */
@NurtTest
class OddFilesImportTest {
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

    @Test
    void thePotentialsOfZohoGoInWithTheirAccountsAndContacts() throws Exception {
        Path folder = Datasets.folder("zoho-crm");
        String id = place.draft();
        for (String file : List.of("Users.csv", "Accounts.csv", "Contacts.csv", "Products.csv", "Potentials.csv")) {
            place.upload(id, folder.resolve(file));
        }
        JsonNode preview = place.preview(id);

        JsonNode done = place.run(id);

        assertThat(place.count("select count(*) from nurt.deal")).isEqualTo(3_632);
        assertThat(place.count("select count(*) from nurt.deal where amount = 22700 and currency = 'USD'"))
                .isPositive();
        assertThat(done.path("doneRows").asLong())
                .isEqualTo(done.path("totalRows").asLong());
        assertThat(preview.at("/totals/create").asLong())
                .isEqualTo(done.path("created").asLong());
        assertThat(preview.at("/totals/refuse").asLong()
                        + preview.at("/totals/duplicate").asLong())
                .isEqualTo(done.path("refused").asLong());
        assertThat(place.http
                        .get("/imports/" + id + "/refusals?limit=200")
                        .json()
                        .path("items"))
                .allSatisfy(refusal -> assertThat(refusal.path("reason").asString())
                        .isNotBlank()
                        .doesNotContain("exchange."));
    }

    @Test
    void rowsOfOneNameAreRefusedByThatNameAsTheyWriteItAndRowsWithoutOneByTheirColumn() {
        String id = place.draft();
        place.upload(id, "accounts.csv", "Account Name,Industry\nAcme Sp. z o.o.,Retail\nACME,Energy\n\u200b,Energy\n");
        place.upload(
                id,
                "contacts.csv",
                "Last Name,Email\nLis,\nLIS,\n\ufeff,\n\u00a0,\n,ewa@example.com\n,Ewa@example.com\n");
        place.upload(id, "products.csv", "Product ID,Product Name,Product Code\n1,Beer,P1\n2,beer,P2\n");

        JsonNode preview = place.preview(id);
        JsonNode done = place.run(id);

        assertThat(place.reasons(id))
                .containsExactlyInAnyOrder(
                        "The name \"ACME\" was already used in line 2, perhaps written a little differently.",
                        "Account Name: no value, but no record can be without one.",
                        "The name \"LIS\" was already used in line 2, perhaps written a little differently.",
                        "Last Name: no value, but no record can be without one.",
                        "Last Name: no value, but no record can be without one.",
                        "The e-mail address \"Ewa@example.com\" was already used in line 6.",
                        "The name \"beer\" was already used in line 2, perhaps written a little differently.");
        assertThat(done.path("created").asLong())
                .isEqualTo(preview.at("/totals/create").asLong())
                .isEqualTo(4);
        assertThat(preview.at("/totals/refuse").asLong()
                        + preview.at("/totals/duplicate").asLong())
                .isEqualTo(done.path("refused").asLong());
    }

    @Test
    void aNameWrittenOverSeveralLinesIsKeptInOne() {
        String id = place.draft();
        place.upload(id, "accounts.csv", "Account Name,Industry\n\"Acme \n  \"\"Works\"\"\r\nWest\",Retail\n");

        place.run(id);

        assertThat(place.list("select name from nurt.company", String.class)).containsExactly("Acme \"Works\" West");
    }

    @Test
    void everyNaughtyTextIsStoredAsTextOrRefused() throws Exception {
        JsonNode texts = new JsonMapper()
                .readTree(Files.readString(Datasets.folder("naughty-strings").resolve("blns.json")));
        StringBuilder file = new StringBuilder("Deal Name,Company,Stage,Next step\n");
        List<String> given = new ArrayList<>();
        for (JsonNode text : texts) {
            String quoted = '"' + text.asString().replace("\"", "\"\"") + '"';
            file.append(quoted)
                    .append(',')
                    .append(quoted)
                    .append(",New,")
                    .append(quoted)
                    .append('\n');
            given.add(text.asString());
        }
        String id = place.draft();
        place.upload(id, "deals.csv", file.toString());

        JsonNode done = place.run(id);

        assertThat(done.path("totalRows").asLong()).isEqualTo(given.size());
        assertThat(done.path("doneRows").asLong()).isEqualTo(given.size());
        long stored = place.count("select count(*) from nurt.deal");
        assertThat(done.path("created").asLong()).isEqualTo(stored).isGreaterThan(450);
        assertThat(place.count("select count(*) from nurt.import_refusal"))
                .isEqualTo(done.path("refused").asLong());
        List<String> titles = place.list("select title from nurt.deal", String.class);
        assertThat(titles).contains("1;DROP TABLE users", "<script>alert(123)</script>", "nil");
    }

    @Test
    void theTortureSetsAreReadOrRefusedRowByRow() throws Exception {
        int imported = 0;
        for (String folder : List.of("csv-spectrum/csvs", "csv-test-data/csv")) {
            Path set = Datasets.folder(folder);
            List<Path> files;
            try (Stream<Path> found = Files.list(set)) {
                files = found.filter(file -> file.toString().endsWith(".csv"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                imported += tortured(file);
            }
        }
        assertThat(imported).isGreaterThan(20);
    }

    private int tortured(Path file) throws Exception {
        String id = place.draft();
        HttpResponse<String> sent = place.send(id, file.getFileName().toString(), Files.readAllBytes(file));
        if (sent.statusCode() == 422) {
            assertThat(sent.body()).as(file.toString()).contains("exchange.file-unreadable");
            return 0;
        }
        assertThat(sent.statusCode()).as(file + sent.body()).isEqualTo(201);
        JsonNode found = new JsonMapper().readTree(sent.body());
        String path = "/imports/" + id + "/files/" + found.path("id").asString();
        assertThat(place.http.patch(path, Map.of("entity", "company")).status()).isEqualTo(200);
        for (JsonNode column : found.at("/mapping/columns")) {
            int index = column.path("column").asInt();
            String field = index == 0 ? "company_name" : "company_custom";
            place.http.patch(
                    path, Map.of("mapping", Map.of("columns", List.of(Map.of("column", index, "field", field)))));
        }
        JsonNode done = place.run(id);
        assertThat(done.path("doneRows").asLong())
                .as(file.toString())
                .isEqualTo(found.path("rows").asLong())
                .isEqualTo(done.path("totalRows").asLong());
        return 1;
    }

    @Test
    void refusedRowsComeBackAsAFileThatIsRepairedAndBroughtInAgain() {
        String id = place.draft();
        StringBuilder good = new StringBuilder("Deal ID,Deal Name,Stage,Amount\n1,Roof,New,10\n");
        for (int i = 10; i < 50; i++) {
            good.append(i).append(",Deal,New,").append(i).append('\n');
        }
        place.upload(id, "deals.csv", good + "2,=1+1,New,much\n3,Wall,New,5,6,7\n1,Again,New,1\n");
        JsonNode done = place.run(id);
        assertThat(done.path("created").asLong()).isEqualTo(41);
        assertThat(done.path("refused").asLong()).isEqualTo(3);

        String file = place.http.get("/imports/" + id + "/refusals.csv").raw().body();

        assertThat(file.lines().toList())
                .hasSize(4)
                .first()
                .isEqualTo("\uFEFFWhy it was refused,Deal ID,Deal Name,Stage,Amount");
        assertThat(file).contains("Amount: \"\"much\"\" is not a number.", ",2,'=1+1,New,much", ",3,Wall,New,5,6,7");
        String again = place.draft();
        place.upload(again, "deals.csv", file.replace("much", "20").replace(",5,6,7", ",5"));
        JsonNode repaired = place.run(again);
        assertThat(repaired.path("created").asLong()).isEqualTo(2);
        assertThat(repaired.path("updated").asLong()).isEqualTo(1);
        assertThat(place.list("select title from nurt.deal where title <> 'Deal'", String.class))
                .containsExactlyInAnyOrder("=1+1", "Again", "Wall");
    }

    @Test
    void aFileThatIsNoTextSaysSo() {
        String id = place.draft();
        HttpResponse<String> sent = place.send(id, "deals.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("CSV UTF-8");
        assertThat(place.http.post("/imports/" + id + "/run", Map.of()).code()).isEqualTo("exchange.nothing-to-import");
    }
}
