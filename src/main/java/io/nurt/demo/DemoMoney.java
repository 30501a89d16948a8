package io.nurt.demo;

import io.nurt.demo.DemoWorld.Deal;
import io.nurt.demo.DemoWorld.Happening;
import io.nurt.forecast.BillingImport.Invoice;
import io.nurt.forecast.BillingImport.Part;
import io.nurt.forecast.BillingImport.Plan;
import io.nurt.forecast.BillingImport.Receipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The demo company's billing: small things at once, stations in milestones, service by the quarter. Each customer pays by a
 * habit of its own: most about on time, some late, a few very late; some in two parts, and a few lately do not pay at all.
 */
final class DemoMoney {
    private static final List<Part> AT_ONCE = parts(100, 0);
    private static final List<Part> DEPOSIT = parts(30, 0, 70, 30);
    private static final List<Part> MILESTONES = parts(30, 0, 40, 45, 30, 90);
    private static final List<Part> QUARTERLY = parts(25, 0, 25, 91, 25, 183, 25, 274);

    private static final int[] HABIT_SHARE = {35, 75, 93, 100};
    private static final int[] HABIT_DAYS = {-3, 4, 18, 45};
    private static final int[] HABIT_SPREAD = {5, 9, 18, 40};

    /** What is not paid for longer has been settled otherwise. */
    private static final int DISPUTED_DAYS = 200;

    private final DemoWorld world;
    private final List<UUID> products;
    private final LocalDate today;
    private final ZoneId zone;
    private final SplittableRandom random;

    DemoMoney(DemoWorld world, List<UUID> products, LocalDate today, ZoneId zone, long seed) {
        this.world = world;
        this.products = products;
        this.today = today;
        this.zone = zone;
        this.random = new SplittableRandom(seed);
    }

    private static List<Part> parts(int... percentAndDays) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < percentAndDays.length; i += 2) {
            parts.add(new Part(BigDecimal.valueOf(percentAndDays[i], 2), percentAndDays[i + 1]));
        }
        return List.copyOf(parts);
    }

    private Plan plan(int product) {
        List<Part> parts = switch (world.products().get(product).code()) {
            case "SU-5", "SU-20" -> MILESTONES;
            case "PX-900" -> DEPOSIT;
            case "US-S", "US-P" -> QUARTERLY;
            default -> AT_ONCE;
        };
        return new Plan(products.get(product), parts, parts == MILESTONES ? 30 : 14);
    }

    List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            plans.add(plan(product));
        }
        return plans;
    }

    private record Due(UUID dealId, int company, BigDecimal amount, LocalDate issuedOn, LocalDate dueOn) {}

    List<Invoice> invoices(List<DemoForecast.Sold> deals, String currency) {
        List<Due> due = new ArrayList<>();
        for (DemoForecast.Sold sold : deals) {
            Deal deal = sold.deal();
            Happening last = deal.history().get(deal.history().size() - 1);
            if (last.kind().equals("won")) {
                add(due, sold.id(), deal, last);
            }
        }
        due.sort(Comparator.comparing(Due::issuedOn));
        Map<String, Integer> numbers = new HashMap<>();
        return due.stream()
                .map(one -> {
                    String month = one.issuedOn().toString().substring(0, 7).replace('-', '/');
                    String number = "FV/%s/%03d".formatted(month, numbers.merge(month, 1, Integer::sum));
                    return new Invoice(
                            number, one.dealId(), one.amount(), currency, one.issuedOn(), one.dueOn(), receipts(one));
                })
                .toList();
    }

    private void add(List<Due> due, UUID dealId, Deal deal, Happening won) {
        Plan plan = plan(deal.product());
        LocalDate wonOn = LocalDate.ofInstant(won.at(), zone);
        BigDecimal left = won.amount();
        for (int i = 0; i < plan.parts().size(); i++) {
            Part part = plan.parts().get(i);
            boolean last = i == plan.parts().size() - 1;
            BigDecimal amount =
                    last ? left : won.amount().multiply(part.share()).setScale(2, RoundingMode.HALF_UP);
            left = left.subtract(amount);
            LocalDate issuedOn = DealLife.workday(wonOn.plusDays(part.afterDays() + random.nextInt(4)));
            if (!issuedOn.isAfter(today)) {
                due.add(new Due(dealId, deal.company(), amount, issuedOn, issuedOn.plusDays(plan.netDays())));
            }
        }
    }

    private List<Receipt> receipts(Due due) {
        if (random.nextInt(100) < 4 && due.issuedOn().isAfter(today.minusDays(DISPUTED_DAYS))) {
            return List.of();
        }
        int habit = 0;
        int at = new SplittableRandom(due.company()).nextInt(100);
        while (at >= HABIT_SHARE[habit]) {
            habit++;
        }
        int late = HABIT_DAYS[habit] + random.nextInt(HABIT_SPREAD[habit]);
        LocalDate paidOn = later(DealLife.workday(due.dueOn().plusDays(late)), due.issuedOn());
        List<Receipt> receipts = new ArrayList<>();
        if (random.nextInt(100) < 9) {
            BigDecimal first = due.amount()
                    .multiply(BigDecimal.valueOf(40L + random.nextInt(31), 2))
                    .setScale(2, RoundingMode.HALF_UP);
            receipts.add(new Receipt(first, paidOn));
            receipts.add(new Receipt(
                    due.amount().subtract(first), DealLife.workday(paidOn.plusDays(21 + random.nextInt(40)))));
        } else {
            receipts.add(new Receipt(due.amount(), paidOn));
        }
        receipts.removeIf(receipt -> receipt.receivedOn().isAfter(today));
        return receipts;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
