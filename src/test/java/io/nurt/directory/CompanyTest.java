package io.nurt.directory;

import static io.nurt.directory.DirectoryFixture.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nurt.identity.Role;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class CompanyTest {
    @Autowired
    DirectoryFixture.Beans beans;

    @Autowired
    DirectoryUndo undo;

    @Autowired
    DirectoryFixture.Told told;

    DirectoryFixture here;

    @BeforeEach
    void aWorkspace() {
        here = new DirectoryFixture(beans);
    }

    @Test
    void aCompanyComesBackAsItWasEntered() {
        CompanyView company = here.company(here.admin, """
                {"name": "Zakłady Łucznik sp. z o.o.", "website": "www.lucznik.pl", "industry": "Metal", "employees": 120,
                 "annualRevenue": "1234567.50", "revenueCurrency": "pln", "foundedYear": 1925, "taxNumber": "PL 526-025-02-74",
                 "source": "Targi", "description": "Two\\nlines", "tags": ["vip", "vip", " metal "],
                 "emails": [{"value": "Biuro@Lucznik.pl", "label": "work"}], "phones": [{"value": "22 123 45 67"}],
                 "addresses": [{"street": "Prosta 1", "postalCode": "00-001", "city": "Radom", "country": "PL"}]}
                """);

        CompanyView read = here.read(here.admin, company.id());
        assertThat(read).isEqualTo(company);
        assertThat(read.name()).isEqualTo("Zakłady Łucznik sp. z o.o.");
        assertThat(read.domain()).isEqualTo("lucznik.pl");
        assertThat(read.annualRevenue()).hasToString("1234567.5");
        assertThat(read.revenueCurrency()).isEqualTo("PLN");
        assertThat(read.taxCountry()).isEqualTo("PL");
        assertThat(read.taxNumber()).isEqualTo("5260250274");
        assertThat(read.tags()).containsExactly("vip", "metal");
        assertThat(read.emails()).containsExactly(new ContactPoint("Biuro@Lucznik.pl", "work"));
        assertThat(read.phones()).containsExactly(new ContactPoint("22 123 45 67", null));
        assertThat(read.addresses().get(0).city()).isEqualTo("Radom");
        assertThat(read.ownerId()).isEqualTo(here.admin.userId());
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        CompanyView company = here.company(
                here.admin,
                "{\"name\": \"Alfa\", \"industry\": \"IT\", \"source\": \"Fair\", \"emails\": [{\"value\": \"a@alfa.pl\"}]}");

        CompanyView changed = here.change(here.admin, company.id(), "{\"industry\": null, \"employees\": 5}");

        assertThat(changed.industry()).isNull();
        assertThat(changed.employees()).isEqualTo(5);
        assertThat(changed.source()).isEqualTo("Fair");
        assertThat(changed.emails()).hasSize(1);
        assertThat(changed.version()).isEqualTo(2);
    }

    @Test
    void aPatchThatChangesNothingMakesNoVersion() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        var changed =
                here.as(here.admin, () -> beans.companies.update(company.id(), patch("{\"name\": \" Alfa \"}"), 1));
        assertThat(changed.version()).isEqualTo(1);
        assertThat(changed.undoToken()).isNull();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.company(here.admin, """
                        {"name": " ", "website": "javascript:alert(1)", "employees": -1, "taxNumber": "PL5260250275",
                         "emails": [{"value": "nobody"}], "revenueCurrency": "XXZ"}
                        """))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(Problem.FieldError::field)
                        .containsExactlyInAnyOrder(
                                "name", "website", "employees", "taxNumber", "emails[0].value", "revenueCurrency"));
        refuses("common.invalid", () -> here.company(here.admin, "{\"name\": \"A\", \"colour\": \"red\"}"));
        refuses("common.invalid", () -> here.company(here.admin, "{\"name\": {\"a\": 1}}"));
        refuses(
                "common.invalid",
                () -> here.company(here.admin, "{\"name\": \"A\", \"ownerId\": \"" + UUID.randomUUID() + "\"}"));
    }

    @Test
    void anEditOfAnOldVersionIsRefusedWithTheCurrentState() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        here.change(here.admin, company.id(), "{\"name\": \"Beta\"}");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.as(
                        here.admin, () -> beans.companies.update(company.id(), patch("{\"name\": \"Gamma\"}"), 1)))
                .satisfies(problem -> {
                    assertThat(problem.type().code()).isEqualTo("common.changed-meanwhile");
                    assertThat(problem.data().get("current")).extracting("name").isEqualTo("Beta");
                });
        assertThat(here.read(here.admin, company.id()).name()).isEqualTo("Beta");
    }

    @Test
    void theTrashGivesBackWhatWasThrownAway() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");

        here.as(here.admin, () -> beans.companies.mark(company.id(), Mark.TRASH, null));
        assertThat(here.names(here.admin, DirectoryFixture.request(null, "active", "name", 50, null)))
                .isEmpty();
        assertThat(here.names(here.admin, DirectoryFixture.request(null, "trashed", "name", 50, null)))
                .containsExactly("Alfa");
        refuses("directory.in-trash", () -> here.change(here.admin, company.id(), "{\"name\": \"Beta\"}"));

        here.as(here.admin, () -> beans.companies.mark(company.id(), Mark.RESTORE, null));
        assertThat(here.names(here.admin, DirectoryFixture.request(null, "active", "name", 50, null)))
                .containsExactly("Alfa");
    }

    @Test
    void aChangeIsTakenBackByItsToken() {
        CompanyView company = here.company(
                here.admin, "{\"name\": \"Alfa\", \"annualRevenue\": \"10\", \"phones\": [{\"value\": \"1\"}]}");
        var change = here.as(
                here.admin,
                () -> beans.companies.update(
                        company.id(), patch("{\"name\": \"Beta\", \"annualRevenue\": null, \"phones\": []}"), null));
        here.change(here.admin, company.id(), "{\"industry\": \"IT\"}");

        undo(change.undoToken());

        CompanyView now = here.read(here.admin, company.id());
        assertThat(now.name()).isEqualTo("Alfa");
        assertThat(now.annualRevenue()).hasToString("10");
        assertThat(now.phones()).hasSize(1);
        assertThat(now.industry()).as("what came later stays").isEqualTo("IT");
    }

    @Test
    void aChangeThatWasChangedAgainIsNotTakenBack() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        var change =
                here.as(here.admin, () -> beans.companies.update(company.id(), patch("{\"name\": \"Beta\"}"), null));
        here.change(here.admin, company.id(), "{\"name\": \"Gamma\"}");

        refuses("directory.undo-too-late", () -> undo(change.undoToken()));
        assertThat(here.read(here.admin, company.id()).name()).isEqualTo("Gamma");
    }

    @Test
    void aTrashedCompanyComesBackByUndo() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        var trashed = here.as(here.admin, () -> beans.companies.mark(company.id(), Mark.TRASH, null));
        undo(trashed.undoToken());
        assertThat(here.read(here.admin, company.id()).deletedAt()).isNull();
        refuses("directory.undo-too-late", () -> undo(trashed.undoToken()));
        refuses("common.not-found", () -> undo("directory.nonsense"));
    }

    @Test
    void aCompanyIsNeverItsOwnAncestor() {
        CompanyView top = here.company(here.admin, "{\"name\": \"Top\"}");
        CompanyView middle = here.company(here.admin, "{\"name\": \"Middle\", \"parentId\": \"" + top.id() + "\"}");
        assertThat(middle.parent()).isEqualTo(new Ref(top.id(), "Top"));
        refuses("common.invalid", () -> here.change(here.admin, top.id(), "{\"parentId\": \"" + middle.id() + "\"}"));
        refuses("common.invalid", () -> here.change(here.admin, top.id(), "{\"parentId\": \"" + top.id() + "\"}"));
    }

    @Test
    void someoneWhoSeesTheirOwnSeesNothingOfOthers() {
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        CompanyView hidden = here.company(here.admin, "{\"name\": \"Hidden\"}");
        CompanyView free = here.company(here.admin, "{\"name\": \"Free\", \"ownerId\": null}");
        CompanyView own = here.company(rep, "{\"name\": \"Own\"}");

        assertThat(here.names(rep, DirectoryFixture.request(null, "active", "name", 50, null)))
                .containsExactly("Free", "Own");
        assertThat(here.read(rep, free.id()).owner()).isNull();
        refuses("common.not-found", () -> here.read(rep, hidden.id()));
        refuses("common.not-found", () -> here.change(rep, hidden.id(), "{\"name\": \"x\"}"));
        refuses("common.invalid", () -> here.change(rep, own.id(), "{\"parentId\": \"" + hidden.id() + "\"}"));
        here.change(here.admin, own.id(), "{\"parentId\": \"" + hidden.id() + "\"}");
        assertThat(here.read(rep, own.id()).parent()).as("not even named").isNull();
    }

    @Test
    void handingACompanyOverAnswersAlthoughItIsNoLongerSeen() {
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        CompanyView own = here.company(rep, "{\"name\": \"Own\"}");
        CompanyView given = here.change(rep, own.id(), "{\"ownerId\": \"" + here.admin.userId() + "\"}");
        assertThat(given.ownerId()).isEqualTo(here.admin.userId());
        refuses("common.not-found", () -> here.read(rep, own.id()));
    }

    @Test
    void whoLosesACompanyHearsOfItToo() {
        var rep = here.workspace.user(Role.REPRESENTATIVE);
        CompanyView company = here.company(rep, "{\"name\": \"Own\"}");
        told.clear();
        here.change(rep, company.id(), "{\"ownerId\": \"" + here.admin.userId() + "\"}");
        assertThat(told.of(company.id()))
                .containsExactly(new CompanyChanged(
                        here.workspace.id(),
                        company.id(),
                        here.admin.userId(),
                        rep.userId(),
                        rep.userId(),
                        "changed",
                        2));
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        DirectoryFixture there = new DirectoryFixture(beans);
        assertThat(there.names(there.admin, DirectoryFixture.request(null, "active", "name", 50, null)))
                .isEmpty();
        refuses("common.not-found", () -> there.read(there.admin, company.id()));
        refuses(
                "common.invalid",
                () -> there.company(there.admin, "{\"name\": \"B\", \"parentId\": \"" + company.id() + "\"}"));
    }

    @Test
    void aStakeholderReadsAndChangesNothing() {
        var stakeholder = here.workspace.user(Role.STAKEHOLDER);
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        assertThat(here.read(stakeholder, company.id()).name()).isEqualTo("Alfa");
        refuses("common.forbidden", () -> here.change(stakeholder, company.id(), "{\"name\": \"B\"}"));
        refuses("common.forbidden", () -> here.company(stakeholder, "{\"name\": \"B\"}"));
    }

    private void undo(@org.jspecify.annotations.Nullable String token) {
        assertThat(token).startsWith("directory.");
        int restored = here.as(here.admin, () -> undo.undo(String.valueOf(token).substring("directory.".length())));
        assertThat(restored).isEqualTo(1);
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.type().code()).isEqualTo(code));
    }
}
