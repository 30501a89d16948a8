package io.nurt.exchange.internal.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nurt.exchange.internal.Codes;
import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.FileInterpreter;
import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.ForeignFile;
import io.nurt.exchange.internal.reading.ReadingOptions;
import io.nurt.exchange.internal.reading.Refusal;
import io.nurt.exchange.internal.reading.UnreadableFileException;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.values.TableProfiler;
import io.nurt.identity.Caller;
import io.nurt.kernel.Problem;
import io.nurt.platform.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what files are. What it found is remembered for a while, because the wizard asks again and again. */
@Component
class Inspector {
    /** Values remembered over all profiles: some tens of megabytes. */
    private static final long REMEMBERED = 600_000;

    private final FileStore files;
    private final RefusalTexts refusals;
    private final Texts texts;
    private final Cache<UUID, TableProfile> profiles = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((UUID id, TableProfile profile) -> 1
                    + profile.columns().stream()
                            .mapToInt(column -> column.counts().size())
                            .sum())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    Inspector(FileStore files, RefusalTexts refusals, Texts texts) {
        this.files = files;
        this.refusals = refusals;
        this.texts = texts;
    }

    /** A file as it was found. */
    record Found(TableProfile profile, Detection detection, FileProposal proposal) {
        long rows() {
            return profile.data() + profile.refused();
        }
    }

    /** @throws Problem {@link ExchangeProblem#FILE_UNREADABLE} saying why, in the caller's language */
    Found inspect(UUID id, Path path, String name, ReadingOptions options, @Nullable TargetEntity entity) {
        TableProfile profile = read(path, name, options);
        profiles.put(id, profile);
        boolean repaired = profile.columns().stream()
                .anyMatch(column -> refusals.isReasonHeader(column.column().header()));
        return new Found(profile, Detection.of(profile, options, repaired), propose(profile, entity));
    }

    /** What the file holds; read again when it is not remembered. Call inside a transaction. */
    TableProfile profile(ImportFile file) {
        TableProfile known = profiles.getIfPresent(file.id());
        if (known != null) {
            return known;
        }
        TableProfile profile = reread(file, file.detection().reading());
        profiles.put(file.id(), profile);
        return profile;
    }

    /** Inspects a stored file anew, as the user now says. */
    Found again(ImportFile file, ReadingOptions options, @Nullable TargetEntity entity) {
        Path path = spool(file);
        try {
            return inspect(file.id(), path, file.name(), options, entity);
        } finally {
            delete(path);
        }
    }

    FileProposal propose(TableProfile profile, @Nullable TargetEntity entity) {
        FileProposal proposal =
                entity == null ? FileInterpreter.propose(profile) : FileInterpreter.propose(profile, entity);
        List<ColumnMapping> columns = proposal.columns().stream()
                .map(column -> leftOut(column) ? column.as(null) : column)
                .toList();
        return proposal.with(columns);
    }

    /** Products have no fields of their own; the reasons in a list of refused rows are for its reader. */
    private boolean leftOut(ColumnMapping column) {
        return column.field() == TargetField.PRODUCT_CUSTOM || refusals.isReasonHeader(column.header());
    }

    private TableProfile reread(ImportFile file, ReadingOptions options) {
        Path path = spool(file);
        try {
            return read(path, file.name(), options);
        } finally {
            delete(path);
        }
    }

    private Path spool(ImportFile file) {
        try {
            return files.spool(file.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableProfile read(Path path, String name, ReadingOptions options) {
        try {
            return TableProfiler.profile(ForeignFile.inspect(path, name, options));
        } catch (UnreadableFileException e) {
            Refusal refusal = e.refusal();
            String reason = texts.get(
                    Caller.current().language(),
                    refusal.reason().messageKey(),
                    refusal.arguments().toArray());
            throw new Problem(ExchangeProblem.FILE_UNREADABLE, name, reason).with("reason", Codes.of(refusal.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
