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
import io.nurt.exchange.internal.imports.Proposals;
import io.nurt.exchange.internal.imports.StagePlan;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.ColumnMapping.CustomType;
import io.nurt.exchange.internal.mapping.Preset;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.running.RunContext.MadeField;
import io.nurt.exchange.internal.running.RunContext.MadeStage;
import io.nurt.exchange.internal.running.RunContext.Setup;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.identity.Workspace;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.Ids;
import io.nurt.pipeline.NewStage;
import io.nurt.pipeline.Pipeline;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Stage;
import io.nurt.pipeline.StageKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what records need before the first of them comes: pipeline, stages, custom fields. Call inside a transaction. */
@Component
class RunSetup {
    private static final int LONGEST = 200;

    private final PipelineSetup pipelines;
    private final CustomFieldImport customFields;
    private final StagePlan plan;
    private final Choices choices;
    private final Workspaces workspaces;
    private final ExchangeJson json;

    RunSetup(
            PipelineSetup pipelines,
            CustomFieldImport customFields,
            StagePlan plan,
            Choices choices,
            Workspaces workspaces,
            ExchangeJson json) {
        this.pipelines = pipelines;
        this.customFields = customFields;
        this.plan = plan;
        this.choices = choices;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** What holds for all rows; what has been made already is taken as it is. */
    RunContext context(ImportRow row, List<ImportFile> files, boolean pretend) {
        Setup stored = json.read(row.setup(), Setup.class);
        Setup setup = stored.made() ? stored : make(row, files, pretend);
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
            return new Setup(at, null, List.of(), custom);
        }
        List<StageChoice> wanted = plan.of(files, row.options());
        Pipeline pipeline = pipeline(row, wanted);
        UUID pipelineId = pipeline == null ? Ids.next() : pipeline.id();
        if (pipeline == null && !pretend) {
            Pipeline made = pipelines.create(name(row), newStages(wanted), row.id());
            return new Setup(at, made.id(), named(made, wanted), custom);
        }
        return new Setup(at, pipelineId, stages(pipeline, wanted, row.id(), pretend), custom);
    }

    /** The pipeline that was chosen, else one that has all the stages; null: a new one. */
    private @Nullable Pipeline pipeline(ImportRow row, List<StageChoice> wanted) {
        UUID chosen = row.options().pipelineId();
        List<String> names = wanted.stream().map(StageChoice::name).toList();
        for (Pipeline pipeline : pipelines.pipelines()) {
            boolean fits = chosen != null
                    ? pipeline.id().equals(chosen)
                    : row.options().newPipelineName() == null
                            && pipeline.archivedAt() == null
                            && Proposals.fits(pipeline, names);
            if (fits) {
                return pipeline;
            }
        }
        return null;
    }

    private static String name(ImportRow row) {
        String name = row.options().newPipelineName();
        String called = name == null || name.isBlank() ? row.name() : name.strip();
        return called.length() > LONGEST ? called.substring(0, LONGEST) : called;
    }

    /** Chances rise evenly along the open stages until history says better. */
    private static List<NewStage> newStages(List<StageChoice> wanted) {
        long open = wanted.stream().filter(stage -> stage.kind() == Kind.OPEN).count();
        List<NewStage> stages = new ArrayList<>();
        for (StageChoice stage : wanted) {
            BigDecimal probability = BigDecimal.valueOf(stages.size() + 1L)
                    .divide(BigDecimal.valueOf(open + 1), 2, RoundingMode.HALF_UP)
                    .min(BigDecimal.ONE);
            stages.add(new NewStage(
                    shortened(stage.name()),
                    stage.kind().code(),
                    stage.kind() == Kind.OPEN ? probability : null,
                    null,
                    null,
                    null));
        }
        return stages;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static List<MadeStage> named(Pipeline pipeline, List<StageChoice> wanted) {
        List<MadeStage> made = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            made.add(new MadeStage(
                    pipeline.stages().get(i).id(),
                    wanted.get(i).name(),
                    wanted.get(i).kind()));
        }
        return made;
    }

    /** Those of an existing pipeline by their names, and those that it lacks. */
    private List<MadeStage> stages(
            @Nullable Pipeline pipeline, List<StageChoice> wanted, UUID importId, boolean pretend) {
        List<MadeStage> made = new ArrayList<>();
        for (StageChoice choice : wanted) {
            Stage known = pipeline == null
                    ? null
                    : pipeline.stages().stream()
                            .filter(stage -> Folding.key(stage.name()).equals(Folding.key(choice.name())))
                            .findFirst()
                            .orElse(null);
            if (known != null) {
                made.add(new MadeStage(
                        known.id(), choice.name(), Kind.valueOf(known.kind().name())));
            } else if (pretend || pipeline == null) {
                made.add(new MadeStage(Ids.next(), choice.name(), choice.kind()));
            } else {
                Stage added = pipelines.addStage(
                        pipeline.id(), newStages(List.of(choice)).get(0), importId);
                made.add(new MadeStage(added.id(), choice.name(), choice.kind()));
            }
        }
        return made;
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
        List<CustomField> fields =
                pretend || wanted.isEmpty() ? List.of() : customFields.ensure(importId, kind, wanted);
        for (int i = 0; i < columns.size(); i++) {
            String key = fields.isEmpty() ? "column_" + i : fields.get(i).key();
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

    /** The stages as deals are told with; while pretending, some are not there yet. */
    StageBook stages(RunContext context) {
        Map<UUID, Stage> known = new HashMap<>();
        pipelines.pipelines().forEach(pipeline -> pipeline.stages().forEach(stage -> known.put(stage.id(), stage)));
        Map<String, Stage> named = new LinkedHashMap<>();
        int position = 1;
        for (MadeStage made : context.stages()) {
            Stage stage = known.get(made.id());
            named.put(made.name(), stage != null ? stage : pretended(context, made, position));
            position++;
        }
        return new StageBook(named);
    }

    private static Stage pretended(RunContext context, MadeStage made, int position) {
        return new Stage(
                made.id(),
                Objects.requireNonNullElse(context.setup().pipelineId(), made.id()),
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
