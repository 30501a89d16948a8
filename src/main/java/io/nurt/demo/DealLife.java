package io.nurt.demo;

import io.nurt.demo.DemoWorld.Company;
import io.nurt.demo.DemoWorld.Deal;
import io.nurt.demo.DemoWorld.Happening;
import io.nurt.demo.DemoWorld.Person;
import io.nurt.demo.DemoWorld.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets one deal live from its arrival to today in weekly steps: it advances, is lost, goes back for nurture or stays, with
 * rates that depend on stage, age, source and a hidden quality. Close dates slip when a deal stays past them; amounts shrink
 * a little before a win; more is won in the last weeks of a quarter.
 */
final class DealLife {
    private static final double[] ADVANCE = {0.30, 0.24, 0.22, 0.26};
    private static final double[] LOSE = {0.14, 0.07, 0.06, 0.06};
    static final int WON = 4;
    static final int LOST = 5;
    private static final List<String> SOURCES =
            List.of("referral", "website", "trade_fair", "cold_call", "partner", "email_campaign");
    private static final double[] SOURCE_EFFECT = {0.45, 0.10, 0.0, -0.35, 0.25, -0.20};
    private static final int[] SOURCE_SHARE = {15, 42, 55, 75, 85, 100};

    private final SplittableRandom random;
    private final LocalDate today;
    private final ZoneId zone;
    private final List<Person> people;
    private final List<Product> products;

    DealLife(SplittableRandom random, LocalDate today, ZoneId zone, List<Person> people, List<Product> products) {
        this.random = random;
        this.today = today;
        this.zone = zone;
        this.people = people;
        this.products = products;
    }

    Deal live(int companyNumber, Company company, LocalDate arrival) {
        int source = source();
        int product = random.nextInt(products.size());
        double quality = 0.5 * gaussian() + SOURCE_EFFECT[source];
        BigDecimal amount = amount(products.get(product), gaussian());
        int owner = company.owner();
        LocalDate expected = arrival.plusDays(45 + random.nextInt(60));
        List<Happening> history = new ArrayList<>();
        int stage = random.nextInt(100) < 12 ? 1 : 0;
        LocalDate day = workday(arrival);
        history.add(new Happening("created", at(day), stage, owner, amount, expected, null, -1, null));
        int age = 0;
        int passes = 1;
        LocalDate sleepsUntil = day;
        for (LocalDate week = day.plusDays(7); !week.isAfter(today.minusDays(1)); week = week.plusDays(7)) {
            if (week.isBefore(sleepsUntil)) {
                continue;
            }
            age++;
            LocalDate when = workday(week.minusDays(random.nextInt(5)));
            if (when.isAfter(today.minusDays(1))) {
                break;
            }
            boolean quarterEnd = when.getMonthValue() % 3 == 0 && when.getDayOfMonth() > 12;
            double advance = ADVANCE[stage] * Math.exp(quality - 0.03 * age + (quarterEnd && stage == 3 ? 0.6 : 0));
            double lose = LOSE[stage] * Math.exp(-quality);
            double leave = 1 - Math.exp(-advance - lose);
            if (random.nextDouble() < leave) {
                boolean forward = random.nextDouble() < advance / (advance + lose);
                if (forward && stage == 3) {
                    amount = discounted(amount);
                    history.add(new Happening("won", at(when), WON, owner, amount, when, null, -1, null));
                    return deal(companyNumber, company, product, source, history, null);
                }
                if (!forward && passes < 3 && random.nextInt(100) < 18 && stage > 0) {
                    passes++;
                    stage = 0;
                    sleepsUntil = when.plusDays(30 + random.nextInt(90));
                    expected = sleepsUntil.plusDays(60);
                    history.add(
                            new Happening("returned", at(when), stage, owner, amount, expected, null, 3, sleepsUntil));
                } else if (!forward) {
                    history.add(lost(when, stage, owner, amount, expected));
                    return deal(companyNumber, company, product, source, history, null);
                } else {
                    stage += stage < 2 && random.nextInt(100) < 10 ? 2 : 1;
                    history.add(new Happening("moved", at(when), stage, owner, amount, expected, null, -1, null));
                }
                age = 0;
            } else if (when.isAfter(expected)) {
                expected = expected.plusDays(21 + random.nextInt(40));
                history.add(new Happening("changed", at(when), stage, owner, amount, expected, null, -1, null));
            } else if (stage > 0 && random.nextInt(100) < 4) {
                amount = amount.multiply(BigDecimal.valueOf(0.8 + 0.5 * random.nextDouble()))
                        .setScale(-1, RoundingMode.HALF_UP)
                        .setScale(0);
                history.add(new Happening("changed", at(when), stage, owner, amount, expected, null, -1, null));
            } else if (random.nextInt(1000) < 6) {
                owner = colleague(owner);
                history.add(new Happening("changed", at(when), stage, owner, amount, expected, null, -1, null));
            }
        }
        LocalDate step = random.nextInt(100) < 75 ? workday(today.plusDays(random.nextInt(21) - 6)) : null;
        return deal(companyNumber, company, product, source, history, step);
    }

    private Deal deal(
            int companyNumber,
            Company company,
            int product,
            int source,
            List<Happening> history,
            @Nullable LocalDate step) {
        String shortName = company.name().replaceAll(" (sp\\.|S\\.A\\.).*", "");
        String title = shortName + " – " + products.get(product).name();
        String what = step == null ? null : random.nextBoolean() ? "call" : "visit";
        return new Deal(title, companyNumber, product, SOURCES.get(source), what, step, history);
    }

    private Happening lost(LocalDate when, int stage, int owner, BigDecimal amount, LocalDate expected) {
        int reason = stage == 0 ? (random.nextInt(100) < 60 ? 4 : 2) : random.nextInt(4);
        String outcome = stage == 0 ? "disqualified" : reason == 1 ? "competitor" : "no_decision";
        return new Happening("lost", at(when), LOST, owner, amount, expected, outcome, reason, null);
    }

    private int colleague(int owner) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (i != owner
                    && !people.get(i).manager()
                    && people.get(i).team() == people.get(owner).team()) {
                others.add(i);
            }
        }
        return others.isEmpty() ? owner : DemoNames.pick(random, others);
    }

    private int source() {
        int at = random.nextInt(100);
        int source = 0;
        while (at >= SOURCE_SHARE[source]) {
            source++;
        }
        return source;
    }

    private static BigDecimal amount(Product product, double z) {
        double value = product.unitPrice().doubleValue() * Math.exp(0.1 + 0.6 * z);
        return BigDecimal.valueOf(Math.max(500, Math.round(value / 100) * 100));
    }

    private BigDecimal discounted(BigDecimal amount) {
        int percent = random.nextInt(100) < 40 ? 0 : random.nextInt(13);
        return amount.multiply(BigDecimal.valueOf(100L - percent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
    }

    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0).plusMinutes(random.nextInt(9 * 60)))
                .atZone(zone)
                .toInstant();
    }

    private double gaussian() {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
