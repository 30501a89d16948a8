package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Role;
import io.nurt.identity.Visibility;
import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Lists go out as files, as the list shows them and no more. */
@NurtTest
class ExportTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private ImportPlace place;

    @BeforeEach
    void someDeals() {
        place = new ImportPlace(jdbc, transactions, port);
        String id = place.draft();
        StringBuilder deals = new StringBuilder("Deal ID,Deal Name,Company,Product,Stage,Amount,Lead score\n");
        deals.append("0,=cmd|' /C calc'!A0,Zażółć,GTX,Won,\"1234.50\",7\n");
        for (int i = 1; i <= 1_200; i++) {
            deals.append(i)
                    .append(",Deal ")
                    .append(i)
                    .append(",Acme,GTX,Talks,")
                    .append(i)
                    .append(",8\n");
        }
        place.upload(id, "deals.csv", deals.toString());
        assertThat(place.run(id).path("created").asLong()).isEqualTo(1_201);
    }

    private static List<String> lines(Http.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.raw().body().lines().toList();
    }

    @Test
    void theWholeListGoesOutOverManyPages() {
        List<String> lines = lines(place.http.get("/exports/deals.csv"));
        assertThat(lines).hasSize(1_202);
        assertThat(lines.get(0)).startsWith("\uFEFFId,Title,Company").endsWith("Lead score");
        assertThat(lines.stream().distinct()).hasSize(1_202);
    }

    @Test
    void filtersAndColumnsAreThoseAskedFor() {
        List<String> lines =
                lines(place.http.get("/exports/deals.csv?status=won&columns=title,amount,company,custom.lead_score"));
        assertThat(lines)
                .containsExactly("\uFEFFTitle,Amount,Company,Lead score", "'=cmd|' /C calc'!A0,1234.5,Zażółć,7");
        assertThat(place.http.get("/exports/deals.csv?columns=secrets").code()).isEqualTo("exchange.no-such-column");
        String text = URLEncoder.encode("Deal 1200", StandardCharsets.UTF_8);
        assertThat(lines(place.http.get("/exports/deals.csv?columns=title&q=" + text)))
                .containsExactly("\uFEFFTitle", "Deal 1200");
    }

    @Test
    void companiesContactsAndProductsGoOutToo() {
        assertThat(lines(place.http.get("/exports/companies.csv?columns=name,openDeals")))
                .containsExactly("\uFEFFName,Open deals", "Acme,1200", "Zażółć,0");
        assertThat(lines(place.http.get("/exports/products.csv?columns=name"))).containsExactly("\uFEFFName", "GTX");
        assertThat(lines(place.http.get("/exports/contacts.csv?columns=name"))).containsExactly("\uFEFFName");
        assertThat(place.http.get("/exports/people.csv").status()).isEqualTo(404);
    }

    @Test
    void aWorkbookIsAZipOfTheSameList() {
        Http.Answer answer = place.http.get("/exports/deals.xlsx?status=won");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("deals.xlsx");
        assertThat(answer.raw().body()).startsWith("PK");
    }

    @Test
    void nobodyTakesOutWhatTheyMayNotSee() {
        Http stakeholder = place.http(place.workspace.user(Role.STAKEHOLDER));
        assertThat(stakeholder.get("/exports/deals.csv").status()).isEqualTo(403);
        Http stranger = new ImportPlace(jdbc, transactions, port).http;
        assertThat(lines(stranger.get("/exports/deals.csv?columns=title"))).containsExactly("\uFEFFTitle");
        String owner = place.admin.userId().toString();
        place.workspace.inside(
                () -> jdbc.sql("update nurt.deal set owner_id = cast(:owner as uuid) where title <> 'Deal 7'")
                        .param("owner", owner)
                        .update());
        Http representative = place.http(place.workspace.user(Role.REPRESENTATIVE, new Visibility(Set.of())));
        assertThat(lines(representative.get("/exports/deals.csv?columns=title")))
                .containsExactly("\uFEFFTitle", "Deal 7");
    }

    @Test
    void whatWasTakenOutIsInTheTrail() {
        place.http.get("/exports/deals.csv?status=won");
        assertThat(place.list(
                        "select details ->> 'list' || ' ' || (details -> 'filter' ->> 'status') from nurt.audit_event"
                                + " where kind = 'data-exported'",
                        String.class))
                .containsExactly("deals [\"won\"]");
        assertThat(place.list("select kind from nurt.audit_event where kind = 'import-started'", String.class))
                .hasSize(1);
    }
}
