package io.nurt.exchange.internal.running;

import io.nurt.directory.CustomField;
import io.nurt.directory.CustomFieldImport;
import io.nurt.directory.RecordKind;
import io.nurt.exchange.internal.imports.Choices;
import io.nurt.exchange.internal.imports.ExchangeJson;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.imports.ImportOptions;
import io.nurt.exchange.internal.imports.ImportOptions.StageChoice;
import io.nurt.exchange.internal.imports.ImportRow;
import io.nurt.exchange.internal.imports.StagePlan;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.mapping.Preset;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.running.PipelineSplit.Part;
import io.nurt.exchange.internal.running.RunContext.MadeField;
import io.nurt.exchange.internal.running.RunContext.MadePipeline;
import io.nurt.exchange.internal.running.RunContext.MadeStage;
import io.nurt.exchange.internal.running.RunContext.Setup;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Stage;
import io.nurt.pipeline.StageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what records need before the first of them comes: pipeline, stages, custom fields. Call inside a transaction. */
@Component
class RunSetup {
    private final PipelineSetup pipelines;
    private final CustomFieldImport customFields;
    private final StagePlan plan;
    private final Choices choices;
    private final PipelineSplit split;
    private final PipelineMaker maker;
    private final Workspaces workspaces;
    private final ExchangeJson json;

    RunSetup(
            PipelineSetup pipelines,
            CustomFieldImport customFields,
            StagePlan plan,
            Choices choices,
            PipelineSplit split,
            PipelineMaker maker,
            Workspaces workspaces,
            ExchangeJson json) {
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.plan = plan;
        this.choices = choices;
        this.split = split;
        this.maker = maker;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** What holds for all rows; what has been made already is taken as it is. */
    RunContext context(ImportRow row, List<ImportFile> files, boolean pretend) {
        Setup stored = json.read(row.setup(), Setup.class);
        Setup setup = stored.done() ? stored : make(row, files, pretend);
        Workspace workspace = workspaces.current();
        ImportOptions options = row.options();
        return new RunContext(
                row.id(),
                source(options, files),
                options,
                options.currency() == null ? workspace.currency().getCurrencyCode() : options.currency(),
                options.zone() == null ? workspace.zone() : ZoneId.of(options.zone()),
                setup,
                pretend);
    }

    /** The system by its name; of a system nobody recognises, the name of the file that matters most, without what numbers it. */
    private static String source(ImportOptions options, List<ImportFile> files) {
        if (options.source() != null) {
            return options.source().strip();
        }
        for (ImportFile file : files) {
            if (file.mapping().preset() != Preset.GENERIC) {
                return file.mapping().preset().code();
            }
        }
        String name = files.stream()
                .filter(file -> file.entity() == TargetEntity.DEAL)
                .findFirst()
                .or(() -> files.stream().findFirst())
                .map(ImportFile::name)
                .orElse("file");
        String stem = Folding.fold(name.replaceFirst("\\.[^.]*$", ""))
                .replaceAll("[^\\p{L}]+", "-")
                .replaceAll("^-+|-+$", "");
        return "file:" + stem;
    }

    private Setup make(ImportRow row, List<ImportFile> files, boolean pretend) {
        boolean deals = files.stream()
                .anyMatch(file -> file.entity() == TargetEntity.DEAL || file.entity() == TargetEntity.STAGE_HISTORY);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, Map<String, MadeField>> custom = new HashMap<>();
        for (ImportFile file : files) {
            custom.put(file.id(), custom(row.id(), file, row.options().accepted(), pretend));
        }
        if (!deals) {
            return Setup.of(at, List.of(), custom);
        }
        List<StageChoice> wanted = plan.of(files, row.options());
        List<Part> parts = this.split.of(files, row.options());
        List<MadePipeline> made = new ArrayList<>();
        boolean split = parts.size() > 1 || parts.size() == 1 && row.options().choosesNoPipeline();
        if (!split) {
            made.add(maker.chosen(row, files, wanted, pretend));
            return Setup.of(at, made, custom);
        }
        for (Part part : parts) {
            List<StageChoice> own = plan.complete(wanted.stream()
                    .filter(stage -> part.stages().contains(Folding.key(stage.name())))
                    .toList());
            made.add(
                    part.name() == null
                            ? maker.chosen(row, files, own, pretend)
                            : maker.named(row, part.name(), own, pretend));
        }
        return Setup.of(at, made, custom);
    }

    private Map<String, MadeField> custom(
            UUID importId, ImportFile file, List<ImportOptions.Unification> unifications, boolean pretend) {
        RecordKind kind = kind(file.entity());
        Map<String, MadeField> made = new LinkedHashMap<>();
        if (kind == null) {
            return made;
        }
        List<ColumnMapping> columns = file.mapping().columns().stream()
                .filter(column -> column.field() != null && column.field().kind() == TargetField.Kind.CUSTOM)
                .toList();
        List<CustomFieldImport.Wanted> wanted = columns.stream()
                .map(column -> wanted(file, column, unifications))
                .toList();
        List<Optional<CustomField>> fields = pretend
                ? customFields.find(kind, wanted)
                : customFields.ensure(importId, kind, wanted).stream()
                        .map(Optional::of)
                        .toList();
        for (int i = 0; i < columns.size(); i++) {
            String key = fields.get(i).map(CustomField::key).orElse("column " + i);
            made.put(
                    columns.get(i).header(),
                    new MadeField(key, Objects.requireNonNullElse(columns.get(i).customType(), CustomType.TEXT)));
        }
        return made;
    }

    private CustomFieldImport.Wanted wanted(
            ImportFile file, ColumnMapping column, List<ImportOptions.Unification> unifications) {
        CustomType type = Objects.requireNonNullElse(column.customType(), CustomType.TEXT);
        boolean words = type == CustomType.CHOICE || type == CustomType.TEXT;
        List<String> options = words ? choices.of(file, column, unifications) : List.of();
        // What cannot be a list of choices is kept as the text it is.
        String code = type == CustomType.CHOICE && options.isEmpty() ? CustomType.TEXT.code() : type.code();
        return new CustomFieldImport.Wanted(column.header(), code, options);
    }

    private static @Nullable RecordKind kind(@Nullable TargetEntity entity) {
        if (entity == null) {
            return null;
        }
        return switch (entity) {
            case COMPANY -> RecordKind.COMPANY;
            case CONTACT -> RecordKind.CONTACT;
            case DEAL -> RecordKind.DEAL;
            case PRODUCT, PERSON, STAGE_HISTORY -> null;
        };
    }

    /** The pipelines that deals go to; while pretending, some are not there yet. */
    Targets targets(RunContext context) {
        Map<UUID, Stage> known = new HashMap<>();
        pipelines.pipelines().forEach(pipeline -> pipeline.stages().forEach(stage -> known.put(stage.id(), stage)));
        List<Targets.Target> targets = new ArrayList<>();
        for (MadePipeline pipeline : context.setup().made()) {
            Map<String, Stage> named = new LinkedHashMap<>();
            for (MadeStage made : pipeline.stages()) {
                Stage stage = known.get(made.id());
                named.put(made.name(), stage != null ? stage : pretended(pipeline, made, named.size() + 1));
            }
            targets.add(new Targets.Target(pipeline, new StageBook(named)));
        }
        return new Targets(targets);
    }

    private static Stage pretended(MadePipeline pipeline, MadeStage made, int position) {
        return new Stage(
                made.id(),
                pipeline.id(),
                made.name(),
                StageKind.valueOf(made.kind().name()),
                position,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                1);
    }
}
