package io.nurt.exchange.internal.exporting;

import io.nurt.directory.CompanyRow;
import io.nurt.directory.DirectoryExport;
import io.nurt.directory.RecordKind;
import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Companies, with the filters of their list. */
@Component
class CompanyList implements ExportList<CompanyRow> {
    private final DirectoryExport directory;
    private final ColumnTexts columns;

    CompanyList(DirectoryExport directory, ColumnTexts columns) {
        this.directory = directory;
        this.columns = columns;
    }

    @Override
    public String name() {
        return "companies";
    }

    @Override
    public Page<CompanyRow> page(Map<String, List<String>> parameters, @Nullable String cursor) {
        return directory.companies(parameters, cursor);
    }

    @Override
    public List<ExportColumn<CompanyRow>> columns(Caller caller) {
        List<ExportColumn<CompanyRow>> all = new ArrayList<>(List.of(
                columns.column(caller, "id", CompanyRow::id),
                columns.column(caller, "name", CompanyRow::name),
                columns.column(caller, "website", CompanyRow::website),
                columns.column(caller, "industry", CompanyRow::industry),
                columns.column(
                        caller,
                        "owner",
                        row -> row.owner() == null ? null : row.owner().name()),
                columns.column(caller, "email", CompanyRow::email),
                columns.column(caller, "phone", CompanyRow::phone),
                columns.column(caller, "city", CompanyRow::city),
                columns.column(caller, "country", CompanyRow::country),
                columns.column(caller, "taxNumber", CompanyRow::taxNumber),
                columns.column(caller, "tags", row -> String.join("; ", row.tags())),
                columns.column(caller, "openDeals", CompanyRow::openDeals),
                columns.column(caller, "wonAmount", CompanyRow::wonAmount),
                columns.column(caller, "createdAt", CompanyRow::createdAt),
                columns.column(caller, "updatedAt", CompanyRow::updatedAt)));
        all.addAll(columns.custom(RecordKind.COMPANY, CompanyRow::custom));
        return all;
    }
}
