package io.nurt.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nurt.identity.Role;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@NurtTest
class DirectoryImportTest {
    private static final Instant LONG_AGO = Instant.parse("2016-10-20T08:00:00Z");
    private final UUID importId = Ids.next();

    @Autowired
    DirectoryFixture.Beans beans;

    @Autowired
    DirectoryImport imports;

    DirectoryFixture here;

    @BeforeEach
    void aWorkspace() {
        here = new DirectoryFixture(beans);
    }

    @Test
    void importedRecordsHaveAllTheirFactsAndTheDayTheyCameToBe() {
        UUID company = Ids.next();
        UUID contact = Ids.next();
        run(() -> imports.insertCompanies(
                importId, List.of(new NewRecord<>(company, full("Alfa sp. z o.o."), LONG_AGO))));
        run(() -> imports.insertContacts(
                importId, List.of(new NewRecord<>(contact, ContactFacts.named("Jan", company, null), null))));

        CompanyView read = here.read(here.admin, company);
        assertThat(read.createdAt()).isEqualTo(LONG_AGO);
        assertThat(read.importId()).isEqualTo(importId);
        assertThat(read.emails()).extracting(ContactPoint::value).containsExactly("a@alfa.pl");
        assertThat(read.phones()).extracting(ContactPoint::value).containsExactly("ask Basia");
        assertThat(read.addresses()).hasSize(1);
        assertThat(read.custom().get("size").decimalValue()).hasToString("12.50");
        assertThat(here.as(here.admin, () -> here.contacts.get(contact)).company())
                .isEqualTo(new Ref(company, "Alfa sp. z o.o."));
    }

    @Test
    void knownRecordsAreFoundHoweverTheyAreWritten() {
        UUID company = Ids.next();
        run(() -> imports.insertCompanies(importId, List.of(new NewRecord<>(company, full("Łucznik S.A."), null))));

        assertThat(find(MatchBy.NAME, "LUCZNIK sp. z o.o.", "Other"))
                .isEqualTo(Map.of("LUCZNIK sp. z o.o.", List.of(company)));
        assertThat(find(MatchBy.EMAIL, "A@ALFA.pl")).containsKey("A@ALFA.pl");
        assertThat(find(MatchBy.DOMAIN, "https://www.alfa.pl/x")).hasSize(1);
        assertThat(find(MatchBy.TAX_NUMBER, "PL 526-025-02-74")).hasSize(1);
        assertThat(find(MatchBy.PHONE, "ASK basia")).hasSize(1);
        here.as(here.admin, () -> here.companies.mark(company, Mark.TRASH, null));
        assertThat(find(MatchBy.NAME, "Łucznik")).as("not from the trash").isEmpty();
    }

