package io.nurt.exchange.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.exchange.internal.Datasets;
import io.nurt.testing.NurtTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Deals come in with their whole past. */
@NurtTest
class StageHistoryImportTest {
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
    void theLoanApplicationsGoInWithTheirTransitionsAndAnyPastDayCanBeOpened() throws Exception {
        Path folder = Datasets.folder("bpic2012");
        String id = place.draft();
        place.upload(id, folder.resolve("stage_history.csv"));
        place.upload(id, folder.resolve("cases.csv"));
        JsonNode preview = place.preview(id);

        JsonNode done = place.run(id);

        assertThat(done.path("totalRows").asLong()).isEqualTo(6_713 + 46_724);
        assertThat(done.path("created").asLong()).isEqualTo(6_713 + 31_268);
        assertThat(done.path("refused").asLong()).isEqualTo(46_724 - 31_268);
        assertThat(preview.at("/totals/create").asLong())
                .isEqualTo(done.path("created").asLong());
        assertThat(preview.at("/totals/refuse").asLong())
                .isEqualTo(done.path("refused").asLong());
        assertThat(place.list(
                        "select status || ' ' || coalesce(outcome, '-') || ' ' || count(*) from nurt.deal group by status, outcome"
                                + " order by 1",
                        String.class))
                .containsExactly("lost disqualified 4018", "lost no_decision 1509", "won - 1186");
        assertThat(place.list("select s.name from nurt.stage s order by s.position", String.class))
                .containsExactly(
                        "A_SUBMITTED",
                        "A_PARTLYSUBMITTED",
                        "A_PREACCEPTED",
                        "A_ACCEPTED",
                        "A_FINALIZED",
                        "A_REGISTERED",
                        "A_ACTIVATED",
                        "A_APPROVED",
                        "A_DECLINED",
                        "A_CANCELLED");
        // Each transition is an event; the first one is the deal's beginning.
        assertThat(place.count("select count(*) from nurt.deal_event")).isEqualTo(31_268);
        assertThat(place.count("select count(*) from nurt.deal_event e join nurt.deal d on d.id = e.deal_id"
                        + " where e.recorded_at <> e.effective_at or e.effective_at > d.closed_at"))
                .isZero();
        listAsOf(folder, LocalDate.of(2011, 12, 1));
    }

    @Test
    void theWizardProposesStagesAsTheApplicationsVisitThemAndOutcomesOnlyWhereTheyEnd() throws Exception {
        Path folder = Datasets.folder("bpic2012");
        String id = place.draft();
        place.upload(id, folder.resolve("stage_history.csv"));
        assertThat(proposedStages(id))
                .as("by the log alone")
                .containsExactly(
                        "A_SUBMITTED open",
                        "A_PARTLYSUBMITTED open",
                        "A_PREACCEPTED open",
                        "A_ACCEPTED open",
                        "A_FINALIZED open",
                        "A_REGISTERED open",
                        "A_ACTIVATED open",
                        "A_APPROVED won",
                        "A_DECLINED lost",
                        "A_CANCELLED lost");
        List<String> alone = proposedStages(id);

        place.upload(id, folder.resolve("cases.csv"));

        assertThat(proposedStages(id)).isEqualTo(alone);
    }

    @Test
    void aStageCalledLikeAnOutcomeIsOpenWhereCasesGoOnFromIt() {
        String id = place.draft();
        place.upload(
                id,
                "cases.csv",
                "Case ID,Name,Amount,Outcome\n1,Roof,10,accepted\n2,Wall,5,declined\n3,Door,7,accepted\n");
        place.upload(id, "history.csv", """
                Case ID,Stage,Timestamp
                1,Signed,2026-01-04 10:00
                1,Accepted,2026-01-03 10:00
                1,Filed,2026-01-01 10:00
                3,Filed,2026-01-01 10:00
                3,Accepted,2026-01-02 10:00
                3,Signed,2026-01-03 10:00
                2,Declined,2026-01-02 10:00
                2,Filed,2026-01-02 10:00
                """);

        assertThat(proposedStages(id)).containsExactly("Filed open", "Accepted open", "Signed open", "Declined lost");
    }

    private List<String> proposedStages(String id) {
        List<String> stages = new java.util.ArrayList<>();
        place.http
                .get("/imports/" + id + "/proposals")
                .json()
                .path("stages")
                .forEach(stage -> stages.add(
                        stage.path("name").asString() + " " + stage.path("kind").asString()));
        return stages;
    }

