package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.ImportViews.FileView;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/imports/{id}/files")
class ImportFileController {
    private static final int LONGEST_NAME = 200;

    private final ImportFiles files;

    ImportFileController(ImportFiles files) {
        this.files = files;
    }

    /** One file is answered as such, several as {@code items}. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Object add(
            @PathVariable UUID id,
            @RequestParam("file") List<MultipartFile> parts,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String delimiter)
            throws IOException {
        Caller.require(Permission.IMPORT);
        List<FileView> added = new ArrayList<>();
        for (MultipartFile part : parts) {
            Path content = Files.createTempFile("nurt-upload-", ".part");
            try {
                try (InputStream in = part.getInputStream()) {
                    Files.copy(in, content, StandardCopyOption.REPLACE_EXISTING);
                }
                added.add(FileView.of(files.add(id, content, name(part), encoding, delimiter)));
            } finally {
                Files.deleteIfExists(content);
            }
        }
        return added.size() == 1 ? added.get(0) : Map.of("items", added);
    }

    /** Without the folders some browsers send. */
    private static String name(MultipartFile part) {
        String given = part.getOriginalFilename();
        String name = given == null || given.isBlank() ? "file.csv" : given.replaceFirst("^.*[/\\\\]", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    @PatchMapping("/{fileId}")
    FileView change(@PathVariable UUID id, @PathVariable UUID fileId, @RequestBody JsonNode body) {
        return FileView.of(files.change(id, fileId, body));
    }

    @DeleteMapping("/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable UUID fileId) {
        files.remove(id, fileId);
    }
}
