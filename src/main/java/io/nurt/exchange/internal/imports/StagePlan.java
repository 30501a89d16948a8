package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.imports.ImportOptions.StageChoice;
import io.nurt.exchange.internal.imports.ImportOptions.Unification;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.mapping.StagePaths;
import io.nurt.exchange.internal.mapping.StageProposal;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.mapping.Stages;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.exchange.internal.values.Nothing;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.identity.Workspaces;
import io.nurt.platform.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The stages that the files of an import name, in the order of a sale: open ones in the order in which deals come to them, or
 * else as their names and numbers suggest, then won, then lost. Where deals have a column of outcomes or a history, a stage
 * called like an outcome ({@code A_APPROVED} beside {@code approved}) is that outcome, unless most deals go on from it: an
 * {@code A_ACCEPTED} in the middle of the way decides nothing. A pipeline needs a stage of each kind: what is missing is added.
 */
@Component
public class StagePlan {
    private final Inspector inspector;
    private final PathReader paths;
    private final Workspaces workspaces;
    private final Texts texts;

    StagePlan(Inspector inspector, PathReader paths, Workspaces workspaces, Texts texts) {
        this.inspector = inspector;
        this.paths = paths;
        this.workspaces = workspaces;
        this.texts = texts;
    }

    /** The stages to be made: those the user chose, else those proposed. */
    public List<StageChoice> of(List<ImportFile> files, ImportOptions options) {
        if (!options.chosenStages().isEmpty()) {
            return complete(options.chosenStages());
        }
        return complete(propose(files, options).stream()
                .map(stage -> new StageChoice(stage.name(), stage.kind()))
                .toList());
    }

    List<StageProposal> propose(List<ImportFile> files, ImportOptions options) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> prefixes = new ArrayList<>();
        Map<String, Kind> outcomes = new LinkedHashMap<>();
        for (ImportFile file : files) {
            if (file.entity() == null) {
                continue;
            }
            if (file.mapping().filter() != null) {
                prefixes.add(file.mapping().filter().prefix());
            }
            for (ColumnMapping column : file.mapping().columns()) {
                if (column.field() == TargetField.DEAL_STATUS) {
                    outcomes(file, column, outcomes);
                }
                collect(file, column, options, names, counts);
            }
        }
        Map<String, Integer> byName = new LinkedHashMap<>();
        names.forEach((key, name) -> byName.put(name, counts.getOrDefault(key, 0)));
        StagePaths ways = ways(files, options);
        return Stages.propose(byName, ways).stream()
                .map(stage -> withOutcome(stage, prefixes, outcomes, ways))
                .sorted(Comparator.comparing(StageProposal::kind))
                .toList();
    }

    /** How deals go through the stages, by the first file that tells. */
    private StagePaths ways(List<ImportFile> files, ImportOptions options) {
        for (ImportFile file : files) {
            StagePaths ways = file.mapping()
                    .column(TargetField.HISTORY_STAGE)
                    .map(column -> paths.of(file, unified(file, column, options)))
                    .orElse(StagePaths.NONE);
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        return StagePaths.NONE;
    }

    private void collect(
            ImportFile file,
            ColumnMapping column,
            ImportOptions options,
            Map<String, String> names,
            Map<String, Integer> counts) {
        if (column.field() == TargetField.DEAL_STAGE_ENTERED_AT && column.stage() != null) {
            count(column.stage(), 0, names, counts);
        } else if (column.field() == TargetField.DEAL_STAGE || column.field() == TargetField.HISTORY_STAGE) {
            Map<String, String> unified = unified(file, column, options);
            TableProfile profile = inspector.profile(file);
            boolean present = column.field() == TargetField.DEAL_STAGE;
            // Where names do not tell the order, the first deals of the file do.
            profile.firstRows().forEach(row -> {
                String value = Nothing.trim(row.field(column.column()));
                if (taken(file, column, value)) {
                    count(unified.getOrDefault(value, value), 0, names, counts);
                }
            });
            profile.columns().get(column.column()).counts().forEach((value, rows) -> {
                if (taken(file, column, value)) {
                    count(unified.getOrDefault(value, value), present ? rows : 0, names, counts);
                }
            });
        }
    }

    private static boolean taken(ImportFile file, ColumnMapping column, String value) {
        var filter = file.mapping().filter();
        if (filter != null && filter.column() == column.column() && !value.startsWith(filter.prefix())) {
            return false;
        }
        return !Nothing.is(value);
    }

    private static Map<String, String> unified(ImportFile file, ColumnMapping column, ImportOptions options) {
        Map<String, String> unified = new LinkedHashMap<>();
        for (Unification one : options.accepted()) {
            if (one.fileId().equals(file.id()) && one.column() == column.column()) {
                unified.put(one.variant(), one.canonical());
            }
        }
        return unified;
    }

    private static void count(String name, int deals, Map<String, String> names, Map<String, Integer> counts) {
        String key = Folding.key(name);
        if (!key.isEmpty()) {
            names.putIfAbsent(key, name);
            counts.merge(key, deals, Integer::sum);
        }
    }

    private void outcomes(ImportFile file, ColumnMapping column, Map<String, Kind> outcomes) {
        for (String value :
                inspector.profile(file).columns().get(column.column()).counts().keySet()) {
            Stages.outcome(value)
                    .filter(kind -> kind != Kind.OPEN)
                    .ifPresent(kind -> outcomes.put(Folding.key(value), kind));
        }
    }

    private static StageProposal withOutcome(
            StageProposal stage, List<String> prefixes, Map<String, Kind> outcomes, StagePaths ways) {
        if (stage.kind() != Kind.OPEN || ways.goesOn(stage.name())) {
            return stage;
        }
        String bare = stage.name();
        for (String prefix : prefixes) {
            if (bare.startsWith(prefix)) {
                bare = bare.substring(prefix.length());
            }
        }
        Kind kind = outcomes.get(Folding.key(bare));
        if (kind == null) {
            kind = ways.ends(stage.name()) ? Stages.outcome(bare).orElse(Kind.OPEN) : Kind.OPEN;
        }
        return new StageProposal(stage.name(), kind, stage.deals());
    }

    /** With a stage of each kind that none of them is. */
    public List<StageChoice> complete(List<StageChoice> stages) {
        List<StageChoice> complete = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            stages.stream().filter(stage -> stage.kind() == kind).forEach(complete::add);
            if (stages.stream().noneMatch(stage -> stage.kind() == kind)) {
                String name = texts.get(workspaces.current().language(), "exchange.stage." + kind.code());
                complete.add(new StageChoice(name, kind));
            }
        }
        return complete;
    }
}