    /** The list as it stood at the end of a day, against the file. */
    private void listAsOf(Path folder, LocalDate day) throws Exception {
        OffsetDateTime end =
                day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Warsaw")).toOffsetDateTime();
        List<String[]> cases = Files.readAllLines(folder.resolve("cases.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        long begun = cases.stream()
                .filter(row -> OffsetDateTime.parse(row[2]).isBefore(end))
                .count();
        long decided = cases.stream()
                .filter(row -> OffsetDateTime.parse(row[7]).isBefore(end))
                .count();
        JsonNode all = place.http.get("/deals?count=true&limit=1&asOf=" + day).json();
        JsonNode open = place.http
                .get("/deals?count=true&limit=1&status=open&asOf=" + day)
                .json();

        assertThat(all.path("count").asLong()).isEqualTo(begun);
        assertThat(open.path("count").asLong()).isEqualTo(begun - decided).isGreaterThan(100);
    }

    @Test
    void theWeeklyExportOfSalesforceGoesInWithItsHistory() throws Exception {
        Path folder = Datasets.folder("salesforce-weekly-export");
        String id = place.draft();
        for (String file :
                List.of("OpportunityHistory.csv", "Opportunity.csv", "Contact.csv", "Account.csv", "Case.csv")) {
            place.upload(id, folder.resolve(file));
        }

        JsonNode done = place.run(id);

        // One company has no real address in the web; what belongs to it is refused with it, and each row says why.
        assertThat(done.path("refused").asLong()).isEqualTo(1 + 2 + 3 + 6);
        assertThat(done.path("created").asLong()).isEqualTo(31 + 62 + 20 + 12 - 12);
        assertThat(place.list(
                        "select code || ' ' || count(*) from nurt.import_refusal group by code order by code",
                        String.class))
                .containsExactly("NOT_AN_EMAIL 2", "NOT_A_WEBSITE 1", "UNKNOWN_REFERENCE 9");
        assertThat(place.count("select count(*) from nurt.company")).isEqualTo(11);
        assertThat(place.count("select count(*) from nurt.contact where company_id is not null"))
                .isGreaterThan(15);
        assertThat(place.count("select count(*) from nurt.deal where company_id is not null"))
                .isEqualTo(28);
        // A row of history is a change of stage, of amount or of date; there are more of them than stages entered.
        assertThat(place.count("select count(*) from nurt.deal_event where kind = 'changed'"))
                .isGreaterThan(20);
        assertThat(place.count("select count(*) from nurt.deal_event where not 'amount' = any(final_only)"))
                .isGreaterThan(40);
    }

    @Test
    void aDateForEachStageIsAnEventForEachStage() {
        String id = place.draft();
        place.upload(id, "hubspot.csv", """
                Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,"Date entered ""Appointment Scheduled (Sales Pipeline)\""","Date entered ""Contract Sent (Sales Pipeline)\"""
                1,Roof,Contract Sent,10,Jan Nowak,2027-01-01,2026-01-01 08:00,2026-01-02 10:00,2026-01-05 12:00
                2,Wall,Appointment Scheduled,20,Jan Nowak,2027-01-01,2026-01-01 08:00,2026-01-03 10:00,
                """);

        assertThat(place.run(id).path("created").asLong()).isEqualTo(2);

        assertThat(place.list(
                        "select d.title || ' ' || e.kind || ' ' || s.name || ' ' || to_char(e.effective_at at time zone 'Europe/Warsaw', 'DD HH24')"
                                + " from nurt.deal_event e join nurt.deal d on d.id = e.deal_id join nurt.stage s on s.id = e.stage_id"
                                + " order by d.title, e.seq",
                        String.class))
                .containsExactly(
                        "Roof created Appointment Scheduled 01 08",
                        "Roof moved Contract Sent 05 12",
                        "Wall created Appointment Scheduled 01 08");
    }

    @Test
    void aDealLostAndOpenedAgainGoesThroughTwoPasses() {
        String id = place.draft();
        place.upload(id, "deals.csv", "Opportunity Id,Name,Stage,Amount\n7,Roof,Won,10\n8,Wall,Talks,5\n");
        place.upload(id, "history.csv", """
                Opportunity Id,Stage,Created Date
                7,Talks,2026-01-01 10:00
                7,Lost,2026-01-05 10:00
                7,Talks,2026-02-01 10:00
                7,Won,2026-03-01 10:00
                9,Talks,2026-03-01 10:00
                """);

        JsonNode done = place.run(id);

        assertThat(done.path("created").asLong()).isEqualTo(6);
        assertThat(done.path("refused").asLong()).isEqualTo(1);
        assertThat(place.list(
                        "select kind from nurt.deal_event e join nurt.deal d on d.id = e.deal_id"
                                + " where d.title = 'Roof' order by seq",
                        String.class))
                .containsExactly("created", "lost", "reopened", "won");
        JsonNode refusal = place.http.get("/imports/" + id + "/refusals").json().at("/items/0");
        assertThat(refusal.path("code").asString()).isEqualTo("unknown_reference");
        assertThat(refusal.path("line").asLong()).isEqualTo(6);
    }
}
