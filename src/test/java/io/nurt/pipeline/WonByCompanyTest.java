package io.nurt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What won deals come to, in the list of companies. */
@NurtTest
class WonByCompanyTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private Company company;
    private Http admin;
    private String won = "";

    @BeforeEach
    void threeCompanies() {
        company = companies.make(port);
        admin = company.administrator();
        for (JsonNode stage : admin.get("/pipelines").json().at("/0/stages")) {
            won = stage.get("kind").asString().equals("won") ? stage.get("id").asString() : won;
        }
        String alfa = named("Alfa");
        String beta = named("Beta");
        named("Gamma");
        win(alfa, "100.50");
        win(alfa, "20");
        win(beta, "900");
        deal(beta, "5000");
    }

    private String named(String name) {
        return admin.post("/companies", Map.of("name", name)).text("/id");
    }

    private String deal(String companyId, String amount) {
        Http.Answer made = admin.post("/deals", Map.of("title", "Pump", "companyId", companyId, "amount", amount));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    private void win(String companyId, String amount) {
        admin.post("/deals/" + deal(companyId, amount) + "/move", Map.of("stageId", won));
    }

    private static List<String> listed(Http http, String query) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : http.get("/companies" + query).json().get("items")) {
            rows.add(row.get("name").asString() + " " + row.get("wonAmount").asString());
        }
        return rows;
    }

    @Test
    void aCompanyIsListedWithTheSumOfItsWonDeals() {
        assertThat(listed(admin, "")).containsExactly("Alfa 120.5", "Beta 900", "Gamma 0");
    }

    @Test
    void companiesAreOrderedByItPageByPage() {
        assertThat(listed(admin, "?sort=wonAmount")).containsExactly("Gamma 0", "Alfa 120.5", "Beta 900");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            String query = "?sort=-wonAmount&limit=1" + cursor;
            paged.addAll(listed(admin, query));
            JsonNode next = admin.get("/companies" + query).json().get("next");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactly("Beta 900", "Alfa 120.5", "Gamma 0");
        assertThat(admin.get("/contacts?sort=wonAmount").status()).isEqualTo(422);
    }

    @Test
    void itIsExported() {
        assertThat(admin.get("/exports/companies.csv?sort=-wonAmount").raw().body())
                .contains("120.5")
                .contains("900");
    }

    @Test
    void dealsThatSomebodyMayNotSeeAreNotInTheirSum() {
        Http other = company.join(admin, "representative");
        String theirs = other.post("/companies", Map.of("name", "Delta")).text("/id");
        win(theirs, "70");
        assertThat(listed(admin, "?q=Delta")).containsExactly("Delta 70");
        assertThat(listed(other, "?q=Delta&sort=wonAmount")).containsExactly("Delta 0");
    }
}
