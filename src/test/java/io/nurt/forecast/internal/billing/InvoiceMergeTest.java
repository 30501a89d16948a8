package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two companies that are one, each with invoices. */
@NurtTest
class InvoiceMergeTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    private Http admin;
    private String stays;
    private String goes;

    @BeforeEach
    void twoCompanies() {
        admin = companies.make(port).administrator();
        stays = company("Alfa");
        goes = company("ALFA");
    }

    private String company(String name) {
        return admin.post("/companies", Map.of("name", name)).text("/id");
    }

    private String invoice(String number, String payer) {
        Http.Answer made = admin.post(
                "/forecast/invoices",
                Map.of(
                        "number", number,
                        "companyId", payer,
                        "amount", "100",
                        "issuedOn", "2026-01-05",
                        "dueOn", "2026-01-19"));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    private String payer(String invoice) {
        return admin.get("/forecast/invoices/" + invoice).text("/companyId");
    }

    private String merge() {
        Http.Answer merged = admin.post("/companies/" + stays + "/merge", Map.of("otherId", goes, "otherVersion", 1));
        assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
        return merged.raw().headers().firstValue("Undo-Token").orElseThrow();
    }

    @Test
    void invoicesFollowThePayerIntoTheCompanyThatStays() {
        String one = invoice("1", goes);
        String other = invoice("2", stays);
        merge();
        assertThat(payer(one)).isEqualTo(stays);
        assertThat(payer(other)).isEqualTo(stays);
        assertThat(admin.get("/forecast/invoices?company=" + stays)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void invoicesComeBackWhenTheMergeIsTakenBackExceptThoseGivenToSomebodyElseSince() {
        String one = invoice("1", goes);
        String changed = invoice("2", goes);
        String given = invoice("3", goes);
        String own = invoice("4", stays);
        String undo = merge();
        assertThat(admin.patch("/forecast/invoices/" + changed, Map.of("amount", "120"))
                        .status())
                .isEqualTo(200);
        String third = company("Beta");
        assertThat(admin.patch("/forecast/invoices/" + given, Map.of("companyId", third))
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/undo/" + undo, Map.of()).status()).isEqualTo(200);
        assertThat(payer(one)).isEqualTo(goes);
        assertThat(payer(changed)).isEqualTo(goes);
        assertThat(admin.get("/forecast/invoices/" + changed).text("/amount")).isEqualTo("120");
        assertThat(payer(given)).isEqualTo(third);
        assertThat(payer(own)).isEqualTo(stays);
    }
}
