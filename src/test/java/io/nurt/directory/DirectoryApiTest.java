package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The contract of the directory as programs and the web application use it. */
@NurtTest
class DirectoryApiTest {
    @Autowired
    DirectoryFixture.Beans beans;

    @LocalServerPort
    int port;

    Http admin;

    @BeforeEach
    void aWorkspace() {
        admin = new DirectoryFixture(beans).http(port);
    }

    @Test
    void aCompanyIsCreatedReadChangedTrashedAndBroughtBack() {
        Http.Answer created = admin.post(
                "/companies",
                Map.of(
                        "name", "Łucznik S.A.",
                        "annualRevenue", "1500000.50",
                        "taxNumber", "526-025-02-74",
                        "emails", List.of(Map.of("value", "biuro@lucznik.pl", "label", "work")),
                        "addresses", List.of(Map.of("city", "Radom"))));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"v1\"");
        assertThat(created.text("/annualRevenue")).isEqualTo("1500000.5");
        assertThat(created.text("/revenueCurrency")).isEqualTo("PLN");
        assertThat(created.text("/taxCountry")).isEqualTo("PL");
        assertThat(created.text("/owner/name")).startsWith("administrator");
        assertThat(created.json().path("createdAt").isString()).isTrue();
        String path = "/companies/" + created.text("/id");

        Map<String, Object> change = new HashMap<>();
        change.put("annualRevenue", null);
        change.put("tags", List.of("vip"));
        Http.Answer changed = admin.with("If-Match", "\"v1\"").patch(path, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("annualRevenue").isNull()).isTrue();
        assertThat(changed.text("/emails/0/value")).isEqualTo("biuro@lucznik.pl");
        assertThat(changed.header("Undo-Token")).startsWith("directory.");