    @Test
    void aRecordIsFoundByWhatItWasCalledWhereItCameFrom() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        here.workspace.inside(() -> beans.jdbc
                .sql(
                        "insert into nurt.external_ref (record_kind, source, external_id, record_id) values ('company', 'zoho', 'A1', :id)")
                .param("id", company.id())
                .update());
        assertThat(here.as(here.admin, () -> imports.findByExternalId(RecordKind.COMPANY, "zoho", List.of("A1", "A2"))))
                .isEqualTo(Map.of("A1", List.of(company.id())));
    }

    @Test
    void anUpdateIsTakenBackUnlessSomeoneChangedTheRecordSince() {
        CompanyView first = here.company(here.admin, "{\"name\": \"Alfa\", \"industry\": \"IT\"}");
        CompanyView second = here.company(here.admin, "{\"name\": \"Beta\", \"industry\": \"IT\"}");
        var patch = JsonNodeFactory.instance.objectNode().put("industry", "Metal");
        var one = here.as(here.admin, () -> imports.update(importId, RecordKind.COMPANY, first.id(), patch));
        var two = here.as(here.admin, () -> imports.update(importId, RecordKind.COMPANY, second.id(), patch));
        here.change(here.admin, second.id(), "{\"employees\": 3}");

        assertThat(takeBack(first.id(), one)).isTrue();
        assertThat(takeBack(second.id(), two)).isFalse();
        assertThat(here.read(here.admin, first.id()).industry()).isEqualTo("IT");
        assertThat(here.read(here.admin, second.id()).industry()).isEqualTo("Metal");
    }

    @Test
    void undoRemovesWhatNobodyTouchedAndNamesTheRest() {
        UUID untouched = Ids.next();
        UUID changed = Ids.next();
        UUID used = Ids.next();
        UUID above = Ids.next();
        run(() -> imports.insertCompanies(
                importId,
                List.of(
                        new NewRecord<>(untouched, full("Untouched"), null),
                        new NewRecord<>(changed, below("Changed", above), null),
                        new NewRecord<>(used, full("Used"), null),
                        new NewRecord<>(above, full("Above"), null))));
        run(() -> imports.insertContacts(
                importId, List.of(new NewRecord<>(Ids.next(), ContactFacts.named("Jan", untouched, null), null))));
        here.contact(here.admin, "{\"name\": \"Basia\", \"companyId\": \"" + used + "\"}");
        here.change(here.admin, changed, "{\"industry\": \"Metal\"}");

        DirectoryImport.Undone undone = here.as(here.admin, () -> imports.undo(importId));

        assertThat(undone.companies()).isEqualTo(1);
        assertThat(undone.contacts()).isEqualTo(1);
        assertThat(undone.kept())
                .extracting(DirectoryImport.Kept::name, DirectoryImport.Kept::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Changed", "changed"),
                        org.assertj.core.groups.Tuple.tuple("Used", "in-use"),
                        org.assertj.core.groups.Tuple.tuple("Above", "in-use"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.read(here.admin, untouched))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void onlyThoseWhoMayImportDo() {
        var rep = here.workspace.user(Role.REPRESENTATIVE);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.as(rep, () -> imports.undo(importId)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CommonProblem.FORBIDDEN));
    }

    /** The planner is first told that the tables are empty, as it believes after an undo. */
    @Test
    void thousandsOfCompaniesAreStoredAndTakenBackInOneGo() {
        int count = 8_000;
        here.workspace.inside(() -> beans.jdbc
                .sql("select nurt.refresh_statistics()")
                .query((row, n) -> true)
                .list());
        for (int from = 0; from < count; from += 2_000) {
            List<NewRecord<CompanyFacts>> batch = new ArrayList<>();
            IntStream.range(from, from + 2_000)
                    .forEach(n -> batch.add(new NewRecord<>(Ids.next(), numbered(n), LONG_AGO)));
            run(() -> imports.insertCompanies(importId, batch));
        }
        assertThat(here.as(here.admin, () -> imports.undo(importId)).companies())
                .isEqualTo(count);
    }

    static CompanyFacts numbered(int n) {
        return full("Company " + n + " sp. z o.o.", "c" + n + "@firma" + n + ".pl", "22 " + (1_000_000 + n), null);
    }

    private static CompanyFacts full(String name) {
        return full(name, "a@alfa.pl", "ask Basia", null);
    }

    private static CompanyFacts below(String name, UUID parent) {
        return full(name, "a@alfa.pl", "ask Basia", parent);
    }

    private static CompanyFacts full(
            String name, String email, String phone, @org.jspecify.annotations.Nullable UUID parent) {
        return new CompanyFacts(
                name,
                null,
                "IT",
                12,
                null,
                null,
                null,
                "PL",
                "5260250274",
                parent,
                null,
                "Import",
                null,
                List.of("imported"),
                List.of(new ContactPoint(email, null)),
                List.of(new ContactPoint(phone, "work")),
                List.of(new PostalAddress(null, "Prosta 1", "00-001", "Warszawa", null, "PL")),
                Json.object("{\"size\": 12.50}"));
    }

    private Map<String, List<UUID>> find(MatchBy by, String... values) {
        return here.as(here.admin, () -> imports.find(RecordKind.COMPANY, by, List.of(values)));
    }

    private boolean takeBack(UUID id, DirectoryImport.Updated updated) {
        return here.as(
                here.admin,
                () -> imports.takeBack(importId, RecordKind.COMPANY, id, updated.before(), updated.version()));
    }

    private void run(Runnable work) {
        here.as(here.admin, () -> {
            work.run();
            return true;
        });
    }
}
