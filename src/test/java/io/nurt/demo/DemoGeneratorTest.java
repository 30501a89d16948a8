package io.nurt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.demo.DemoWorld.Deal;
import io.nurt.demo.DemoWorld.Happening;
import io.nurt.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoGeneratorTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final DemoWorld world = world(1, 3000);
    private final List<Deal> deals = deals(world);

    @Test
    void theSameSeedGivesTheSameWorldAndAnotherGivesAnother() {
        DemoWorld same = world(1, 3000);
        assertThat(same.companies()).isEqualTo(world.companies());
        assertThat(deals(same)).isEqualTo(deals);
        assertThat(deals(world(2, 3000))).isNotEqualTo(deals);
    }

    @Test
    void whatIsMadeAnewIsTheSameEachTime() {
        assertThat(deals(world)).isEqualTo(deals);
        assertThat(world.companies().get(7)).isEqualTo(world.companies().get(7));
    }

    @Test
    void itMakesAsManyDealsAsAsked() {
        assertThat(deals).hasSize(3000);
        assertThat(deals(world(3, 1))).hasSize(1);
    }

    @Test
    void everyHistoryRunsForwardWithinTwoYearsUpToToday() {
        Instant first =
                TODAY.minusDays(DemoGenerator.DAYS + 3).atStartOfDay(ZONE).toInstant();
        Instant last = TODAY.atStartOfDay(ZONE).toInstant();
        for (Deal deal : deals) {
            List<Instant> times = deal.history().stream().map(Happening::at).toList();
            assertThat(times).isSorted();
            assertThat(times.get(0)).isAfter(first);
            assertThat(times.get(times.size() - 1)).isBefore(last);
            assertThat(deal.history().get(0).kind()).isEqualTo("created");
        }
    }

    @Test
    void nothingHappensAfterADealIsClosed() {
        for (Deal deal : deals) {
            List<String> kinds = deal.history().stream().map(Happening::kind).toList();
            assertThat(kinds.subList(0, kinds.size() - 1)).doesNotContain("won", "lost");
        }
    }

    @Test
    void thePipelineLooksLikeALivingOne() {
        long won = ended("won");
        long lost = ended("lost");
        long open = deals.size() - won - lost;
        assertThat((double) won / (won + lost)).isBetween(0.2, 0.6);
        assertThat((double) open / deals.size()).isBetween(0.05, 0.3);
        assertThat(share("returned")).isBetween(0.02, 0.3);
        assertThat(share("changed")).isBetween(0.1, 0.8);
    }

    @Test
    void theMedianWonDealTakesWeeksNotDaysOrYears() {
        List<Long> days = deals.stream()
                .filter(deal ->
                        deal.history().get(deal.history().size() - 1).kind().equals("won"))
                .map(deal -> Duration.between(
                                deal.history().get(0).at(),
                                deal.history().get(deal.history().size() - 1).at())
                        .toDays())
                .sorted()
                .toList();
        assertThat(days.get(days.size() / 2)).isBetween(28L, 150L);
    }

    @Test
    void summerIsQuieterThanAutumn() {
        long august = arrivedIn(8);
        long october = arrivedIn(10);
        assertThat(august).isLessThan(october * 3 / 4);
    }

    @Test
    void everyTaxNumberHasItsCheckDigit() {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        for (DemoWorld.Company company : world.companies()) {
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += weights[i] * (company.nip().charAt(i) - '0');
            }
            assertThat(sum % 11).isEqualTo(company.nip().charAt(9) - '0');
        }
    }

    @Test
    void peopleHaveAddressesOfTheirOwn() {
        Set<String> addresses = new HashSet<>();
        assertThat(world.people()).allSatisfy(person -> {
            assertThat(addresses.add(person.email())).isTrue();
            assertThat(person.email()).matches("[a-z]+\\.[a-z]+\\d+@demo\\.example\\.com");
        });
    }

    private static DemoWorld world(long seed, int size) {
        return new DemoGenerator(seed, TODAY, ZONE, Language.PL).generate(size);
    }

    private static List<Deal> deals(DemoWorld world) {
        List<Deal> deals = new ArrayList<>();
        world.deals().forEach(deals::add);
        return deals;
    }

    private long ended(String kind) {
        return deals.stream()
                .filter(deal ->
                        deal.history().get(deal.history().size() - 1).kind().equals(kind))
                .count();
    }

    private double share(String kind) {
        return (double) deals.stream()
                        .filter(deal -> deal.history().stream()
                                .anyMatch(one -> one.kind().equals(kind)))
                        .count()
                / deals.size();
    }

    private long arrivedIn(int month) {
        return deals.stream()
                .filter(deal -> deal.history().get(0).at().atZone(ZONE).getMonthValue() == month)
                .count();
    }
}
