package io.nurt.exchange.internal.exporting;

import io.nurt.directory.ContactRow;
import io.nurt.directory.DirectoryExport;
import io.nurt.directory.RecordKind;
import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts, with the filters of their list. */
@Component
class ContactList implements ExportList<ContactRow> {
    private final DirectoryExport directory;
    private final ColumnTexts columns;

    ContactList(DirectoryExport directory, ColumnTexts columns) {
        this.directory = directory;
        this.columns = columns;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Page<ContactRow> page(Map<String, List<String>> parameters, @Nullable String cursor) {
        return directory.contacts(parameters, cursor);
    }

    @Override
    public List<ExportColumn<ContactRow>> columns(Caller caller) {
        List<ExportColumn<ContactRow>> all = new ArrayList<>(List.of(
                columns.column(caller, "id", ContactRow::id),
                columns.column(caller, "name", ContactRow::name),
                columns.column(caller, "firstName", ContactRow::firstName),
                columns.column(caller, "lastName", ContactRow::lastName),
                columns.column(caller, "jobTitle", ContactRow::jobTitle),
                columns.column(
                        caller,
                        "company",
                        row -> row.company() == null ? null : row.company().name()),
                columns.column(
                        caller,
                        "owner",
                        row -> row.owner() == null ? null : row.owner().name()),
                columns.column(caller, "email", ContactRow::email),
                columns.column(caller, "phone", ContactRow::phone),
                columns.column(caller, "tags", row -> String.join("; ", row.tags())),
                columns.column(caller, "createdAt", ContactRow::createdAt),
                columns.column(caller, "updatedAt", ContactRow::updatedAt)));
        all.addAll(columns.custom(RecordKind.CONTACT, ContactRow::custom));
        return all;
    }
}