        Http.Answer stale = admin.with("If-Match", "\"v1\"").patch(path, Map.of("name", "Other"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/tags/0")).isEqualTo("vip");

        Http.Answer trashed = admin.delete(path);
        assertThat(trashed.status()).isEqualTo(200);
        assertThat(admin.get("/companies").json().path("items")).isEmpty();
        assertThat(admin.get("/companies?state=trashed").json().path("items")).hasSize(1);
        assertThat(admin.post("/undo/" + trashed.header("Undo-Token"), Map.of()).text("/restored"))
                .isEqualTo("1");
        assertThat(admin.get("/companies").json().path("items")).hasSize(1);
        assertThat(kinds(admin.get(path + "/timeline"))).containsExactly("restored", "trashed", "changed", "created");
    }

    @Test
    void aRefusalNamesEachFieldInTheReadersLanguage() {
        Http.Answer refused =
                admin.with("Accept-Language", "pl").post("/companies", Map.of("taxNumber", "PL5260250275"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("common.invalid");
        List<String> fields = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).containsExactlyInAnyOrder("name", "taxNumber");
        assertThat(refused.raw().body()).doesNotContain("directory.nip-check-digit\",\"message\":\"directory");
    }

    @Test
    void listsPageByKeyAndFilter() {
        for (String name : List.of("Alfa", "Beta", "Gamma")) {
            admin.post("/companies", Map.of("name", name, "tags", List.of("t " + name)));
        }
        Http.Answer first = admin.get("/companies?sort=-name&limit=2");
        assertThat(names(first)).containsExactly("Gamma", "Beta");
        Http.Answer second = admin.get("/companies?sort=-name&limit=2&cursor=" + first.text("/next"));
        assertThat(names(second)).containsExactly("Alfa");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(names(admin.get("/companies?tag=t%20Beta&q=bet"))).containsExactly("Beta");
        assertThat(admin.get("/companies?owner=nonsense").status()).isBetween(400, 422);
        assertThat(admin.get("/tags?kind=company").json()).hasSize(3);
    }

    @Test
    void whatIsNotAnObjectOrNotAnIdIsRefusedNotAnError() {
        assertThat(admin.post("/companies", List.of(1)).status()).isEqualTo(400);
        assertThat(admin.get("/companies/not-an-id").status()).isBetween(400, 422);
        assertThat(admin.post("/notes", Map.of("recordKind", "moon", "body", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.get("/custom-fields?kind=moon").status()).isEqualTo(422);
        assertThat(admin.get("/companies/duplicates?except=zzz").status()).isBetween(400, 422);
    }

    @Test
    void contactsNotesCustomFieldsViewsAndDuplicatesWorkTogether() {
        String field = admin.post(
                        "/custom-fields", Map.of("recordKind", "contact", "label", "Shoe size", "type", "number"))
                .text("/key");
        assertThat(field).isEqualTo("shoe_size");
        String company =
                admin.post("/companies", Map.of("name", "Alfa sp. z o.o.")).text("/id");
        Http.Answer contact = admin.post(
                "/contacts",
                Map.of(
                        "firstName",
                        "Żaneta",
                        "lastName",
                        "Łęcka",
                        "companyId",
                        company,
                        "phones",
                        List.of(Map.of("value", "600 100 200")),
                        "custom",
                        Map.of("shoe_size", 38.5)));
        assertThat(contact.status()).isEqualTo(201);
        assertThat(contact.text("/name")).isEqualTo("Żaneta Łęcka");
        assertThat(contact.text("/company/name")).isEqualTo("Alfa sp. z o.o.");
        assertThat(contact.text("/custom/shoe_size")).isEqualTo("38.5");
        assertThat(names(admin.get("/contacts?custom.shoe_size=38.5&company=" + company)))
                .containsExactly("Żaneta Łęcka");

        String id = contact.text("/id");
        Http.Answer note =
                admin.post("/notes", Map.of("recordKind", "contact", "recordId", id, "body", "Prefers e-mail"));
        assertThat(note.status()).isEqualTo(201);
        assertThat(admin.get("/contacts/" + id + "/timeline").text("/items/0/note/body"))
                .isEqualTo("Prefers e-mail");
        assertThat(admin.delete("/notes/" + note.text("/id")).status()).isEqualTo(204);

        Http.Answer like = admin.get("/contacts/duplicates?phone=%2B48600100200&name=Zaneta%20Lecka");
        assertThat(like.text("/items/0/record/id")).isEqualTo(id);
        assertThat(like.text("/items/0/reasons/0")).isEqualTo("same-phone");
        assertThat(admin.get("/contacts/duplicates?phone=600100200&except=" + id)
                        .json()
                        .path("items"))
                .isEmpty();

        Http.Answer view = admin.post(
                "/views",
                Map.of("recordKind", "contact", "name", "Mine", "config", Map.of("columns", List.of("name", "phone"))));
        assertThat(view.status()).isEqualTo(201);
        assertThat(admin.get("/views?kind=contact").text("/0/config/columns/1")).isEqualTo("phone");
        assertThat(admin.delete("/views/" + view.text("/id")).status()).isEqualTo(204);
    }

    @Test
    void nobodyGetsAnythingWithoutSigningInOrFromAnotherWorkspace() {
        String id = admin.post("/companies", Map.of("name", "Alfa")).text("/id");
        Http nobody = new Http(port);
        Http other = new DirectoryFixture(beans).http(port);
        for (String path : List.of("/companies/" + id, "/companies/" + id + "/timeline")) {
            assertThat(nobody.get(path).status()).isEqualTo(401);
            assertThat(other.get(path).status()).isEqualTo(404);
        }
        assertThat(other.patch("/companies/" + id, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(other.delete("/companies/" + id).status()).isEqualTo(404);
        assertThat(other.get("/companies").json().path("items")).isEmpty();
        assertThat(other.get("/companies/duplicates?name=Alfa").json().path("items"))
                .isEmpty();
    }

    private static List<String> names(Http.Answer answer) {
        return texts(answer, "name");
    }

    private static List<String> kinds(Http.Answer answer) {
        return texts(answer, "kind");
    }

    private static List<String> texts(Http.Answer answer, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : answer.json().path("items")) {
            texts.add(item.path(field).asString());
        }
        return texts;
    }
}
