package io.nurt.directory;

import static io.nurt.directory.DirectoryFixture.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.nurt.identity.Role;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import io.nurt.testing.NurtTest;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NurtTest
class DirectoryExtrasTest {
    @Autowired
    DirectoryFixture.Beans beans;

    @Autowired
    Notes notes;

    @Autowired
    Timeline timeline;

    @Autowired
    CustomFieldService fields;

    @Autowired
    SavedViews views;

    @Autowired
    Tags tags;

    @Autowired
    Duplicates duplicates;

    DirectoryFixture here;

    @BeforeEach
    void aWorkspace() {
        here = new DirectoryFixture(beans);
    }

    @Test
    void theTimelineTellsWhatHappenedNewestFirst() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        var rep = here.workspace.user(Role.REPRESENTATIVE);
        here.change(here.admin, company.id(), "{\"industry\": \"IT\", \"ownerId\": \"" + rep.userId() + "\"}");
        Note note = here.as(here.admin, () -> notes.write(RecordKind.COMPANY, company.id(), "Called, no answer"));
        here.as(here.admin, () -> beans.companies.mark(company.id(), Mark.ARCHIVE, null));

        List<TimelineItem> items = timeline(company.id(), 50, null).items();

        assertThat(items).extracting(TimelineItem::kind).containsExactly("archived", "note", "changed", "created");
        assertThat(items.get(1).note()).isEqualTo(new TimelineItem.NoteRef(note.id(), "Called, no answer", null, 1));
        assertThat(items.get(2).changes().get("industry").toString()).isEqualTo("[null,\"IT\"]");
        assertThat(items.get(2).changes().get("ownerId").get(1).get("name").stringValue())
                .startsWith("representative");
        assertThat(items).allSatisfy(item -> assertThat(item.actor()).isNotNull());

