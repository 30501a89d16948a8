package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.forecast.internal.simulation.PaymentDelay;
import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.platform.WorkspaceScope;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class BillingBookTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    @Autowired
    BillingBook book;

    private final LocalDate today = LocalDate.now(ZONE);
    private Company company;
    private Http http;
    private String payer = "";

    @BeforeEach
    void aWorkspaceWithACustomer() {
        company = companies.make(port);
        http = company.administrator();
        payer = http.post("/companies", Map.of("name", "Młyn", "industry", "Food"))
                .text("/id");
    }

    private <T> T inside(Supplier<T> read) {
        return WorkspaceScope.call(company.id(), read);
    }

    private String invoice(String number, String amount, LocalDate issued, int netDays, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "number",
                number,
                "amount",
                amount,
                "issuedOn",
                issued.toString(),
                "dueOn",
                issued.plusDays(netDays).toString()));
        body.put("companyId", payer);
        body.putAll(more);
        Http.Answer made = http.post("/forecast/invoices", body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.text("/id");
    }

    private void receive(String invoice, String amount, LocalDate day) {
        assertThat(http.post(
                                "/forecast/invoices/" + invoice + "/receipts",
                                Map.of("amount", amount, "receivedOn", day.toString()))
                        .status())
                .isEqualTo(201);
    }

    private String wonDeal(String amount, List<Map<String, String>> products) {
        String stages = "/0/stages";
        Http.Answer pipelines = http.get("/pipelines");
        String won = "";
        for (var stage : pipelines.json().at(stages)) {
            won = stage.path("kind").asString().equals("won") ? stage.path("id").asString() : won;
        }
        String deal = http.post(
                        "/deals", Map.of("title", "Silos", "amount", amount, "companyId", payer, "products", products))
                .text("/id");
        assertThat(http.post("/deals/" + deal + "/move", Map.of("stageId", won)).status())
                .isEqualTo(200);
        return deal;
    }

    @Test
    void theUnpaidRestOfAnInvoiceIsAClaimThatNeverGetsAFreshDelay() {
        String half = invoice("1", "100", today.minusDays(60), 20, Map.of());
        receive(half, "30.50", today.minusDays(10));
        String paid = invoice("2", "50", today.minusDays(60), 20, Map.of());
        receive(paid, "50", today.minusDays(1));
        BillingBook.Claims claims = inside(() -> book.claims(Instant.now()));
        assertThat(claims.open()).singleElement().satisfies(claim -> {
            assertThat(claim.amount()).isEqualTo(69.5);
            assertThat(claim.invoiced()).isTrue();
            assertThat(claim.dueOn()).isEqualTo(today.minusDays(40));
            assertThat(claim.segment()).isEqualTo("Food");
            PaymentDelay delay = inside(() -> book.delays(Instant.now())).of(claim.payer(), claim.segment());
            int late = (int) ChronoUnit.DAYS.between(claim.dueOn(), today);
            for (double u = 0; u < 1; u += 0.01) {
                assertThat(delay.drawLaterThan(late, u)).isGreaterThan(late);
            }
        });
    }

    @Test
    void payersWhoPayLateAreExpectedLaterThanThoseWhoPayInTime() {
        String quick = http.post("/companies", Map.of("name", "Quick")).text("/id");
        for (int i = 0; i < 12; i++) {
            receive(invoice("s" + i, "10", today.minusDays(200), 14, Map.of()), "10", today.minusDays(110));
            receive(
                    invoice("q" + i, "10", today.minusDays(200), 14, Map.of("companyId", quick)),
                    "10",
                    today.minusDays(186));
        }
        var delays = inside(() -> book.delays(Instant.now()));
        assertThat(delays.of(payer, "Food").draw(0.5))
                .isGreaterThan(delays.of(quick, null).draw(0.5) + 20);
    }

    @Test
    void instalmentsOfAWonDealAreClaimsUntilTheyAreInvoiced() {
        http.send(
                "PUT",
                "/forecast/billing",
                Map.of(
                        "kind",
                        "deposit",
                        "netDays",
                        30,
                        "instalments",
                        List.of(Map.of("share", "0.4", "afterDays", 0), Map.of("share", "0.6", "afterDays", 90))));
        String deal = wonDeal("1000", List.of());
        assertThat(inside(() -> book.claims(Instant.now())).open())
                .extracting(OpenClaim::amount)
                .containsExactly(400.0, 600.0);
        invoice("D1", "400", today, 30, Map.of("dealId", deal));
        List<OpenClaim> claims = inside(() -> book.claims(Instant.now())).open();
        assertThat(claims).extracting(OpenClaim::amount).containsExactlyInAnyOrder(400.0, 600.0);
        assertThat(claims)
                .filteredOn(claim -> !claim.invoiced())
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.dealId()).isEqualTo(UUID.fromString(deal));
                    assertThat(claim.dueOn()).isEqualTo(today.plusDays(120));
                });
    }

    @Test
    void aDealsPlanGoesBeforeItsProductsAndThatBeforeTheWorkspaces() {
        String product = http.post("/products", Map.of("name", "Silo")).text("/id");
        String deal = wonDeal("10", List.of(Map.of("productId", product)));
        UUID dealId = UUID.fromString(deal);
        List<UUID> products = List.of(UUID.fromString(product));
        Supplier<Integer> netDays =
                () -> inside(() -> book.planOf(dealId, products)).netDays();
        assertThat(netDays.get()).isEqualTo(14);
        http.send("PUT", "/forecast/billing", Map.of("kind", "at_once", "netDays", 21));
        assertThat(netDays.get()).isEqualTo(21);
        http.send("PUT", "/forecast/billing/products/" + product, Map.of("kind", "monthly", "netDays", 7, "months", 3));
        assertThat(netDays.get()).isEqualTo(7);
        assertThat(http.get("/forecast/billing/deals/" + deal).text("/from")).isEqualTo("product");
        http.send("PUT", "/forecast/billing/deals/" + deal, Map.of("kind", "at_once", "netDays", 60));
        assertThat(netDays.get()).isEqualTo(60);
        http.delete("/forecast/billing/deals/" + deal);
        assertThat(netDays.get()).isEqualTo(7);
    }

    @Test
    void whatWasKnownAtAPastMomentIsReadAsItWasThen() throws InterruptedException {
        String invoice = invoice("1", "100", today.minusDays(9), 5, Map.of());
        Thread.sleep(5);
        Instant then = Instant.now();
        Thread.sleep(5);
        receive(invoice, "40", today);
        http.patch("/forecast/invoices/" + invoice, Map.of("amount", "90"));
        assertThat(inside(() -> book.claims(then)).open())
                .extracting(OpenClaim::amount)
                .containsExactly(100.0);
        assertThat(inside(() -> book.claims(Instant.now())).open())
                .extracting(OpenClaim::amount)
                .containsExactly(50.0);
        http.delete("/forecast/invoices/" + invoice);
        assertThat(inside(() -> book.claims(Instant.now())).open()).isEmpty();
        assertThat(inside(() -> book.claims(then)).open()).hasSize(1);
    }

    @Test
    void whatCameIsAddedUpByMonthAndACurrencyWithoutARateIsCounted() {
        http.send(
                "PUT",
                "/exchange-rates",
                List.of(Map.of("currency", "EUR", "validFrom", "2020-01-01", "rate", "4.25")));
        LocalDate day = today.minusMonths(2);
        String euro = invoice("1", "100", day, 0, Map.of("currency", "EUR"));
        receive(euro, "100", day);
        receive(euro, "-20", today.minusMonths(1));
        invoice("2", "5", day, 0, Map.of("currency", "USD"));
        YearMonth month = YearMonth.from(day);
        List<MonthCame> came = inside(() -> book.came(Instant.now(), month));
        assertThat(came).hasSize(3);
        assertThat(came.get(0)).isEqualTo(new MonthCame(month, 425, 425, 1));
        assertThat(came.get(1).received()).isEqualTo(-85);
        assertThat(inside(() -> book.claims(Instant.now())).leftOut()).isEqualTo(1);
    }
}
