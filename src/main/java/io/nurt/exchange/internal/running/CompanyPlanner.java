package io.nurt.exchange.internal.running;

import io.nurt.directory.CleanText;
import io.nurt.directory.CompanyFacts;
import io.nurt.directory.ContactPoint;
import io.nurt.directory.DirectoryImport;
import io.nurt.directory.MatchBy;
import io.nurt.directory.NameKey;
import io.nurt.directory.NewRecord;
import io.nurt.directory.PostalAddress;
import io.nurt.directory.RefusedValue;
import io.nurt.directory.TaxNumber;
import io.nurt.directory.WebAddress;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Companies: found by identifier, tax number, website or name, else made. */
final class CompanyPlanner implements Planner {
    /** Companies may name others of the same file, later ones too, as the one they belong to. */
    private static final int PORTION_WITH_PARENTS = 20_000;

    private static final int PORTION = 2_000;

    private final RunContext context;
    private final ImportFile file;
    private final RecordBook<CompanyFacts> book;
    private final PeopleBook people;
    private final DirectoryImport directory;
    private final JsonMapper json;
    private final boolean parents;

    CompanyPlanner(
            RunContext context,
            ImportFile file,
            RecordBook<CompanyFacts> book,
            PeopleBook people,
            DirectoryImport directory,
            JsonMapper json) {
        this.context = context;
        this.file = file;
        this.book = book;
        this.people = people;
        this.directory = directory;
        this.json = json;
        this.parents = file.mapping().column(TargetField.COMPANY_PARENT).isPresent();
    }

    @Override
    public int portion() {
        return parents ? PORTION_WITH_PARENTS : PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        String id = row.text(TargetField.COMPANY_ID);
        String name = CleanText.line(row.text(TargetField.COMPANY_NAME));
        return id != null ? RowKey.id(id) : name == null ? null : RowKey.name(name, NameKey.ofCompany(name));
    }

