package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.exchange.internal.imports.Inspector.Found;
import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.reading.Limits;
import io.nurt.exchange.internal.reading.ReadingOptions;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The files of a draft: received, recognised, corrected by the user. */
@Service
class ImportFiles {
    private static final int MOST = 30;
    private static final Set<String> FIELDS = Set.of("entity", "encoding", "delimiter", "header", "mapping");

    private final FileStore files;
    private final Inspector inspector;
    private final Drafts drafts;
    private final ExchangeJson json;

    ImportFiles(FileStore files, Inspector inspector, Drafts drafts, ExchangeJson json) {
        this.files = files;
        this.inspector = inspector;
        this.drafts = drafts;
        this.json = json;
    }

    /** Takes a file in; one of the same name and columns is replaced and what was decided about it is kept. */
    @Transactional
    ImportFile add(UUID importId, Path content, String name, @Nullable String encoding, @Nullable String delimiter) {
        drafts.locked(importId);
        List<ImportFile> present = files.of(importId);
        if (present.size() >= MOST) {
            throw new Problem(ExchangeProblem.TOO_MANY_FILES, MOST);
        }
        ReadingOptions options = options(encoding, delimiter, null);
        UUID id = Ids.next();
        Found found = inspector.inspect(id, content, name, options, null);
        int position = present.stream().mapToInt(ImportFile::position).max().orElse(0) + 1;
        FileProposal mapping = found.proposal();
        for (ImportFile before : present) {
            if (before.name().equals(name) && sameColumns(before.mapping(), mapping)) {
                files.delete(before.id());
                mapping = before.mapping();
                position = before.position();
            }
        }
        try {
            ImportFile file = new ImportFile(
                    id, importId, position, name, Files.size(content), found.rows(), found.detection(), mapping);
            files.insert(file, content);
            drafts.recount(importId);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameColumns(FileProposal a, FileProposal b) {
        return a.columns().stream()
                .map(column -> column.header())
                .toList()
                .equals(b.columns().stream().map(column -> column.header()).toList());
    }

    @Transactional
    ImportFile change(UUID importId, UUID fileId, JsonNode body) {
        drafts.locked(importId);
        Patch patch = new Patch(body, json.mapper()).only(FIELDS);
        ImportFile file = found(importId, fileId);
        if (patch.has("encoding") || patch.has("delimiter") || patch.has("header")) {
            Detection now = file.detection();
            ReadingOptions options = options(
                    patch.value("encoding", String.class, now.encoding()),
                    patch.value("delimiter", String.class, now.chosenDelimiter()),
                    patch.value("header", Boolean.class, now.chosenHeader()));
            file = with(file, inspector.again(file, options, null));
        }
        if (patch.has("entity")) {
            TargetEntity entity = patch.value("entity", TargetEntity.class, null);
            file = with(
                    file,
                    entity == null ? leftOut(file.mapping()) : inspector.propose(inspector.profile(file), entity));
        }
        JsonNode mapping = patch.node("mapping").orElse(null);
        if (mapping != null) {
            file = with(file, new MappingPatch(json.mapper()).apply(file.mapping(), mapping));
        }
        files.update(file);
        drafts.recount(importId);
        return file;
    }

    @Transactional
    void remove(UUID importId, UUID fileId) {
        drafts.locked(importId);
        files.delete(found(importId, fileId).id());
        drafts.recount(importId);
    }

    private ImportFile found(UUID importId, UUID fileId) {
        return files.find(importId, fileId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static FileProposal leftOut(FileProposal mapping) {
        return new FileProposal(
                mapping.file(), mapping.preset(), null, 1, mapping.alternatives(), mapping.columns(), null);
    }

    private static ImportFile with(ImportFile file, Found found) {
        return new ImportFile(
                file.id(),
                file.importId(),
                file.position(),
                file.name(),
                file.bytes(),
                found.rows(),
                found.detection(),
                found.proposal());
    }

    private static ImportFile with(ImportFile file, FileProposal mapping) {
        return new ImportFile(
                file.id(),
                file.importId(),
                file.position(),
                file.name(),
                file.bytes(),
                file.rows(),
                file.detection(),
                mapping);
    }

    private static ReadingOptions options(
            @Nullable String encoding, @Nullable String delimiter, @Nullable Boolean header) {
        Charset charset = null;
        if (encoding != null && !encoding.isBlank()) {
            try {
                charset = Charset.forName(encoding.strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new Problem(CommonProblem.INVALID).field("encoding", "exchange.no-such-encoding", encoding);
            }
        }
        Character separator = null;
        if (delimiter != null && !delimiter.isEmpty()) {
            separator = delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
            if (separator == '"' || separator == '\n' || separator == '\r') {
                throw new Problem(CommonProblem.INVALID).field("delimiter", "common.wrong-type");
            }
        }
        return new ReadingOptions(charset, separator, header, Limits.DEFAULT);
    }
}
