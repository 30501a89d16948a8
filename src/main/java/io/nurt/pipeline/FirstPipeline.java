package io.nurt.pipeline;

import io.nurt.identity.WorkspaceCreated;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Language;
import io.nurt.platform.Texts;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a new workspace a pipeline to begin with, in its language. */
@Component
class FirstPipeline {
    private static final String KEY = "pipeline.first.";

    /** The stages: key of their texts, kind, probability and days until a deal is marked. */
    private enum First {
        NEW(StageKind.OPEN, "0.10", 7),
        QUALIFIED(StageKind.OPEN, "0.20", 14),
        MEETING(StageKind.OPEN, "0.40", 21),
        PROPOSAL(StageKind.OPEN, "0.60", 21),
        NEGOTIATION(StageKind.OPEN, "0.80", 14),
        WON(StageKind.WON, "1", null),
        LOST(StageKind.LOST, "0", null);

        private final StageKind kind;
        private final BigDecimal probability;
        private final @Nullable Integer rottingDays;

        First(StageKind kind, String probability, @Nullable Integer rottingDays) {
            this.kind = kind;
            this.probability = new BigDecimal(probability);
            this.rottingDays = rottingDays;
        }

        String key() {
            return KEY + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int REASONS = 7;

    private final PipelineStore store;
    private final LostReasonStore reasons;
    private final Texts texts;

    FirstPipeline(PipelineStore store, LostReasonStore reasons, Texts texts) {
        this.store = store;
        this.reasons = reasons;
        this.texts = texts;
    }

    @EventListener
    void make(WorkspaceCreated created) {
        Language language = created.language();
        UUID id = Ids.next();
        store.insert(id, texts.get(language, KEY + "name"), 1, null);
        for (First stage : First.values()) {
            store.insert(
                    new Stage(
                            Ids.next(),
                            id,
                            texts.get(language, stage.key()),
                            stage.kind,
                            stage.ordinal() + 1,
                            stage.probability,
                            stage.rottingDays,
                            texts.get(language, stage.key() + ".purpose"),
                            texts.get(language, stage.key() + ".help"),
                            null,
                            1),
                    null);
        }
        for (int i = 1; i <= REASONS; i++) {
            reasons.insert(Ids.next(), texts.get(language, KEY + "reason." + i), i, null);
        }
    }
}
