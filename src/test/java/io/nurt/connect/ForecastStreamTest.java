package io.nurt.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.internal.Company;
import io.nurt.identity.internal.CompanyFactory;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class ForecastStreamTest {
    @LocalServerPort
    int port;

    @Autowired
    CompanyFactory companies;

    @Autowired
    LiveBus bus;

    private final BlockingQueue<LiveMessage> heard = new LinkedBlockingQueue<>();
    private Company company;
    private Http admin;

    @BeforeEach
    void aListener() {
        company = companies.make(port);
        admin = company.administrator();
        UUID workspace = UUID.fromString(admin.get("/me").text("/workspace/id"));
        bus.subscribe(message -> {
            if (message.workspace().equals(workspace) && message.kind().equals("forecast")) {
                heard.add(message);
            }
        });
    }

    private void hears(String kind) throws InterruptedException {
        LiveMessage message = heard.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("a message of " + kind).isNotNull();
        assertThat(message.data()).as("nothing but what kind of thing changed").isEqualTo(Map.of("kind", kind));
    }

    @Test
    void whatIsSaidAndAskedIsToldWithoutSayingOfWhomOrHowMuch() throws InterruptedException {
        Http seller = company.join(admin, "representative");
        String me = seller.get("/me").text("/user/id");
        admin.send(
                "PUT",
                "/forecast/quotas",
                Map.of("quotas", List.of(Map.of("kind", "user", "id", me, "amount", "4000"))));
        hears("quotas");
        seller.post("/forecast/submissions", Map.of("subject", "user", "id", me, "kind", "commit", "amount", "100"));
        hears("said");
    }

    @Test
    void invoicesAndReceiptsAreTold() throws InterruptedException {
        String payer = admin.post("/companies", Map.of("name", "Alfa")).text("/id");
        Map<String, String> facts = Map.of(
                "number", "1",
                "companyId", payer,
                "amount", "100",
                "issuedOn", "2026-01-05",
                "dueOn", "2026-01-19");
        String invoice = admin.post("/forecast/invoices", facts).text("/id");
        hears("invoices");
        admin.post("/forecast/invoices/" + invoice + "/receipts", Map.of("amount", "40", "receivedOn", "2026-01-20"));
        hears("invoices");
        admin.post("/forecast/invoices", facts);
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).as("a refused one").isNull();
    }

    @Test
    void aRunIsToldWhenItIsAskedForAndWhenItEnds() throws InterruptedException {
        admin.post("/forecast/simulations", Map.of());
        hears("run");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!admin.get("/forecast/runs").json().at("/0/status").asString().equals("failed")) {
            assertThat(System.nanoTime()).as("nothing is trained, so it fails").isLessThan(until);
            Thread.sleep(100);
        }
        hears("run");
    }
}
