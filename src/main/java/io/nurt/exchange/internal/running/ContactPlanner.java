package io.nurt.exchange.internal.running;

import io.nurt.directory.CompanyFacts;
import io.nurt.directory.ContactFacts;
import io.nurt.directory.DirectoryImport;
import io.nurt.directory.MatchBy;
import io.nurt.directory.NameKey;
import io.nurt.directory.NewRecord;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contacts: found by identifier, e-mail address, or name within their company, else made. */
final class ContactPlanner implements Planner {
    private static final int PORTION = 2_000;

    /** Any of them makes a name. */
    private static final TargetField[] NAMES = {
        TargetField.CONTACT_FULL_NAME, TargetField.CONTACT_LAST_NAME, TargetField.CONTACT_FIRST_NAME
    };

    private final RunContext context;
    private final ImportFile file;
    private final RecordBook<ContactFacts> book;
    private final RecordBook<CompanyFacts> companies;
    private final CompanyReferences companyReferences;
    private final PeopleBook people;
    private final DirectoryImport directory;
    private final JsonMapper json;

    ContactPlanner(
            RunContext context,
            ImportFile file,
            RecordBook<ContactFacts> book,
            RecordBook<CompanyFacts> companies,
            PeopleBook people,
            DirectoryImport directory,
            JsonMapper json) {
        this.context = context;
        this.file = file;
        this.book = book;
        this.companies = companies;
        this.companyReferences = new CompanyReferences(companies, file, TargetField.CONTACT_COMPANY);
        this.people = people;
        this.directory = directory;
        this.json = json;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        String id = row.text(TargetField.CONTACT_ID);
        if (id != null) {
            return RowKey.id(id);
        }
        List<String> emails = Cells.all(row, TargetField.CONTACT_EMAILS);
        if (!emails.isEmpty()) {
            return RowKey.email(emails.get(0));
        }
        String name = name(row);
        List<String> company = Cells.all(row, TargetField.CONTACT_COMPANY);
        return name.isEmpty() ? null : RowKey.name(name, NameKey.of(name) + "\u0000" + company);
    }

    private static String name(InterpretedRow row) {
        String full = Cells.line(row.text(TargetField.CONTACT_FULL_NAME));
        if (full != null) {
            return full;
        }
        String first = Cells.line(row.text(TargetField.CONTACT_FIRST_NAME));
        String last = Cells.line(row.text(TargetField.CONTACT_LAST_NAME));
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    @Override
    public List<Effect> take(List<SourceRow> rows) {
        ask(rows);
        List<Effect> effects = new ArrayList<>(rows.size());
        for (SourceRow source : rows) {
            try {
                effects.add(effect(source.read()));
            } catch (Cells.Refused refused) {
                effects.add(Effect.refused(refused.refusal()));
            }
        }
        companies.store();
        book.store();
        return effects;
    }

    private void ask(List<SourceRow> rows) {
        RecordBook.Questions questions = new RecordBook.Questions();
        RecordBook.Questions about = new RecordBook.Questions();
        for (SourceRow source : rows) {
            InterpretedRow row = source.read();
            questions.id(row.text(TargetField.CONTACT_ID));
            List<String> emails = Cells.all(row, TargetField.CONTACT_EMAILS);
            emails.forEach(email -> questions.value(MatchBy.EMAIL, email));
            if (emails.isEmpty() && !name(row).isEmpty()) {
                questions.value(MatchBy.NAME, name(row));
            }
            companyReferences.ask(row, about);
        }
        book.ask(questions);
        companies.ask(about);
    }

    private Effect effect(InterpretedRow row) {
        UUID company = companyReferences.resolve(row, null);
        ContactFacts facts = facts(row, company);
        if (facts.name().isEmpty()) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(NAMES)));
        }
        if (facts.name().length() > Cells.LINE) {
            throw new Cells.Refused(RefusalReason.TEXT_TOO_LONG.with(
                    row.header(NAMES), facts.name().length(), Cells.LINE));
        }
        String externalId = row.text(TargetField.CONTACT_ID);
        String hash = Cells.hash(row);
        UUID known = known(row, externalId, company, facts);
        if (known == null) {
            UUID id = Ids.next();
            List<String> emails = Cells.all(row, TargetField.CONTACT_EMAILS);
            book.made(id, externalId, Map.of(MatchBy.EMAIL, emails, MatchBy.NAME, List.of(facts.name())));
            var created = Cells.date(row, TargetField.CONTACT_CREATED_AT);
            book.create(
                    new NewRecord<>(id, facts, created == null ? null : created.instant(context.zone())),
                    externalId,
                    hash);
            return Effect.created(facts.name());
        }
        if (book.saysTheSame(externalId, hash)) {
            return Effect.unchanged(facts.name());
        }
        ObjectNode patch = FactsPatch.between(json.valueToTree(directory.contact(known)), json.valueToTree(facts));
        return book.change(known, patch, externalId, hash)
                ? Effect.updated(facts.name())
                : Effect.unchanged(facts.name());
    }

    private @Nullable UUID known(
            InterpretedRow row, @Nullable String externalId, @Nullable UUID company, ContactFacts facts) {
        UUID found = externalId == null ? null : book.byId(externalId);
        if (found != null) {
            return found;
        }
        List<String> emails = Cells.all(row, TargetField.CONTACT_EMAILS);
        for (String email : emails) {
            found = book.match(MatchBy.EMAIL, email, externalId);
            if (found != null) {
                return found;
            }
        }
        // A name alone tells a person only within a company, and only where no identifier could.
        if (!emails.isEmpty() || externalId != null || company == null) {
            return null;
        }
        for (UUID namesake : book.by(MatchBy.NAME, facts.name())) {
            if (sameCompany(namesake, company)) {
                return namesake;
            }
        }
        return null;
    }

    private boolean sameCompany(UUID contact, UUID company) {
        try {
            return company.equals(directory.contact(contact).companyId());
        } catch (io.nurt.kernel.Problem notStored) {
            return false;
        }
    }

    private ContactFacts facts(InterpretedRow row, @Nullable UUID company) {
        return new ContactFacts(
                Cells.line(row, TargetField.CONTACT_FIRST_NAME, Cells.LINE),
                Cells.line(row, TargetField.CONTACT_LAST_NAME, Cells.LINE),
                name(row),
                Cells.line(row, TargetField.CONTACT_TITLE, Cells.LINE),
                company,
                people.owner(row.values().get(TargetField.CONTACT_OWNER)),
                Cells.line(row, TargetField.CONTACT_SOURCE, Cells.LINE),
                null,
                Cells.split(row, TargetField.CONTACT_TAGS, "[;,]|:::"),
                CompanyPlanner.points(Cells.all(row, TargetField.CONTACT_EMAILS)),
                CompanyPlanner.points(Cells.split(row, TargetField.CONTACT_PHONES, ":::")),
                List.of(),
                json.valueToTree(Cells.custom(row, context.custom(file.id()), context.zone())));
    }

    @Override
    public void committed() {
        people.committed();
        companies.committed();
        book.committed();
    }

    @Override
    public void rolledBack() {
        people.rolledBack();
        companies.rolledBack();
        book.rolledBack();
    }
}
