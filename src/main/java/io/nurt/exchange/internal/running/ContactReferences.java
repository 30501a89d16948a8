package io.nurt.exchange.internal.running;

import io.nurt.directory.ContactFacts;
import io.nurt.directory.MatchBy;
import io.nurt.directory.NewRecord;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.References;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which contacts a deal has: by identifiers, e-mail address or name; one that only has a name is made. */
final class ContactReferences {
    private final RecordBook<ContactFacts> contacts;
    private final TargetField field;
    private final boolean onlyIds;

    ContactReferences(RecordBook<ContactFacts> contacts, ImportFile file, TargetField field) {
        this.contacts = contacts;
        this.field = field;
        this.onlyIds = CompanyReferences.onlyIds(file, field);
    }

    private List<String> values(InterpretedRow row) {
        return Cells.split(row, field, onlyIds ? "[;,]" : ";");
    }

    void ask(InterpretedRow row, RecordBook.Questions questions) {
        for (String value : values(row)) {
            questions.id(value);
            questions.value(value.indexOf('@') > 0 ? MatchBy.EMAIL : MatchBy.NAME, value);
        }
    }

    List<UUID> resolve(InterpretedRow row, @Nullable UUID company, @Nullable UUID owner) {
        List<UUID> found = new ArrayList<>();
        for (String value : values(row)) {
            UUID id = one(row, value, company, owner);
            if (!found.contains(id)) {
                found.add(id);
            }
        }
        return found;
    }

    private UUID one(InterpretedRow row, String value, @Nullable UUID company, @Nullable UUID owner) {
        UUID byId = contacts.byId(value);
        if (byId != null) {
            return byId;
        }
        List<UUID> named = contacts.by(value.indexOf('@') > 0 ? MatchBy.EMAIL : MatchBy.NAME, value);
        if (named.size() == 1) {
            return named.get(0);
        }
        if (named.size() > 1) {
            throw new Cells.Refused(RefusalReason.AMBIGUOUS_REFERENCE.with(row.header(field), value, named.size()));
        }
        if (onlyIds || !References.mayBeName(value) || value.length() > Cells.LINE) {
            throw new Cells.Refused(RefusalReason.UNKNOWN_REFERENCE.with(row.header(field), value));
        }
        UUID id = Ids.next();
        contacts.made(id, null, Map.of(MatchBy.NAME, List.of(value)));
        contacts.create(new NewRecord<>(id, ContactFacts.named(value, company, owner), null), null, null);
        return id;
    }
}
