package io.nurt.exchange.internal.running;

import io.nurt.directory.CompanyFacts;
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

/** Which company a row belongs to: by identifier, by name; one that only has a name is made. */
final class CompanyReferences {
    private final RecordBook<CompanyFacts> companies;
    private final TargetField field;
    private final boolean onlyIds;

    CompanyReferences(RecordBook<CompanyFacts> companies, ImportFile file, TargetField field) {
        this.companies = companies;
        this.field = field;
        this.onlyIds = onlyIds(file, field);
    }

    /** Whether no column of that field holds names. */
    static boolean onlyIds(ImportFile file, TargetField field) {
        return file.mapping().columns().stream()
                .filter(column -> column.field() == field)
                .allMatch(column -> References.isId(column.header()));
    }

    /** The values of a row; identifiers may come several in a cell. */
    private List<String> values(InterpretedRow row) {
        return onlyIds ? Cells.split(row, field, "[;,]") : Cells.all(row, field);
    }

    void ask(InterpretedRow row, RecordBook.Questions questions) {
        for (String value : values(row)) {
            questions.id(value);
            questions.value(MatchBy.NAME, value);
        }
    }

    /** @param owner of a company that is made */
    @Nullable
    UUID resolve(InterpretedRow row, @Nullable UUID owner) {
        List<String> values = values(row);
        for (String value : values) {
            UUID found = companies.byId(value);
            if (found != null) {
                return found;
            }
        }
        for (String value : values) {
            List<UUID> named = companies.by(MatchBy.NAME, value);
            if (named.size() > 1) {
                throw new Cells.Refused(RefusalReason.AMBIGUOUS_REFERENCE.with(row.header(field), value, named.size()));
            }
            if (named.size() == 1) {
                return named.get(0);
            }
        }
        return values.isEmpty() ? null : create(row, values, owner);
    }

    private UUID create(InterpretedRow row, List<String> values, @Nullable UUID owner) {
        List<String> names = new ArrayList<>(values);
        names.removeIf(value -> onlyIds || !References.mayBeName(value));
        if (names.isEmpty() || names.get(0).length() > Cells.LINE) {
            throw new Cells.Refused(RefusalReason.UNKNOWN_REFERENCE.with(row.header(field), values.get(0)));
        }
        UUID id = Ids.next();
        companies.made(id, null, Map.of(MatchBy.NAME, List.of(names.get(0))));
        companies.create(new NewRecord<>(id, CompanyFacts.named(names.get(0), owner), null), null, null);
        return id;
    }
}
