package io.nurt.exchange.internal.exporting;

import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.exchange.internal.writing.CsvListWriter;
import io.nurt.exchange.internal.writing.ListWriter;
import io.nurt.exchange.internal.writing.WorkbookListWriter;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Language;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes lists out as files, row by row, in constant memory. */
@Service
class Exports {
    private static final Set<String> NO_FILTER = Set.of("columns", "limit", "cursor", "count", "delimiter");

    private final Map<String, ExportList<?>> lists = new HashMap<>();
    private final AuditLog audit;

    Exports(List<ExportList<?>> lists, AuditLog audit) {
        lists.forEach(list -> this.lists.put(list.name(), list));
        this.audit = audit;
    }

    /** An export that may be written: rights, columns and the first page have been looked at. */
    record Ready<T>(
            ExportList<T> list,
            List<ExportColumn<T>> columns,
            Map<String, List<String>> filter,
            Page<T> first,
            Caller caller) {}

    /** Refuses what cannot be exported before the first byte is sent, and leaves a trace of what will be. */
    @Transactional
    public Ready<?> ready(String name, String format, Map<String, List<String>> parameters) {
        ExportList<?> list = lists.get(name);
        if (list == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Caller caller = Caller.require(Permission.EXPORT);
        Ready<?> ready = ready(list, parameters, caller);
        audit.record("data-exported", null, null, Map.of("list", name, "format", format, "filter", ready.filter()));
        return ready;
    }

    private static <T> Ready<T> ready(ExportList<T> list, Map<String, List<String>> parameters, Caller caller) {
        Map<String, List<String>> filter = new HashMap<>(parameters);
        filter.keySet().removeAll(NO_FILTER);
        List<ExportColumn<T>> columns = chosen(list.columns(caller), parameters.get("columns"));
        return new Ready<>(list, columns, filter, list.page(filter, null), caller);
    }

    private static <T> List<ExportColumn<T>> chosen(List<ExportColumn<T>> all, @Nullable List<String> asked) {
        List<String> keys = asked == null
                ? List.of()
                : asked.stream()
                        .flatMap(keysOf -> Arrays.stream(keysOf.split(",")))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .toList();
        if (keys.isEmpty()) {
            return all;
        }
        List<ExportColumn<T>> chosen = new ArrayList<>();
        for (String key : keys) {
            chosen.add(all.stream()
                    .filter(column -> column.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Problem(ExchangeProblem.NO_SUCH_COLUMN, key)));
        }
        return chosen;
    }

    void csv(Ready<?> ready, @Nullable String delimiter, OutputStream out) throws IOException {
        // Spreadsheets of a language that writes a decimal comma take the semicolon.
        char separator = delimiter != null && !delimiter.isEmpty()
                ? delimiter.charAt(0)
                : ready.caller().language() == Language.PL ? ';' : ',';
        write(ready, new CsvListWriter(out, separator, ready.caller().zone()));
    }

    void workbook(Ready<?> ready, OutputStream out) throws IOException {
        write(
                ready,
                new WorkbookListWriter(out, ready.list().name(), ready.caller().zone()));
    }

    private static <T> void write(Ready<T> ready, ListWriter writer) throws IOException {
        try (writer) {
            writer.header(ready.columns().stream().map(ExportColumn::label).toList());
            Page<T> page = ready.first();
            while (true) {
                for (T row : page.items()) {
                    List<@Nullable Object> cells =
                            new ArrayList<>(ready.columns().size());
                    for (ExportColumn<T> column : ready.columns()) {
                        cells.add(column.value().apply(row));
                    }
                    writer.row(cells);
                }
                if (page.next() == null) {
                    return;
                }
                page = ready.list().page(ready.filter(), page.next());
            }
        }
    }
}
