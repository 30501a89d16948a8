package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.ProposalViews.CustomFieldView;
import io.nurt.exchange.internal.imports.ProposalViews.OwnerView;
import io.nurt.exchange.internal.imports.ProposalViews.PipelineView;
import io.nurt.exchange.internal.imports.ProposalViews.StageView;
import io.nurt.exchange.internal.imports.ProposalViews.UnificationView;
import io.nurt.exchange.internal.imports.ProposalViews.View;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.FileProposal;
import io.nurt.exchange.internal.mapping.Relation;
import io.nurt.exchange.internal.mapping.Relations;
import io.nurt.exchange.internal.mapping.StageProposal;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.variants.Industries;
import io.nurt.exchange.internal.variants.SpellingVariants;
import io.nurt.exchange.internal.variants.Variant;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.UserRef;
import io.nurt.identity.Users;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.Pipeline;
import io.nurt.pipeline.PipelineSetup;
import io.nurt.pipeline.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the files of an import together suggest; the user accepts, changes or refuses each of it. */
@Service
public class Proposals {
    private static final int MOST_OWNERS = 500;

    private final ImportStore imports;
    private final FileStore files;
    private final Inspector inspector;
    private final StagePlan stages;
    private final PipelineSetup pipelines;
    private final Users users;

    Proposals(
            ImportStore imports,
            FileStore files,
            Inspector inspector,
            StagePlan stages,
            PipelineSetup pipelines,
            Users users) {
        this.imports = imports;
        this.files = files;
        this.inspector = inspector;
        this.stages = stages;
        this.pipelines = pipelines;
        this.users = users;
    }

    @Transactional(readOnly = true)
    View of(UUID importId) {
        Caller.require(Permission.IMPORT);
        ImportRow row = imports.find(importId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<ImportFile> used = files.of(importId).stream()
                .filter(file -> file.entity() != null)
                .toList();
        List<TableProfile> tables = used.stream().map(inspector::profile).toList();
        List<Relation> relations =
                Relations.between(used.stream().map(Proposals::named).toList(), tables);
        List<StageProposal> proposed = stages.propose(used, row.options());
        List<StageView> stageViews = new ArrayList<>();
        for (StageProposal stage : proposed) {
            stageViews.add(new StageView(stage.name(), stage.kind(), stageViews.size() + 1, stage.deals()));
        }
        return new View(
                unifications(used, tables, relations),
                stageViews,
                pipelines(proposed),
                pipelineName(used, tables, row.name()),
                relations,
                customFields(used),
                owners(used, tables));
    }

    /** Files may share a name; relations name them by it. */
    private static FileProposal named(ImportFile file) {
        FileProposal mapping = file.mapping();
        return new FileProposal(
                file.name(),
                mapping.preset(),
                mapping.entity(),
                mapping.confidence(),
                mapping.alternatives(),
                mapping.columns(),
                mapping.filter());
    }

    private static List<UnificationView> unifications(
            List<ImportFile> files, List<TableProfile> tables, List<Relation> relations) {
        List<UnificationView> found = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ImportFile file = files.get(i);
            for (ColumnMapping column : file.mapping().columns()) {
                var counts = tables.get(i).columns().get(column.column()).counts();
                Collection<String> known = column.field() == TargetField.COMPANY_INDUSTRY
                        ? Industries.writtenAsIn(counts)
                        : known(file, column, files, tables, relations);
                if (known == null) {
                    continue;
                }
                for (Variant variant : SpellingVariants.propose(counts, known)) {
                    found.add(new UnificationView(
                            file.id(),
                            column.column(),
                            column.header(),
                            variant.variant(),
                            variant.canonical(),
                            variant.count(),
                            variant.reason()));
                }
            }
        }
        return found;
    }

    /** The right spellings of a column's values; null when its values are no names. */
    private static @Nullable Collection<String> known(
            ImportFile file,
            ColumnMapping column,
            List<ImportFile> files,
            List<TableProfile> tables,
            List<Relation> relations) {
        TargetField field = column.field();
        if (field == null) {
            return null;
        }
        if (field.kind() == TargetField.Kind.CHOICE) {
            return Set.of();
        }
        if (field.refersTo() == null || field.refersTo() == TargetEntity.DEAL || References.isId(column.header())) {
            return null;
        }
        for (Relation relation : relations) {
            if (relation.fromFile().equals(file.name()) && relation.fromColumn() == column.column()) {
                for (int i = 0; i < files.size(); i++) {
                    if (files.get(i).name().equals(relation.toFile())) {
                        return identifies(files.get(i), relation.toColumn())
                                ? null
                                : tables.get(i)
                                        .columns()
                                        .get(relation.toColumn())
                                        .counts()
                                        .keySet();
                    }
                }
            }
        }
        return Set.of();
    }

    private static boolean identifies(ImportFile file, int column) {
        TargetField field = file.mapping().columns().get(column).field();
        return field != null && field.kind() == TargetField.Kind.ID;
    }

    private List<PipelineView> pipelines(List<StageProposal> stages) {
        return pipelines.pipelines().stream()
                .filter(pipeline -> pipeline.archivedAt() == null)
                .map(pipeline -> new PipelineView(
                        pipeline.id(),
                        pipeline.name(),
                        pipeline.stages().stream().map(Stage::name).toList(),
                        fits(pipeline, stages.stream().map(StageProposal::name).toList())))
                .toList();
    }

    /** Whether every stage is in the pipeline. */
    public static boolean fits(Pipeline pipeline, List<String> stages) {
        Set<String> names = new HashSet<>();
        pipeline.stages().forEach(stage -> names.add(Folding.key(stage.name())));
        return !stages.isEmpty() && stages.stream().allMatch(stage -> names.contains(Folding.key(stage)));
    }

    private static String pipelineName(List<ImportFile> files, List<TableProfile> tables, String importName) {
        for (int i = 0; i < files.size(); i++) {
            for (ColumnMapping column : files.get(i).mapping().columns()) {
                var counts = tables.get(i).columns().get(column.column()).counts();
                if (column.field() == TargetField.DEAL_PIPELINE && !counts.isEmpty()) {
                    return counts.keySet().iterator().next();
                }
            }
        }
        return PipelineName.of(files, importName);
    }

    private static List<CustomFieldView> customFields(List<ImportFile> files) {
        List<CustomFieldView> fields = new ArrayList<>();
        for (ImportFile file : files) {
            for (ColumnMapping column : file.mapping().columns()) {
                if (column.field() != null && column.field().kind() == TargetField.Kind.CUSTOM) {
                    fields.add(new CustomFieldView(
                            String.valueOf(
                                    file.entity() == null ? null : file.entity().code()),
                            column.header(),
                            Objects.requireNonNullElse(column.customType(), ColumnMapping.CustomType.TEXT)
                                    .code()));
                }
            }
        }
        return fields;
    }

    private List<OwnerView> owners(List<ImportFile> files, List<TableProfile> tables) {
        Set<String> values = new TreeSet<>();
        for (int i = 0; i < files.size(); i++) {
            for (ColumnMapping column : files.get(i).mapping().columns()) {
                TargetField field = column.field();
                if (field != null && field.refersTo() == TargetEntity.PERSON && field != TargetField.HISTORY_ACTOR) {
                    values.addAll(tables.get(i)
                            .columns()
                            .get(column.column())
                            .counts()
                            .keySet());
                }
            }
        }
        return values.stream()
                .limit(MOST_OWNERS)
                .map(value -> new OwnerView(value, user(value)))
                .toList();
    }

    private @Nullable UserRef user(String value) {
        return users.byEmail(value).or(() -> users.byName(value)).orElse(null);
    }
}
