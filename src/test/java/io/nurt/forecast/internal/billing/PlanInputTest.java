package io.nurt.forecast.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanInputTest {
    private static PlanInput milestones(Instalment... parts) {
        return new PlanInput("milestones", 30, null, List.of(parts));
    }

    private static List<String> refused(PlanInput input) {
        try {
            input.terms();
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream()
                    .map(error -> error.field() + " " + error.code() + " " + error.arguments())
                    .toList();
        }
    }

    @Test
    void sharesThatDoNotSumToTheWholeAreRefusedWithTheirSum() {
        assertThat(refused(milestones(new Instalment("0.3", 0), new Instalment("0.6", 30))))
                .containsExactly("instalments forecast.shares-sum [90]");
        assertThat(refused(milestones(new Instalment("0.3333", 0), new Instalment("0.6666", 30))))
                .containsExactly("instalments forecast.shares-sum [99.99]");
    }

    @Test
    void milestonesComeInTheOrderOfTheirDays() {
        PlanTerms terms =
                milestones(new Instalment("0.7", 60), new Instalment("0.3", 0)).terms();
        assertThat(terms.parts()).extracting(PlanTerms.Part::afterDays).containsExactly(0, 60);
        assertThat(terms.plan().instalments()).hasSize(2);
    }

    @Test
    void monthlyPartsSumExactlyToTheWhole() {
        for (int months : new int[] {1, 3, 7, 12, 36, 120}) {
            PlanTerms terms = new PlanInput("monthly", 7, months, null).terms();
            assertThat(terms.parts()).hasSize(months);
            assertThat(terms.parts().stream().map(PlanTerms.Part::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.ONE);
        }
        assertThat(new PlanInput("monthly", 7, 12, null).terms().parts().get(11).afterDays())
                .isEqualTo(335);
    }

    @Test
    void eachFieldThatIsWrongIsNamed() {
        assertThat(refused(new PlanInput("weekly", 400, null, null)))
                .containsExactly("kind forecast.plan-kind []", "netDays forecast.net-days [365]");
        assertThat(refused(new PlanInput("monthly", 0, 0, null))).containsExactly("months forecast.months [120]");
        assertThat(refused(new PlanInput("deposit", 0, null, List.of(new Instalment("1", 0)))))
                .containsExactly("instalments forecast.deposit-parts [60]");
        assertThat(refused(milestones(new Instalment("0", 0), new Instalment("x", -1))))
                .containsExactly(
                        "instalments[0].share forecast.share []",
                        "instalments[1].share forecast.share []",
                        "instalments[1].afterDays forecast.after-days [3650]");
        assertThatThrownBy(() -> new PlanInput(null, null, null, null).terms()).isInstanceOf(Problem.class);
    }
}
