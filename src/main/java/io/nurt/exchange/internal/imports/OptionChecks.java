package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.ExchangeProblem;
import io.nurt.exchange.internal.imports.ImportOptions.StageChoice;
import io.nurt.exchange.internal.mapping.TargetEntity;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.values.Folding;
import io.nurt.identity.Users;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.pipeline.PipelineSetup;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether decisions about an import can be followed. Call inside a transaction. */
@Component
class OptionChecks {
    static final Set<String> FIELDS = Set.of(
            "source",
            "currency",
            "zone",
            "ownerMode",
            "owners",
            "pipelineId",
            "newPipelineName",
            "stages",
            "unifications");
    private static final int LONGEST = 200;

    private final PipelineSetup pipelines;
    private final Users users;

    OptionChecks(PipelineSetup pipelines, Users users) {
        this.pipelines = pipelines;
        this.users = users;
    }

    /** @throws Problem naming each option that cannot be followed */
    void check(ImportOptions options) {
        Problem problem = new Problem(CommonProblem.INVALID);
        if (options.currency() != null && !isCurrency(options.currency())) {
            problem.field("options.currency", "exchange.no-such-currency", options.currency());
        }
        if (options.zone() != null && !isZone(options.zone())) {
            problem.field("options.zone", "exchange.no-such-zone", options.zone());
        }
        String mode = options.ownerMode();
        if (mode != null
                && !Set.of(ImportOptions.CREATE, ImportOptions.MATCH, ImportOptions.NONE)
                        .contains(mode)) {
            problem.field("options.ownerMode", "common.wrong-type");
        }
        if (options.source() != null
                && (options.source().isBlank() || options.source().length() > LONGEST)) {
            problem.field("options.source", "common.too-long", LONGEST);
        }
        if (options.newPipelineName() != null
                && options.newPipelineName().strip().length() > LONGEST) {
            problem.field("options.newPipelineName", "common.too-long", LONGEST);
        }
        if (options.pipelineId() != null
                && pipelines.pipelines().stream()
                        .noneMatch(pipeline ->
                                pipeline.id().equals(options.pipelineId()) && pipeline.archivedAt() == null)) {
            problem.field("options.pipelineId", "common.no-such-record");
        }
        var known = users.find(options.knownOwners().values());
        options.knownOwners().forEach((value, user) -> {
            if (!known.containsKey(user)) {
                problem.field("options.owners", "common.no-such-record");
            }
        });
        stages(options.chosenStages(), problem);
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }

    private static void stages(List<StageChoice> stages, Problem problem) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            StageChoice stage = stages.get(i);
            if (stage.name() == null || stage.name().isBlank() || stage.kind() == null) {
                problem.field("options.stages[" + i + "]", "common.required");
            } else if (stage.name().strip().length() > LONGEST) {
                problem.field("options.stages[" + i + "]", "common.too-long", LONGEST);
            } else if (!names.add(Folding.key(stage.name()))) {
                problem.field("options.stages[" + i + "]", "exchange.stage-twice", stage.name());
            }
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** @throws Problem unless there is something to bring in and every record can be made */
    void ready(List<ImportFile> files) {
        if (files.stream().allMatch(file -> file.entity() == null)) {
            throw new Problem(ExchangeProblem.NOTHING_TO_IMPORT);
        }
        for (ImportFile file : files) {
            TargetEntity entity = file.entity();
            if (entity != null && !complete(entity, mapped(file))) {
                throw new Problem(ExchangeProblem.COLUMN_MISSING, file.name()).with("fileId", file.id());
            }
        }
    }

    private static Set<TargetField> mapped(ImportFile file) {
        Set<TargetField> fields = EnumSet.noneOf(TargetField.class);
        file.mapping().columns().forEach(column -> {
            if (column.field() != null) {
                fields.add(column.field());
            }
        });
        return fields;
    }

    private static boolean complete(TargetEntity entity, Set<TargetField> fields) {
        return switch (entity) {
            case COMPANY -> fields.contains(TargetField.COMPANY_NAME);
            case PRODUCT -> fields.contains(TargetField.PRODUCT_NAME);
            case CONTACT ->
                fields.contains(TargetField.CONTACT_LAST_NAME)
                        || fields.contains(TargetField.CONTACT_FIRST_NAME)
                        || fields.contains(TargetField.CONTACT_FULL_NAME)
                        || fields.contains(TargetField.CONTACT_EMAILS);
            case PERSON ->
                fields.contains(TargetField.PERSON_NAME)
                        || fields.contains(TargetField.PERSON_LAST_NAME)
                        || fields.contains(TargetField.PERSON_FIRST_NAME)
                        || fields.contains(TargetField.PERSON_EMAIL);
            case DEAL ->
                fields.contains(TargetField.DEAL_TITLE)
                        || fields.contains(TargetField.DEAL_ID)
                        || fields.contains(TargetField.DEAL_COMPANY);
            case STAGE_HISTORY ->
                fields.contains(TargetField.HISTORY_DEAL)
                        && fields.contains(TargetField.HISTORY_STAGE)
                        && fields.contains(TargetField.HISTORY_AT);
        };
    }
}