        Page<TimelineItem> first = timeline(company.id(), 3, null);
        assertThat(timeline(company.id(), 3, first.next()).items())
                .extracting(TimelineItem::kind)
                .containsExactly("created");
    }

    @Test
    void aNoteIsChangedByItsAuthorAndRemovedByAnAdministratorToo() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\", \"ownerId\": null}");
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        Note note = here.as(rep, () -> notes.write(RecordKind.COMPANY, company.id(), "First"));

        Note changed = here.as(rep, () -> notes.change(note.id(), "Second", 1));
        assertThat(changed.body()).isEqualTo("Second");
        assertThat(changed.editedAt()).isNotNull();
        refuses("directory.not-your-note", () -> here.as(here.admin, () -> notes.change(note.id(), "Third", null)));
        refuses("common.changed-meanwhile", () -> here.as(rep, () -> notes.change(note.id(), "Third", 1)));
        refuses("common.invalid", () -> here.as(rep, () -> notes.write(RecordKind.COMPANY, company.id(), " \u0000 ")));

        here.as(here.admin, () -> {
            notes.remove(note.id());
            return true;
        });
        refuses("common.not-found", () -> here.as(rep, () -> notes.change(note.id(), "Third", null)));
        assertThat(timeline(company.id(), 50, null).items())
                .extracting(TimelineItem::kind)
                .containsExactly("created");
    }

    @Test
    void whoDoesNotSeeARecordSeesNoneOfItsNotes() {
        CompanyView company = here.company(here.admin, "{\"name\": \"Alfa\"}");
        Note note = here.as(here.admin, () -> notes.write(RecordKind.COMPANY, company.id(), "Secret"));
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        refuses("common.not-found", () -> here.as(rep, () -> notes.write(RecordKind.COMPANY, company.id(), "x")));
        refuses("common.not-found", () -> here.as(rep, () -> notes.change(note.id(), "x", null)));
        refuses(
                "common.not-found",
                () -> here.as(rep, () -> timeline.page(RecordKind.COMPANY, company.id(), 50, null)));
    }

    @Test
    void customFieldsHaveTypesThatTheirValuesMustHave() {
        field("{\"recordKind\": \"company\", \"label\": \"Rozmiar działu\", \"type\": \"number\"}");
        field("{\"recordKind\": \"company\", \"label\": \"Since\", \"type\": \"date\"}");
        CustomField tier = field(
                "{\"recordKind\": \"company\", \"label\": \"Tier\", \"type\": \"choice\", \"options\": [\"A\", \"B\"]}");
        field(
                "{\"recordKind\": \"company\", \"label\": \"Uses\", \"type\": \"choices\", \"options\": [\"X\", \"Y\", \"Z\"]}");
        field("{\"recordKind\": \"company\", \"label\": \"Partner?\", \"type\": \"boolean\"}");

        CompanyView company = here.company(here.admin, """
                {"name": "Alfa", "custom": {"rozmiar_dzialu": "12.50", "since": "2024-02-29", "tier": "a",
                 "uses": ["Z", "X", "Z"], "partner": true}}
                """);
        assertThat(company.custom()).isEqualTo(Json.object("""
                {"rozmiar_dzialu": 12.5, "since": "2024-02-29", "tier": "A", "uses": ["X", "Z"], "partner": true}
                """));
        assertThat(here.read(here.admin, company.id()).custom()).isEqualTo(company.custom());

        CompanyView changed = here.change(here.admin, company.id(), "{\"custom\": {\"tier\": \"B\", \"since\": null}}");
        assertThat(changed.custom().has("since")).isFalse();
        assertThat(changed.custom().get("tier").stringValue()).isEqualTo("B");
        assertThat(changed.custom().has("uses")).isTrue();
        assertThat(timeline(company.id(), 1, null)
                        .items()
                        .get(0)
                        .changes()
                        .get("custom.tier")
                        .toString())
                .isEqualTo("[\"A\",\"B\"]");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> here.change(here.admin, company.id(), """
                        {"custom": {"rozmiar_dzialu": "many", "since": "2023-02-29", "tier": "C", "partner": "perhaps",
                         "nothing": 1}}
                        """))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(Problem.FieldError::field)
                        .containsExactlyInAnyOrder(
                                "custom.rozmiar_dzialu",
                                "custom.since",
                                "custom.tier",
                                "custom.partner",
                                "custom.nothing"));

        here.as(here.admin, () -> fields.archive(tier.id(), true));
        refuses("common.invalid", () -> here.change(here.admin, company.id(), "{\"custom\": {\"tier\": \"A\"}}"));
        here.change(here.admin, company.id(), "{\"industry\": \"IT\"}");
        assertThat(here.read(here.admin, company.id()).custom().has("tier")).isTrue();
    }

    @Test
    void aListIsFilteredByCustomFields() {
        field("{\"recordKind\": \"company\", \"label\": \"Uses\", \"type\": \"choices\", \"options\": [\"X\", \"Y\"]}");
        field("{\"recordKind\": \"company\", \"label\": \"Size\", \"type\": \"number\"}");
        here.company(here.admin, "{\"name\": \"Alfa\", \"custom\": {\"uses\": [\"X\", \"Y\"], \"size\": 3}}");
        here.company(here.admin, "{\"name\": \"Beta\", \"custom\": {\"uses\": [\"Y\"]}}");
        assertThat(byCustom("uses", "X")).containsExactly("Alfa");
        assertThat(byCustom("uses", "Y")).containsExactly("Alfa", "Beta");
        assertThat(byCustom("size", "3")).containsExactly("Alfa");
        assertThat(byCustom("size' or '1'='1", "3")).isEmpty();
    }

    @Test
    void theTypeOfACustomFieldNeverChanges() {
        CustomField field = field("{\"recordKind\": \"deal\", \"label\": \"Size\", \"type\": \"number\"}");
        CustomField second = field("{\"recordKind\": \"deal\", \"label\": \"Size\", \"type\": \"text\"}");
        assertThat(List.of(field.key(), second.key())).containsExactly("size", "size_2");
        refuses(
                "directory.custom-field-fixed",
                () -> here.as(here.admin, () -> fields.update(field.id(), patch("{\"type\": \"text\"}"), null)));
        CustomField renamed =
                here.as(here.admin, () -> fields.update(field.id(), patch("{\"label\": \"Headcount\"}"), 1));
        assertThat(renamed.key()).isEqualTo("size");
        assertThat(renamed.version()).isEqualTo(2);
        var rep = here.workspace.user(Role.REPRESENTATIVE);
        refuses(
                "common.forbidden",
                () -> here.as(rep, () -> fields.update(field.id(), patch("{\"label\": \"x\"}"), null)));
    }

    @Test
    void aViewIsPrivateUntilSomeoneWhoMayShareSharesIt() {
        var rep = here.workspace.user(Role.REPRESENTATIVE);
        SavedView mine = here.as(
                rep,
                () -> views.create(
                        patch("{\"recordKind\": \"deal\", \"name\": \"Mine\", \"config\": {\"sort\": \"-amount\"}}")));
        assertThat(mine.config().get("sort").stringValue()).isEqualTo("-amount");
        assertThat(here.as(here.admin, () -> views.list(RecordKind.DEAL))).isEmpty();
        refuses("common.not-found", () -> here.as(here.admin, () -> views.update(mine.id(), patch("{}"), null)));
        refuses(
                "common.forbidden",
                () -> here.as(rep, () -> views.update(mine.id(), patch("{\"shared\": true}"), null)));

        SavedView ours = here.as(
                here.admin,
                () -> views.create(
                        patch("{\"recordKind\": \"deal\", \"name\": \"Ours\", \"shared\": true, \"config\": {}}")));
        assertThat(here.as(rep, () -> views.list(RecordKind.DEAL)))
                .extracting(SavedView::name, SavedView::own)
                .containsExactly(tuple("Mine", true), tuple("Ours", false));
        refuses(
                "directory.not-your-view",
                () -> here.as(rep, () -> views.update(ours.id(), patch("{\"name\": \"x\"}"), null)));
    }

    @Test
    void tagsAreCountedOnWhatTheCallerSees() {
        here.company(here.admin, "{\"name\": \"Alfa\", \"tags\": [\"vip\", \"it\"]}");
        here.company(here.admin, "{\"name\": \"Beta\", \"tags\": [\"vip\"], \"ownerId\": null}");
        assertThat(here.as(here.admin, () -> tags.of(RecordKind.COMPANY)))
                .containsExactly(new Tags.Tag("vip", 2), new Tags.Tag("it", 1));
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        assertThat(here.as(rep, () -> tags.of(RecordKind.COMPANY))).containsExactly(new Tags.Tag("vip", 1));
        assertThat(here.as(rep, () -> tags.of(RecordKind.DEAL))).isEmpty();
    }

    @Test
    void aLikelyDuplicateIsShownWithWhatSpeaksForIt() {
        CompanyView company = here.company(here.admin, """
                {"name": "Zakłady Mechaniczne Łucznik S.A.", "taxNumber": "5260250274", "website": "lucznik.pl",
                 "phones": [{"value": "22 123 45 67"}]}
                """);
        here.company(here.admin, "{\"name\": \"Browar Zamkowy\"}");

        assertThat(like("Zaklady Mechaniczne Lucznik sp. z o.o.", null, null)
                        .get(0)
                        .reasons())
                .containsExactly("same-name");
        assertThat(like("Zaklady Mechanicze Lucznk", null, null))
                .extracting(Duplicates.Likely::record, Duplicates.Likely::reasons)
                .containsExactly(tuple(new Ref(company.id(), company.name()), List.of("similar-name")));
        Duplicates.Likely sure = like(null, "+48 221234567", "PL 526-025-02-74").get(0);
        assertThat(sure.reasons()).containsExactly("same-phone", "same-tax-number");
        assertThat(sure.score()).isGreaterThan(0.95);
        assertThat(like("Cukiernia Sowa", null, null)).isEmpty();
        var rep = here.workspace.userSeeingOwn(Role.REPRESENTATIVE);
        assertThat(here.as(rep, () -> duplicates.of(RecordKind.COMPANY, entered(company.name(), null, null))))
                .isEmpty();
    }

    private List<Duplicates.Likely> like(@Nullable String name, @Nullable String phone, @Nullable String tax) {
        return here.as(here.admin, () -> duplicates.of(RecordKind.COMPANY, entered(name, phone, tax)));
    }

    private static Duplicates.Entered entered(@Nullable String name, @Nullable String phone, @Nullable String tax) {
        return new Duplicates.Entered(name, null, phone, tax, null, null);
    }

    private CustomField field(String json) {
        return here.as(here.admin, () -> fields.create(patch(json)));
    }

    private List<String> byCustom(String key, String value) {
        return here.names(
                here.admin,
                new ListRequest(
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "active",
                        "name",
                        java.util.Map.of(key, value),
                        50,
                        null));
    }

    private Page<TimelineItem> timeline(UUID company, int limit, @Nullable String cursor) {
        return here.as(here.admin, () -> timeline.page(RecordKind.COMPANY, company, limit, cursor));
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(problem -> assertThat(problem.type().code()).isEqualTo(code));
    }
}
