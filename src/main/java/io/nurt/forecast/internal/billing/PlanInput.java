package io.nurt.forecast.internal.billing;

import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A billing plan as a client sends it.
 *
 * @param kind code of a {@link PlanKind}
 * @param netDays from invoice to due date
 * @param months how many parts of a monthly plan; else ignored
 * @param instalments of a deposit or milestones; else ignored
 */
record PlanInput(
        @Nullable String kind,
        @Nullable Integer netDays,
        @Nullable Integer months,
        @Nullable List<Instalment> instalments) {
    private static final int MOST_NET_DAYS = 365;
    private static final int MOST_PARTS = 60;
    private static final int MOST_DAYS = 3650;

    /** @throws Problem {@link CommonProblem#INVALID} naming each field that is not acceptable */
    PlanTerms terms() {
        Problem problem = new Problem(CommonProblem.INVALID);
        PlanKind read = kind(problem);
        if (netDays == null || netDays < 0 || netDays > MOST_NET_DAYS) {
            problem.field("netDays", "forecast.net-days", MOST_NET_DAYS);
        }
        List<PlanTerms.Part> parts = new ArrayList<>();
        if (read == PlanKind.MONTHLY && (months == null || months < 1 || months > PlanTerms.MOST_MONTHS)) {
            problem.field("months", "forecast.months", PlanTerms.MOST_MONTHS);
        } else if (read == PlanKind.DEPOSIT || read == PlanKind.MILESTONES) {
            parts = parts(problem, read);
        }
        if (problem.hasFieldErrors() || read == null || netDays == null) {
            throw problem;
        }
        return switch (read) {
            case AT_ONCE -> PlanTerms.atOnce(netDays);
            case MONTHLY -> PlanTerms.monthly(months == null ? 1 : months, netDays);
            case DEPOSIT, MILESTONES -> new PlanTerms(read, parts, netDays);
        };
    }

    private @Nullable PlanKind kind(Problem problem) {
        for (PlanKind one : PlanKind.values()) {
            if (one.code().equals(kind)) {
                return one;
            }
        }
        problem.field("kind", "forecast.plan-kind");
        return null;
    }

    private List<PlanTerms.Part> parts(Problem problem, PlanKind read) {
        List<Instalment> given = instalments == null ? List.of() : instalments;
        if (given.isEmpty() || given.size() > MOST_PARTS || (read == PlanKind.DEPOSIT && given.size() != 2)) {
            problem.field(
                    "instalments",
                    read == PlanKind.DEPOSIT ? "forecast.deposit-parts" : "forecast.plan-parts",
                    MOST_PARTS);
            return List.of();
        }
        List<PlanTerms.Part> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < given.size(); i++) {
            BigDecimal share = share(given.get(i).share());
            if (share == null) {
                problem.field("instalments[" + i + "].share", "forecast.share");
            }
            Integer days = given.get(i).afterDays();
            if (days == null || days < 0 || days > MOST_DAYS) {
                problem.field("instalments[" + i + "].afterDays", "forecast.after-days", MOST_DAYS);
            }
            if (share != null && days != null) {
                sum = sum.add(share);
                parts.add(new PlanTerms.Part(share, days));
            }
        }
        if (!problem.hasFieldErrors() && sum.compareTo(BigDecimal.ONE) != 0) {
            problem.field("instalments", "forecast.shares-sum", percent(sum));
        }
        parts.sort(Comparator.comparingInt(PlanTerms.Part::afterDays));
        return parts;
    }

    private static @Nullable BigDecimal share(@Nullable String text) {
        try {
            BigDecimal share = new BigDecimal(text == null ? "" : text.strip());
            boolean good = share.signum() > 0
                    && share.compareTo(BigDecimal.ONE) <= 0
                    && share.stripTrailingZeros().scale() <= PlanTerms.SHARE_DECIMALS;
            return good ? share : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String percent(BigDecimal sum) {
        return sum.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
