package io.nurt.directory;

import static io.nurt.directory.DirectoryFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class DirectoryListTest {
    private static final List<String> NAMES =
            List.of("Cegielnia", "Ćma", "Dom", "alfa", "Alfa", "Żuk", "Zebra", "Łódź", "Lody");

    @Autowired
    DirectoryFixture.Beans beans;

    DirectoryFixture here;

    @BeforeEach
    void aWorkspace() {
        here = new DirectoryFixture(beans);
    }

    @Test
    void namesComeInPolishOrder() {
        NAMES.forEach(name -> here.company(here.admin, "{\"name\": \"" + name + "\"}"));
        assertThat(here.names(here.admin, request(null, "active", "name", 50, null)))
                .containsExactly("alfa", "Alfa", "Cegielnia", "Ćma", "Dom", "Lody", "Łódź", "Zebra", "Żuk");
    }

    @Test
    void pagesTogetherAreTheWholeListInEveryOrder() {
        NAMES.forEach(name -> here.company(here.admin, "{\"name\": \"" + name + "\"}"));
        here.company(here.admin, "{\"name\": \"Dom\"}");
        for (String sort : List.of("name", "updatedAt", "createdAt")) {
            List<UUID> up = allPages(sort);
            List<UUID> down = allPages("-" + sort);
            assertThat(up).hasSize(10).doesNotHaveDuplicates();
            Collections.reverse(down);
            assertThat(down).isEqualTo(up);
        }
    }

    @Test
    void aListIsFilteredByWhatItsRowsSay() {
        here.company(here.admin, """
                {"name": "Zakłady Łucznik S.A.", "tags": ["vip", "metal"], "industry": "Metal", "taxNumber": "5260250274",
                 "emails": [{"value": "biuro@lucznik.pl"}], "addresses": [{"city": "Radom", "country": "PL"}]}
                """);
        here.company(here.admin, "{\"name\": \"Beta\", \"tags\": [\"vip\"], \"ownerId\": null}");

        for (String q : List.of("lucz", "ŁUCZNIK", "ady luc", "za", "biuro@LUCZNIK.pl", "526-025-02-74")) {
            assertThat(here.names(here.admin, request(q, "active", "name", 50, null)))
                    .as(q)
                    .containsExactly("Zakłady Łucznik S.A.");
        }
        for (String q : List.of("%", "b_ta", "x@lucznik.pl", "Gamma")) {
            assertThat(here.names(here.admin, request(q, "active", "name", 50, null)))
                    .as(q)
                    .isEmpty();
        }
        assertThat(filtered(List.of(here.admin.userId()), List.of(), null)).containsExactly("Zakłady Łucznik S.A.");
        assertThat(filtered(List.of(), List.of("vip"), null)).containsExactly("Beta", "Zakłady Łucznik S.A.");
        assertThat(filtered(List.of(), List.of("vip", "metal"), null)).containsExactly("Zakłady Łucznik S.A.");
        assertThat(filtered(List.of(), List.of(), "Metal")).containsExactly("Zakłady Łucznik S.A.");
        CompanyRow row = here.as(
                        here.admin, () -> beans.lists.companies(request("lucznik", "active", "name", 50, null)))
                .items()
                .get(0);
        assertThat(row.city()).isEqualTo("Radom");
        assertThat(row.email()).isEqualTo("biuro@lucznik.pl");
    }

    @Test
    void whatIsNoOrderStateOrKeyIsRefused() {
        refuses("common.invalid", request(null, "active", "colour", 50, null));
        refuses("common.invalid", request(null, "gone", "name", 50, null));
        refuses("common.bad-cursor", request(null, "active", "name", 50, "AAAA"));
        refuses(
                "common.bad-cursor",
                request(
                        null,
                        "active",
                        "-updatedAt",
                        50,
                        io.nurt.kernel.Cursor.of("x", "y").encoded()));
    }

    @Test
    void contactsAreListedByCompanyAndPerson() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        here.contact(
                here.admin,
                "{\"firstName\": \"Żaneta\", \"lastName\": \"Łęcka\", \"companyId\": \"" + company.id() + "\"}");
        here.contact(here.admin, "{\"name\": \"Jan Nowak\"}");

        Page<ContactRow> ofCompany = here.as(
                here.admin,
                () -> beans.lists.contacts(new ListRequest(
                        null, List.of(), List.of(), null, company.id(), "active", "name", Map.of(), 50, null)));
        assertThat(ofCompany.items()).extracting(ContactRow::name).containsExactly("Żaneta Łęcka");
        assertThat(ofCompany.items().get(0).company()).isEqualTo(new Ref(company.id(), "Alfa"));
        Page<ContactRow> found =
                here.as(here.admin, () -> beans.lists.contacts(request("lecka", "active", "-updatedAt", 50, null)));
        assertThat(found.items()).hasSize(1);
    }

    private List<UUID> allPages(String sort) {
        List<UUID> ids = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<CompanyRow> page =
                    here.as(here.admin, () -> beans.lists.companies(request(null, "active", sort, 3, from)));
            page.items().forEach(row -> ids.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private List<String> filtered(List<UUID> owners, List<String> tags, @Nullable String industry) {
        return here.names(
                here.admin, new ListRequest(null, owners, tags, industry, null, "active", "name", Map.of(), 50, null));
    }

    private void refuses(String code, ListRequest request) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.names(here.admin, request))
                .satisfies(problem -> assertThat(problem.type().code()).isEqualTo(code));
    }
}
