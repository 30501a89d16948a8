package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.FileProposal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of imports in the database, their contents in pieces, so that none is ever held in memory. */
@Repository
public class FileStore {
    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final ExchangeJson json;

    FileStore(JdbcClient jdbc, ExchangeJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(ImportFile file, Path content) throws IOException {
        jdbc.sql("""
                        insert into nurt.import_file (id, import_id, position, name, bytes, rows, detection, mapping)
                        values (:id, :import, :position, :name, :bytes, :rows, cast(:detection as jsonb), cast(:mapping as jsonb))
                        """)
                .param("id", file.id())
                .param("import", file.importId())
                .param("position", file.position())
                .param("name", file.name())
                .param("bytes", file.bytes())
                .param("rows", file.rows())
                .param("detection", json.text(file.detection()))
                .param("mapping", json.text(file.mapping()))
                .update();
        try (InputStream in = Files.newInputStream(content)) {
            byte[] piece = in.readNBytes(PIECE);
            for (int no = 0; piece.length > 0; no++) {
                jdbc.sql("insert into nurt.import_chunk (file_id, no, content) values (:file, :no, :content)")
                        .param("file", file.id())
                        .param("no", no)
                        .param("content", piece)
                        .update();
                piece = in.readNBytes(PIECE);
            }
        }
    }

    void update(ImportFile file) {
        jdbc.sql("""
                        update nurt.import_file
                        set rows = :rows, detection = cast(:detection as jsonb), mapping = cast(:mapping as jsonb) where id = :id
                        """)
                .param("id", file.id())
                .param("rows", file.rows())
                .param("detection", json.text(file.detection()))
                .param("mapping", json.text(file.mapping()))
                .update();
    }

    void copy(UUID from, ImportFile to) {
        jdbc.sql("""
                        insert into nurt.import_file (id, import_id, position, name, bytes, rows, detection, mapping)
                        select :id, :import, f.position, f.name, f.bytes, f.rows, f.detection, f.mapping
                        from nurt.import_file f where f.id = :from
                        """)
                .param("id", to.id())
                .param("import", to.importId())
                .param("from", from)
                .update();
        jdbc.sql("""
                        insert into nurt.import_chunk (file_id, no, content)
                        select :to, c.no, c.content from nurt.import_chunk c where c.file_id = :from
                        """).param("to", to.id()).param("from", from).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from nurt.import_chunk where file_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from nurt.import_file where id = :id").param("id", id).update();
    }

    Optional<ImportFile> find(UUID importId, UUID id) {
        return jdbc.sql("select f.* from nurt.import_file f where f.id = :id and f.import_id = :import")
                .param("id", id)
                .param("import", importId)
                .query(this::file)
                .optional();
    }

    /** In the order in which they were added. */
    public List<ImportFile> of(UUID importId) {
        return jdbc.sql("select f.* from nurt.import_file f where f.import_id = :import order by f.position, f.id")
                .param("import", importId)
                .query(this::file)
                .list();
    }

    /** Writes the content into a file of its own; the caller deletes it. Piece by piece: call inside a transaction. */
    public Path spool(UUID fileId) throws IOException {
        Path path = Files.createTempFile("nurt-import-", ".part");
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int no = 0; ; no++) {
                Optional<byte[]> piece = jdbc.sql(
                                "select content from nurt.import_chunk where file_id = :file and no = :no")
                        .param("file", fileId)
                        .param("no", no)
                        .query((row, n) -> row.getBytes(1))
                        .optional();
                if (piece.isEmpty()) {
                    return path;
                }
                out.write(piece.get());
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private ImportFile file(ResultSet row, int n) throws SQLException {
        return new ImportFile(
                row.getObject("id", UUID.class),
                row.getObject("import_id", UUID.class),
                row.getInt("position"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getLong("rows"),
                json.read(row.getString("detection"), Detection.class),
                json.read(row.getString("mapping"), FileProposal.class));
    }
}
