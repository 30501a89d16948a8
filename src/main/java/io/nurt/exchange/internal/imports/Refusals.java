package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.RefusalTexts.Told;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.writing.CsvListWriter;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Language;
import io.nurt.kernel.Page;
import io.nurt.kernel.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Refused rows as a list and as a file to repair. */
@Service
class Refusals {
    private static final int STEP = 1_000;

    private final JdbcClient jdbc;
    private final ImportStore imports;
    private final FileStore files;
    private final RefusalTexts texts;
    private final ExchangeJson json;
    private final TransactionTemplate transaction;

    Refusals(
            JdbcClient jdbc,
            ImportStore imports,
            FileStore files,
            RefusalTexts texts,
            ExchangeJson json,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.files = files;
        this.texts = texts;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    private record Stored(UUID fileId, long line, String code, List<Told> told, List<String> cells) {}

    /** A refused row. */
    record View(
            UUID fileId,
            String fileName,
            long line,
            String code,
            String reason,
            List<String> cells,
            List<String> header) {}

    /** A file to be written. */
    record Download(UUID importId, ImportFile file, String name, Language language) {}

    @Transactional(readOnly = true)
    Page<View> page(UUID importId, int limit, @Nullable String cursor) {
        Caller caller = Caller.require(Permission.IMPORT);
        imports.find(importId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        Cursor after = Cursor.decode(cursor, 2);
        Map<UUID, ImportFile> byId =
                files.of(importId).stream().collect(Collectors.toMap(ImportFile::id, file -> file));
        List<Stored> rows = rows(
                importId,
                null,
                limit + 1,
                after == null ? new UUID(0, 0) : uuid(after.values().get(0)),
                after == null ? -1 : number(after.values().get(1)));
        return Page.cut(rows, limit, row -> Cursor.of(row.fileId(), row.line()))
                .map(row -> view(row, byId.get(row.fileId()), caller.language()));
    }

    private View view(Stored row, @Nullable ImportFile file, Language language) {
        return new View(
                row.fileId(),
                file == null ? "" : file.name(),
                row.line(),
                row.code().toLowerCase(Locale.ROOT),
                texts.sentence(language, row.told()),
                row.cells(),
                file == null ? List.of() : header(file));
    }

    private static List<String> header(ImportFile file) {
        return file.mapping().columns().stream().map(ColumnMapping::header).toList();
    }

    @Transactional(readOnly = true)
    Download download(UUID importId, @Nullable UUID fileId) {
        Caller caller = Caller.require(Permission.IMPORT);
        imports.find(importId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        UUID wanted = fileId;
        if (wanted == null) {
            wanted = rows(importId, null, 1, new UUID(0, 0), -1).stream()
                    .map(Stored::fileId)
                    .findFirst()
                    .orElse(null);
        }
        UUID id = wanted;
        ImportFile file = files.of(importId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return new Download(
                importId, file, file.name().replaceFirst("\\.[^.]*$", "") + "-refused.csv", caller.language());
    }

    /** The reason first, so that rows with too many fields keep it; then the cells as they were found. */
    void write(Download download, OutputStream out) throws IOException {
        ImportFile file = download.file();
        char delimiter = file.detection().delimiter().charAt(0);
        try (CsvListWriter writer =
                new CsvListWriter(out, delimiter, Caller.current().zone())) {
            List<String> header = new ArrayList<>(header(file));
            int reasonAt = header.isEmpty() ? -1 : header.indexOf(texts.reasonHeader(download.language()));
            if (reasonAt < 0) {
                header.add(0, texts.reasonHeader(download.language()));
            }
            writer.header(header);
            long line = -1;
            for (List<Stored> rows = step(download, line); !rows.isEmpty(); rows = step(download, line)) {
                for (Stored row : rows) {
                    List<String> cells = new ArrayList<>();
                    row.cells().forEach(cell -> cells.add(cell.startsWith("'") ? "'" + cell : cell));
                    String reason = texts.sentence(download.language(), row.told());
                    if (reasonAt < 0) {
                        cells.add(0, reason);
                    } else if (reasonAt < cells.size()) {
                        cells.set(reasonAt, reason);
                    }
                    writer.row(cells);
                    line = row.line();
                }
            }
        }
    }

    private List<Stored> step(Download download, long afterLine) {
        return Objects.requireNonNull(transaction.execute(status -> rows(
                download.importId(), download.file().id(), STEP, download.file().id(), afterLine)));
    }

    private List<Stored> rows(UUID importId, @Nullable UUID fileId, int limit, UUID afterFile, long afterLine) {
        return jdbc.sql("""
                        select r.file_id, r.row_no, r.code, r.params::text as params, r.cells from nurt.import_refusal r
                        where r.import_id = :import and (r.file_id, r.row_no) > (:afterFile, :afterLine)
                        """ + (fileId == null ? "" : " and r.file_id = :file ") + """
                         order by r.file_id, r.row_no limit :limit
                        """)
                .param("import", importId)
                .param("file", fileId)
                .param("afterFile", afterFile)
                .param("afterLine", afterLine)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private Stored row(ResultSet row, int n) throws SQLException {
        return new Stored(
                row.getObject("file_id", UUID.class),
                row.getLong("row_no"),
                row.getString("code"),
                List.of(json.read(row.getString("params"), Told[].class)),
                List.of((String[]) row.getArray("cells").getArray()));
    }

    private static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    private static long number(@Nullable String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }
}
