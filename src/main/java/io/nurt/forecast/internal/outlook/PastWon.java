package io.nurt.forecast.internal.outlook;

import io.nurt.forecast.internal.history.History;
import io.nurt.forecast.internal.history.Known;
import io.nurt.forecast.internal.history.Trail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A deal that stood as won at a past moment, as recorded by then.
 *
 * @param amount in the workspace's currency; 0 when nobody has put one in
 * @param owner of then; null for none, or when only the last owner is known
 */
public record PastWon(
        UUID dealId, LocalDate on, double amount, @Nullable UUID owner) {
    private static final int ENOUGH = 20;

    static List<PastWon> of(PastDesk.Read read, ToDoubleFunction<UUID> finals) {
        List<PastWon> won = new ArrayList<>();
        for (History history : read.histories().values()) {
            for (Trail trail : history.trails()) {
                List<Known> known = trail.known();
                if (!known.isEmpty() && known.get(known.size() - 1).stage() == Known.WON) {
                    won.add(of(history, trail, finals));
                }
            }
        }
        return won;
    }

    private static PastWon of(History history, Trail trail, ToDoubleFunction<UUID> finals) {
        List<Known> known = trail.known();
        int first = known.size() - 1;
        while (first > 0 && known.get(first - 1).stage() == Known.WON) {
            first--;
        }
        Known last = known.get(known.size() - 1);
        double amount = Double.isNaN(last.amount()) ? finals.applyAsDouble(trail.dealId()) : last.amount();
        return new PastWon(
                trail.dealId(),
                LocalDate.ofInstant(Instant.ofEpochMilli(known.get(first).effective()), history.zone()),
                Double.isNaN(amount) ? 0 : amount,
                last.owner() < 0 ? null : history.owners().get(last.owner()));
    }

    /** What deals were won for in the year before a day; in all time before where these are few. */
    static double[] amounts(List<PastWon> won, LocalDate day) {
        double[] lately = won.stream()
                .filter(w -> w.amount() > 0 && w.on().isAfter(day.minusYears(1)))
                .mapToDouble(PastWon::amount)
                .toArray();
        return lately.length >= ENOUGH
                ? lately
                : won.stream().mapToDouble(PastWon::amount).filter(a -> a > 0).toArray();
    }
}
