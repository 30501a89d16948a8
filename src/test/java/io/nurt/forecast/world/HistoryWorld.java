package io.nurt.forecast.world;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event trails of a made-up pipeline of four stages, with a leak planted or not: the same deals in every case. */
public final class HistoryWorld {
    public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    public static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int STAGES = 4;
    private static final String[] SOURCES = {"referral", "web", "fair", "cold"};
    private static final double[] EFFECT = {0.6, 0.1, -0.2, -0.5};
    private static final long DAY = 86_400_000L;

    /** What is recorded together with a deal's closing and tells how it ended. */
    public enum Leak {
        NONE,
        /** Source and company are filled at closing, as the events have it. */
        AT_CLOSING,
        /** The same as an export read at the end has it: as if they had been known all along. */
        FROM_THE_START
    }

    private final SplittableRandom random;
    private final Leak leak;
    private final List<Trail> trails = new ArrayList<>();
    private List<Known> known = new ArrayList<>();

    private HistoryWorld(long seed, Leak leak) {
        this.random = new SplittableRandom(seed);
        this.leak = leak;
    }

    public static History draw(int weeks, int dealsAWeek, long seed, Leak leak) {
        return new HistoryWorld(seed, leak).run(weeks, dealsAWeek);
    }

    private History run(int weeks, int dealsAWeek) {
        long start = START.atStartOfDay(ZONE).toInstant().toEpochMilli();
        for (int week = 0; week < weeks; week++) {
            for (int i = 0; i < dealsAWeek; i++) {
                deal(start + week * 7 * DAY + random.nextLong(7 * DAY));
            }
        }
        List<UUID> stages = new ArrayList<>();
        for (int s = 0; s < STAGES; s++) {
            stages.add(new UUID(1, s));
        }
        List<UUID> companies = List.of(new UUID(3, 0), new UUID(3, 1));
        Instant end = Instant.ofEpochMilli(start + (weeks + 400) * 7 * DAY);
        return new History(
                end, ZONE, stages, new double[] {0.1, 0.3, 0.5, 0.8}, trails, List.of(new UUID(2, 0)), companies);
    }

    private void deal(long begun) {
        known = new ArrayList<>();
        int kind = random.nextInt(SOURCES.length);
        double pull = EFFECT[kind] + 0.5 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
        double amount = Math.exp(8 + 2 * random.nextDouble());
        long at = begun;
        int stage = 0;
        add(at, stage, amount, SOURCES[kind], -1, true);
        while (stage >= 0) {
            at += 7 * DAY;
            double advance = 0.16 * Math.exp(pull);
            double lose = 0.09 * Math.exp(-pull);
            double u = random.nextDouble();
            if (u < advance) {
                stage = stage + 1 == STAGES ? Known.WON : stage + 1;
                close(at + random.nextLong(DAY), stage, amount, SOURCES[kind]);
            } else if (u < advance + lose) {
                stage = Known.LOST;
                close(at + random.nextLong(DAY), stage, amount, SOURCES[kind]);
            } else if (u < advance + lose + 0.2) {
                amount *= 0.8 + 0.4 * random.nextDouble();
                add(at + random.nextLong(DAY), stage, amount, SOURCES[kind], -1, false);
            }
        }
        if (leak == Leak.FROM_THE_START) {
            Known last = known.get(known.size() - 1);
            known.replaceAll(k -> with(k, last.source(), last.company()));
        }
        trails.add(new Trail(trails.size(), new UUID(4, trails.size()), known));
    }

    private void close(long at, int stage, double amount, String source) {
        if (stage >= 0 || leak == Leak.NONE) {
            add(at, stage, amount, source, -1, true);
        } else {
            boolean won = stage == Known.WON;
            add(at, stage, amount, won ? "customer" : "dropped", won ? 0 : 1, true);
        }
    }

    private void add(long at, int stage, double amount, @Nullable String source, int company, boolean transition) {
        known.add(
                new Known(at, at, stage, 1, amount, Known.NO_DAY, 0, company, Known.NO_DAY, source, transition, false));
    }

    private static Known with(Known k, @Nullable String source, int company) {
        return new Known(
                k.recorded(),
                k.effective(),
                k.stage(),
                k.pass(),
                k.amount(),
                k.closeDay(),
                k.owner(),
                company,
                k.resumeDay(),
                source,
                k.transition(),
                k.cleared());
    }
}
