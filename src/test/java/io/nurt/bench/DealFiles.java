package io.nurt.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A company's deals as another system exports them: one file of deals, one of when each came to which stage. */
final class DealFiles {
    private static final List<String> STAGES = List.of("Enquiry", "Meeting", "Proposal", "Negotiation");
    private static final List<String> SOURCES = List.of("Referral", "Website", "Trade fair", "Cold call", "Partner");
    private static final List<String> WHAT =
            List.of("Pump set", "Bag filter", "Treatment station", "Service contract", "Valve", "Control cabinet");

    final byte[] deals;
    final byte[] history;
    final int transitions;

    DealFiles(int size) {
        this(size, 100_000);
    }

    /**
     * The same files each time for the same number of deals; four deals in ten are still open.
     *
     * @param first number of the first deal, by which it is known
     */
    DealFiles(int size, int first) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder rows = new StringBuilder(
                "Deal ID,Deal name,Company,Amount,Currency,Stage,Created date,Close date,Lead source\n");
        StringBuilder told = new StringBuilder("Deal ID,Stage,Created date\n");
        LocalDate today = LocalDate.now();
        int count = 0;
        for (int i = 0; i < size; i++) {
            String id = "D-" + (first + i);
            LocalDateTime at =
                    today.minusDays(700 - i * 690L / size).atTime(9, 0).plusMinutes(random.nextInt(480));
            LocalDateTime created = at;
            int way = random.nextInt(STAGES.size());
            for (int stage = 0; stage <= way; stage++) {
                entered(told, id, STAGES.get(stage), at);
                count++;
                at = earlier(at.plusDays(3 + random.nextInt(25)), today);
            }
            int fate = random.nextInt(10);
            String stage = fate < 4 ? STAGES.get(way) : fate < 7 ? "Won" : "Lost";
            if (fate >= 4) {
                entered(told, id, stage, at);
                count++;
            }
            rows.append(id)
                    .append(',')
                    .append(WHAT.get(random.nextInt(WHAT.size())))
                    .append(' ')
                    .append(i % 977)
                    .append(",Company ")
                    .append(random.nextInt(Math.max(10, size / 4)))
                    .append(" Ltd,")
                    .append(String.format(Locale.ROOT, "%.2f", Math.exp(8 + 3 * random.nextDouble())))
                    .append(",PLN,")
                    .append(stage)
                    .append(',')
                    .append(created.toLocalDate())
                    .append(',')
                    .append(fate < 4 ? today.plusDays(random.nextInt(90)) : at.toLocalDate())
                    .append(',')
                    .append(SOURCES.get(random.nextInt(SOURCES.size())))
                    .append('\n');
        }
        deals = rows.toString().getBytes(StandardCharsets.UTF_8);
        history = told.toString().getBytes(StandardCharsets.UTF_8);
        transitions = count;
    }

    private static LocalDateTime earlier(LocalDateTime at, LocalDate today) {
        LocalDateTime latest = today.minusDays(1).atTime(17, 0);
        return at.isAfter(latest) ? latest : at;
    }

    private static void entered(StringBuilder told, String id, String stage, LocalDateTime at) {
        told.append(id)
                .append(',')
                .append(stage)
                .append(',')
                .append(at.toString().replace('T', ' '))
                .append('\n');
    }
}
