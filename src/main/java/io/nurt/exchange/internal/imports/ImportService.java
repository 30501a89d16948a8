package io.nurt.exchange.internal.imports;

import io.nurt.exchange.ImportProgress;
import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.exchange.internal.imports.ImportViews.FileView;
import io.nurt.exchange.internal.imports.ImportViews.View;
import io.nurt.identity.AuditLog;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Cursor;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Page;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import io.nurt.platform.Jobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports from their beginning to their being taken back. The rows themselves are brought in by background jobs. */
@Service
public class ImportService {
    private static final int LONGEST_NAME = 200;

    private final ImportStore imports;
    private final FileStore files;
    private final Drafts drafts;
    private final OptionChecks checks;
    private final Users users;
    private final Jobs jobs;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final RefusalTexts refusals;
    private final ExchangeJson json;

    ImportService(
            ImportStore imports,
            FileStore files,
            Drafts drafts,
            OptionChecks checks,
            Users users,
            Jobs jobs,
            AuditLog audit,
            ApplicationEventPublisher events,
            RefusalTexts refusals,
            ExchangeJson json) {
        this.imports = imports;
        this.files = files;
        this.drafts = drafts;
        this.checks = checks;
        this.users = users;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.refusals = refusals;
        this.json = json;
    }

    @Transactional
    View create(@Nullable String name) {
        Caller caller = Caller.require(Permission.IMPORT);
        String called = name == null || name.isBlank() ? "Import " + LocalDate.now(caller.zone()) : name;
        UUID id = Ids.next();
        imports.insert(id, named(called), ImportOptions.DEFAULT, caller.userId());
        return view(id);
    }

    @Transactional(readOnly = true)
    View one(UUID id) {
        Caller.require(Permission.IMPORT);
        return view(id);
    }

    @Transactional(readOnly = true)
    Page<View> page(int limit, @Nullable String cursor) {
        Caller.require(Permission.IMPORT);
        Cursor after = Cursor.decode(cursor, 2);
        List<ImportRow> rows = imports.page(
                limit + 1,
                after == null ? null : instant(after.values().get(0)),
                after == null ? null : uuid(after.values().get(1)));
        Map<UUID, UserRef> by = users.find(
                rows.stream().map(ImportRow::createdBy).filter(Objects::nonNull).toList());
        return Page.cut(rows, limit, row -> Cursor.of(row.createdAt(), row.id()))
                .map(row -> View.of(row, row.createdBy() == null ? null : by.get(row.createdBy()), failure(row), null));
    }

