package io.nurt.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Made-up pipelines and event logs for properties. */
final class Histories {
    static final Instant START = Instant.parse("2025-01-01T08:00:00Z");
    static final UUID ONE = new UUID(0, 1);
    static final UUID OTHER = new UUID(0, 2);

    private Histories() {}

    static UUID stage(UUID pipeline, int position) {
        return new UUID(pipeline.getLeastSignificantBits(), position);
    }

    /** Two pipelines of five open stages, a won (6) and a lost (7) one. */
    static DealHistory.Stages stages() {
        Map<UUID, Stage> stages = new LinkedHashMap<>();
        for (UUID pipeline : List.of(ONE, OTHER)) {
            for (int i = 1; i <= 7; i++) {
                StageKind kind = i <= 5 ? StageKind.OPEN : i == 6 ? StageKind.WON : StageKind.LOST;
                UUID id = stage(pipeline, i);
                stages.put(id, new Stage(id, pipeline, "S" + i, kind, i, BigDecimal.ZERO, null, null, null, null, 1));
            }
        }
        return stages::get;
    }

    static DealState state(UUID pipeline, int position, int passNo) {
        StageKind kind = position <= 5 ? StageKind.OPEN : position == 6 ? StageKind.WON : StageKind.LOST;
        return new DealState(
                "Deal",
                null,
                pipeline,
                stage(pipeline, position),
                kind,
                null,
                null,
                passNo,
                BigDecimal.TEN,
                "PLN",
                null,
                null,
                null,
                null,
                true);
    }

    static DealEvent event(int seq, DealEventKind kind, long effectiveDay, DealState state) {
        Instant effective = START.plus(Duration.ofDays(effectiveDay));
        return new DealEvent(seq, kind, effective, START.plus(Duration.ofDays(1000 + seq)), state);
    }

    /** A log such as the services and imports write: moves, skips, steps back, ties, back-dating, returns, undone ends. */
    static List<DealEvent> random(long seed) {
        Random random = new Random(seed);
        List<DealEvent> events = new ArrayList<>();
        UUID pipeline = ONE;
        int pass = 1;
        int position = random.nextInt(10) == 0 ? 6 + random.nextInt(2) : 1 + random.nextInt(5);
        long day = 10;
        events.add(event(1, DealEventKind.CREATED, day, state(pipeline, position, pass)));
        int count = 1 + random.nextInt(12);
        for (int seq = 2; seq <= count; seq++) {
            boolean open = position <= 5;
            int choice = random.nextInt(10);
            DealEventKind kind;
            if (choice == 0) {
                kind = DealEventKind.CHANGED;
            } else if (!open && choice < 7) {
                boolean undo = random.nextInt(3) == 0;
                kind = DealEventKind.REOPENED;
                pass = undo ? pass : pass + 1;
                position = 1 + random.nextInt(5);
            } else if (!open) {
                position = 6 + random.nextInt(2);
                kind = position == 6 ? DealEventKind.WON : DealEventKind.LOST;
            } else if (choice == 1) {
                kind = DealEventKind.RETURNED;
                pass++;
                position = 1 + random.nextInt(position);
            } else if (choice == 2 && pass > 1) {
                kind = DealEventKind.MOVED;
                pass--;
                position = 1 + random.nextInt(5);
            } else if (choice < 5) {
                position = 6 + random.nextInt(2);
                kind = position == 6 ? DealEventKind.WON : DealEventKind.LOST;
            } else {
                kind = DealEventKind.MOVED;
                pipeline = random.nextInt(8) == 0 ? OTHER : pipeline;
                position = 1 + random.nextInt(5);
            }
            long effective = random.nextInt(5) == 0 ? day - random.nextInt(8) : day + random.nextInt(6);
            day = Math.max(day, effective);
            events.add(event(seq, kind, effective, state(pipeline, position, pass)));
        }
        return events;
    }
}
