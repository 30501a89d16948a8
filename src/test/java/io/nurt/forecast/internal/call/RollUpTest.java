package io.nurt.forecast.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nurt.identity.Team;
import io.nurt.identity.Visibility;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A company of two teams, one below the other: Ala leads both, Bo and Cy sell in the lower, Di in the upper. */
class RollUpTest {
    private static final Period Q4 = Period.of("2026-Q4");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final UUID workspace = UUID.randomUUID();
    private final UUID upper = UUID.randomUUID();
    private final UUID lower = UUID.randomUUID();
    private final UUID ala = UUID.randomUUID();
    private final UUID bo = UUID.randomUUID();
    private final UUID cy = UUID.randomUUID();
    private final UUID di = UUID.randomUUID();
    private final List<Submission> said = new ArrayList<>();
    private final List<QuotaStore.Quota> quotas = new ArrayList<>();

    private Node root() {
        return Node.tree(
                workspace,
                "Company",
                List.of(
                        new Team(lower, "Lower", upper, ala, Set.of(bo, cy)),
                        new Team(upper, "Upper", null, ala, Set.of(bo, di))),
                List.of(person(ala, "Ala"), person(bo, "Bo"), person(cy, "Cy"), person(di, "Di")));
    }

    private static CallPerson person(UUID id, String name) {
        return new CallPerson(id, name, true);
    }

    private void says(Subject subject, Submission.Kind kind, String amount, String day) {
        said.add(new Submission(
                UUID.randomUUID(),
                subject,
                Q4,
                kind,
                new BigDecimal(amount),
                "PLN",
                null,
                "{}",
                subject.id(),
                "Someone",
                Instant.parse(day + "T12:00:00Z")));
    }

    private void quota(Subject subject, Period period, String amount) {
        quotas.add(new QuotaStore.Quota(
                UUID.randomUUID(), subject, period, new BigDecimal(amount), "PLN", ala, Instant.EPOCH));
    }

    private static OwnerFigures won(String amount) {
        return new OwnerFigures(new BigDecimal(amount), 1, BigDecimal.ZERO, 0, BigDecimal.ZERO, Map.of(), 0);
    }

    private List<CallRow> rows() {
        Map<UUID, OwnerFigures> figures =
                Map.of(bo, won("10"), cy, won("20"), di, won("40"), Subject.NOBODY, won("80"));
        return RollUp.rows(
                root(),
                new RollUp.Inputs(Q4, TODAY, ZoneOffset.UTC, figures, new QuotaBook(quotas), Map.of(), said, null));
    }

    private static CallRow row(List<CallRow> rows, UUID id) {
        return rows.stream().filter(row -> id.equals(row.id())).findFirst().orElseThrow();
    }

    @Test
    void everyoneCountsOnceThoughTheyBelongToTwoTeams() {
        List<CallRow> rows = rows();
        assertThat(row(rows, lower).won()).isEqualTo("30");
        assertThat(row(rows, upper).won()).isEqualTo("70");
        assertThat(row(rows, workspace).won()).isEqualTo("150");
        assertThat(rows).extracting(CallRow::kind).endsWith("unassigned");
        assertThat(row(rows, bo).parent()).isEqualTo("team:" + lower);
        assertThat(row(rows, ala).parent()).isEqualTo("team:" + upper);
    }

    @Test
    void commitmentsAreSummedAndACallStandsForThoseBelowIt() {
        says(Subject.user(bo), Submission.Kind.COMMIT, "100", "2026-11-20");
        says(Subject.user(cy), Submission.Kind.COMMIT, "50", "2026-11-20");
        says(Subject.user(di), Submission.Kind.COMMIT, "7", "2026-11-20");
        says(Subject.user(bo), Submission.Kind.CALL, "80", "2026-11-21");
        assertThat(row(rows(), workspace).commit())
                .extracting(CallRow.CallSaid::amount)
                .isEqualTo("157");
        assertThat(row(rows(), lower).call())
                .extracting(CallRow.CallSaid::amount)
                .isEqualTo("130");
        assertThat(row(rows(), workspace).call())
                .extracting(CallRow.CallSaid::amount)
                .isEqualTo("137");

        says(Subject.team(lower), Submission.Kind.CALL, "90", "2026-11-22");
        assertThat(row(rows(), lower).call())
                .extracting(CallRow.CallSaid::amount, CallRow.CallSaid::own)
                .containsExactly("90", true);
        assertThat(row(rows(), workspace).call())
                .extracting(CallRow.CallSaid::amount)
                .isEqualTo("97");
        assertThat(row(rows(), lower).commit())
                .extracting(CallRow.CallSaid::amount)
                .isEqualTo("150");
    }