    private static @Nullable String instant(@Nullable String text) {
        try {
            return Instant.parse(String.valueOf(text)).toString();
        } catch (java.time.DateTimeException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    private static @Nullable String uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text)).toString();
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.BAD_CURSOR);
        }
    }

    /** Changes the name and those options that are named. */
    @Transactional
    View change(UUID id, @Nullable Integer version, JsonNode body) {
        ImportRow row = drafts.locked(id);
        Versions.check(version, row.version(), View.of(row, null, null, null));
        Patch patch = new Patch(body, json.mapper()).only(Set.of("name", "options"));
        ObjectNode options = json.mapper().valueToTree(row.options());
        patch.node("options").ifPresent(given -> new Patch(given, json.mapper()).only(OptionChecks.FIELDS));
        patch.node("options").ifPresent(given -> options.setAll((ObjectNode) given));
        ImportOptions read = patch.has("options")
                ? Objects.requireNonNull(new Patch(wrapped(options), json.mapper())
                        .value("options", ImportOptions.class, ImportOptions.DEFAULT))
                : row.options();
        checks.check(read);
        String name = patch.value("name", String.class, row.name());
        imports.change(id, named(name == null ? row.name() : name), read);
        return view(id);
    }

    private ObjectNode wrapped(ObjectNode options) {
        ObjectNode wrapper = json.mapper().createObjectNode();
        wrapper.set("options", options);
        return wrapper;
    }

    /** Begins an import, or goes on with one that was stopped. */
    @Transactional
    View run(UUID id) {
        Caller caller = Caller.require(Permission.IMPORT);
        ImportRow row = locked(id);
        switch (row.status()) {
            case DRAFT -> checks.ready(files.of(id));
            case CANCELLED, FAILED -> checks.ready(files.of(id));
            case QUEUED, RUNNING, DONE, UNDOING, UNDONE -> throw new Problem(ExchangeProblem.NOT_NOW);
        }
        imports.status(id, ImportStatus.QUEUED);
        schedule(ImportJobData.RUN, id, caller);
        audit.record("import-started", "import", id, Map.of("name", row.name(), "rows", row.totalRows()));
        return told(id);
    }

    /** What is written stays; it can be taken back, or gone on with. */
    @Transactional
    View cancel(UUID id) {
        Caller.require(Permission.IMPORT);
        ImportRow row = locked(id);
        if (row.status() != ImportStatus.QUEUED
                && row.status() != ImportStatus.RUNNING
                && row.status() != ImportStatus.DRAFT) {
            throw new Problem(ExchangeProblem.NOT_NOW);
        }
        imports.status(id, ImportStatus.CANCELLED);
        jobs.cancel(ImportJobData.RUN, id.toString());
        return told(id);
    }

    @Transactional
    View undo(UUID id) {
        Caller caller = Caller.require(Permission.IMPORT);
        ImportRow row = locked(id);
        if (row.status() != ImportStatus.DONE
                && row.status() != ImportStatus.CANCELLED
                && row.status() != ImportStatus.FAILED) {
            throw new Problem(ExchangeProblem.NOT_NOW);
        }
        imports.status(id, ImportStatus.UNDOING);
        schedule(ImportJobData.UNDO, id, caller);
        audit.record("import-undone", "import", id, Map.of("name", row.name(), "rows", row.doneRows()));
        return told(id);
    }

    /** A new draft with the same files and decisions; a file added under the name of one of them takes its place. */
    @Transactional
    View repeat(UUID id) {
        Caller caller = Caller.require(Permission.IMPORT);
        ImportRow row = imports.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        UUID copy = Ids.next();
        imports.insert(copy, row.name(), row.options(), caller.userId());
        Map<UUID, UUID> copies = new java.util.HashMap<>();
        for (ImportFile file : files.of(id)) {
            UUID fileId = Ids.next();
            copies.put(file.id(), fileId);
            files.copy(
                    file.id(),
                    new ImportFile(
                            fileId,
                            copy,
                            file.position(),
                            file.name(),
                            file.bytes(),
                            file.rows(),
                            file.detection(),
                            file.mapping()));
        }
        imports.change(copy, row.name(), row.options().forFiles(copies));
        drafts.recount(copy);
        return view(copy);
    }

    private void schedule(String job, UUID id, Caller caller) {
        jobs.schedule(job, id.toString(), caller.workspaceId(), ImportJobData.of(id, caller), Instant.now());
    }

    private ImportRow locked(UUID id) {
        return imports.lock(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private View told(UUID id) {
        ImportRow row = imports.find(id).orElseThrow();
        events.publishEvent(new ImportProgress(
                Caller.current().workspaceId(),
                id,
                row.status().code(),
                row.doneRows(),
                row.totalRows(),
                row.createdBy()));
        return view(id);
    }

    private View view(UUID id) {
        ImportRow row = imports.find(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        UserRef by =
                row.createdBy() == null ? null : users.find(row.createdBy()).orElse(null);
        return View.of(
                row, by, failure(row), files.of(id).stream().map(FileView::of).toList());
    }

    private @Nullable String failure(ImportRow row) {
        if (row.failure() == null) {
            return null;
        }
        List<RefusalTexts.Told> told = List.of(json.read(row.failure(), RefusalTexts.Told[].class));
        return refusals.sentence(Caller.current().language(), told);
    }

    private static String named(String name) {
        String stripped = name.strip();
        if (stripped.length() > LONGEST_NAME) {
            throw new Problem(CommonProblem.INVALID).field("name", "common.too-long", LONGEST_NAME);
        }
        return stripped;
    }
}