    @Override
    public List<Effect> take(List<SourceRow> rows) {
        ask(rows);
        List<Effect> effects = new ArrayList<>(rows.size());
        List<Draft> drafts = new ArrayList<>();
        for (SourceRow row : rows) {
            try {
                Draft draft = draft(row);
                drafts.add(draft);
                effects.add(draft.created ? Effect.created(draft.name) : Effect.unchanged(draft.name));
            } catch (Cells.Refused refused) {
                drafts.add(new Draft(row, null, false, ""));
                effects.add(Effect.refused(refused.refusal()));
            }
        }
        // Only now are all companies known that a parent may be.
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.id != null) {
                effects.set(i, finished(draft, effects.get(i)));
            }
        }
        book.store();
        return effects;
    }

    /** @param created its id is new; else it is that of a known company */
    private record Draft(SourceRow row, @Nullable UUID id, boolean created, String name) {}

    private void ask(List<SourceRow> rows) {
        RecordBook.Questions questions = new RecordBook.Questions();
        for (SourceRow source : rows) {
            InterpretedRow row = source.read();
            questions.id(row.text(TargetField.COMPANY_ID));
            questions.value(MatchBy.NAME, row.text(TargetField.COMPANY_NAME));
            questions.value(MatchBy.TAX_NUMBER, row.text(TargetField.COMPANY_TAX_NUMBER));
            questions.value(MatchBy.DOMAIN, row.text(TargetField.COMPANY_WEBSITE));
            for (String parent : Cells.all(row, TargetField.COMPANY_PARENT)) {
                questions.id(parent);
                questions.value(MatchBy.NAME, parent);
            }
        }
        book.ask(questions);
    }

    private Draft draft(SourceRow source) {
        InterpretedRow row = source.read();
        String name = Cells.line(row, TargetField.COMPANY_NAME, Cells.LINE);
        if (name == null) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.COMPANY_NAME)));
        }
        website(row);
        tax(row);
        String id = row.text(TargetField.COMPANY_ID);
        UUID known = known(row, id, name);
        if (known != null) {
            return new Draft(source, known, false, name);
        }
        UUID made = Ids.next();
        String website = website(row);
        TaxNumber tax = tax(row);
        book.made(
                made,
                id,
                Map.of(
                        MatchBy.NAME,
                        List.of(name),
                        MatchBy.DOMAIN,
                        website == null ? List.of() : List.of(website),
                        MatchBy.TAX_NUMBER,
                        tax == null ? List.of() : List.of(tax.number())));
        return new Draft(source, made, true, name);
    }

    private @Nullable UUID known(InterpretedRow row, @Nullable String id, String name) {
        UUID found = id == null ? null : book.byId(id);
        String tax = row.text(TargetField.COMPANY_TAX_NUMBER);
        if (found == null && tax != null) {
            found = book.match(MatchBy.TAX_NUMBER, tax, id);
        }
        String website = row.text(TargetField.COMPANY_WEBSITE);
        if (found == null && website != null && WebAddress.domain(website).isPresent()) {
            found = book.match(MatchBy.DOMAIN, website, id);
        }
        return found != null ? found : book.match(MatchBy.NAME, name, id);
    }

    private Effect finished(Draft draft, Effect effect) {
        InterpretedRow row = draft.row.read();
        UUID id = java.util.Objects.requireNonNull(draft.id);
        try {
            CompanyFacts facts = facts(row, parent(row, id));
            String externalId = row.text(TargetField.COMPANY_ID);
            if (draft.created) {
                var created = Cells.date(row, TargetField.COMPANY_CREATED_AT);
                Instant at = created == null ? null : created.instant(context.zone());
                book.create(new NewRecord<>(id, facts, at), externalId, Cells.hash(row));
                return effect;
            }
            if (book.saysTheSame(externalId, Cells.hash(row))) {
                return effect;
            }
            ObjectNode patch = FactsPatch.between(json.valueToTree(directory.company(id)), json.valueToTree(facts));
            return book.change(id, patch, externalId, Cells.hash(row)) ? Effect.updated(draft.name) : effect;
        } catch (Cells.Refused refused) {
            return Effect.refused(refused.refusal());
        }
    }

    private @Nullable UUID parent(InterpretedRow row, UUID self) {
        for (String parent : Cells.all(row, TargetField.COMPANY_PARENT)) {
            UUID found = book.byId(parent);
            List<UUID> named = found == null ? book.by(MatchBy.NAME, parent) : List.of(found);
            if (named.isEmpty()) {
                throw new Cells.Refused(
                        RefusalReason.UNKNOWN_REFERENCE.with(row.header(TargetField.COMPANY_PARENT), parent));
            }
            return named.get(0).equals(self) ? null : named.get(0);
        }
        return null;
    }

    private @Nullable String website(InterpretedRow row) {
        String website = Cells.line(row, TargetField.COMPANY_WEBSITE, Cells.LINE);
        if (website != null && WebAddress.domain(website).isEmpty()) {
            throw new Cells.Refused(RefusalReason.NOT_A_WEBSITE.with(row.header(TargetField.COMPANY_WEBSITE), website));
        }
        return website;
    }

    private static @Nullable TaxNumber tax(InterpretedRow row) {
        String number = row.text(TargetField.COMPANY_TAX_NUMBER);
        try {
            return number == null ? null : TaxNumber.of(null, number, null);
        } catch (RefusedValue e) {
            throw new Cells.Refused(
                    RefusalReason.NOT_A_TAX_NUMBER.with(row.header(TargetField.COMPANY_TAX_NUMBER), number));
        }
    }

    private CompanyFacts facts(InterpretedRow row, @Nullable UUID parent) {
        TaxNumber tax = tax(row);
        var revenue = Cells.money(row, TargetField.COMPANY_REVENUE);
        String sign = Cells.currencySign(row, TargetField.COMPANY_REVENUE);
        PostalAddress address = new PostalAddress(
                null,
                row.text(TargetField.COMPANY_STREET),
                row.text(TargetField.COMPANY_POSTAL_CODE),
                row.text(TargetField.COMPANY_CITY),
                row.text(TargetField.COMPANY_REGION),
                row.text(TargetField.COMPANY_COUNTRY));
        return new CompanyFacts(
                String.valueOf(Cells.line(row, TargetField.COMPANY_NAME, Cells.LINE)),
                website(row),
                Cells.line(row, TargetField.COMPANY_INDUSTRY, Cells.LINE),
                Cells.whole(row, TargetField.COMPANY_EMPLOYEES),
                revenue,
                revenue == null ? null : sign == null ? context.currency() : sign,
                Cells.whole(row, TargetField.COMPANY_YEAR_ESTABLISHED),
                tax == null ? null : tax.country(),
                tax == null ? null : tax.number(),
                parent,
                people.owner(row.values().get(TargetField.COMPANY_OWNER)),
                null,
                null,
                Cells.split(row, TargetField.COMPANY_TAGS, "[;,]"),
                points(Cells.all(row, TargetField.COMPANY_EMAILS)),
                points(Cells.all(row, TargetField.COMPANY_PHONES)),
                List.of(address),
                json.valueToTree(Cells.custom(row, context.custom(file.id()), context.zone())));
    }

    static List<ContactPoint> points(List<String> values) {
        return values.stream().map(value -> new ContactPoint(value, null)).toList();
    }

    @Override
    public void committed() {
        people.committed();
        book.committed();
    }

    @Override
    public void rolledBack() {
        people.rolledBack();
        book.rolledBack();
    }
}