    @Test
    void nobodysWordIsNoZero() {
        assertThat(row(rows(), workspace).commit()).isNull();
        assertThat(row(rows(), workspace).call()).isNull();
        assertThat(row(rows(), workspace).quota()).isNull();
        assertThat(row(rows(), workspace).attainment()).isNull();
    }

    @Test
    void aQuotaOfATeamStandsInsteadOfThoseOfItsPeopleAndThreeMonthsMakeAQuarter() {
        quota(Subject.user(bo), Q4, "100");
        quota(Subject.user(cy), Period.of("2026-10"), "10");
        quota(Subject.user(cy), Period.of("2026-11"), "20");
        assertThat(row(rows(), cy).quota()).isNull();
        quota(Subject.user(cy), Period.of("2026-12"), "30");
        assertThat(row(rows(), lower).quota()).isEqualTo(new CallRow.CallQuota("160", false));
        assertThat(row(rows(), lower).attainment()).isCloseTo(30 / 160.0, within(1e-12));
        quota(Subject.team(upper), Q4, "500");
        assertThat(row(rows(), workspace).quota()).isEqualTo(new CallRow.CallQuota("500", false));
    }

    @Test
    void aCommitmentIsStaleAfterAWeek() {
        says(Subject.user(bo), Submission.Kind.COMMIT, "1", "2026-11-17");
        says(Subject.user(cy), Submission.Kind.COMMIT, "1", "2026-11-16");
        assertThat(row(rows(), bo).freshness()).isEqualTo(new CallRow.CallFreshness(7, false, 1, 1, 0));
        assertThat(row(rows(), cy).freshness()).isEqualTo(new CallRow.CallFreshness(8, true, 1, 1, 1));
        assertThat(row(rows(), di).freshness()).isEqualTo(new CallRow.CallFreshness(null, true, 1, 0, 1));
        assertThat(row(rows(), workspace).freshness()).isEqualTo(new CallRow.CallFreshness(8, false, 4, 2, 3));
    }

    @Test
    void aTeamIsShownOnlyToThoseWhoSeeAllOfIt() {
        assertThat(Seen.rows(rows(), new Visibility(Set.of(bo)), null))
                .extracting(CallRow::kind, CallRow::depth)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("user", 0),
                        org.assertj.core.groups.Tuple.tuple("unassigned", 0));
        List<CallRow> seen = Seen.rows(rows(), new Visibility(Set.of(bo, cy, ala)), null);
        assertThat(seen).extracting(CallRow::id).contains(lower).doesNotContain(upper, workspace, di);
        assertThat(row(seen, bo).depth()).isEqualTo(1);
        List<CallRow> empty = RollUp.rows(
                Node.tree(workspace, "Company", List.of(new Team(lower, "Secret", null, null, Set.of())), List.of()),
                new RollUp.Inputs(
                        Q4, TODAY, ZoneOffset.UTC, Map.of(), new QuotaBook(List.of()), Map.of(), List.of(), null));
        assertThat(Seen.rows(empty, new Visibility(Set.of(bo)), null)).isEmpty();
        assertThat(Seen.rows(empty, Visibility.ALL, null))
                .extracting(CallRow::id)
                .contains(lower);
    }

    @Test
    void theSumOfIndependentDealsIsGivenARangeAroundItsMean() {
        ModelRange.Range range = new ChanceRange.Moments(1000, 90_000).range();
        assertThat(range.mean()).isEqualByComparingTo("1000");
        assertThat(range.p10()).isLessThan(range.p50()).isPositive();
        assertThat(range.p90()).isGreaterThan(range.p50());
        assertThat(range.p90().doubleValue()).isCloseTo(1000 + 1.2816 * 300, within(40.0));
        assertThat(new ChanceRange.Moments(5, 0).range().p10()).isEqualByComparingTo("5");
    }
}
