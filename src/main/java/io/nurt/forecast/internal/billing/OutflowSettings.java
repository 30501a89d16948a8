package io.nurt.forecast.internal.billing;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Versions;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What goes out, read and put in. Wages are nobody's business but of those who may see all deals. */
@Service
class OutflowSettings {
    private static final int MOST_ENTRIES = 240;
    private static final int SHARE_DECIMALS = 6;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private final OutflowStore store;
    private final Workspaces workspaces;

    OutflowSettings(OutflowStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    /**
     * What goes out, as a client reads and sends it. Shares and amounts are plain decimals.
     *
     * @param commission share of what is won, 0 to 1
     * @param delivery share of {@code deliveryOf}: {@code invoiced} or {@code recognised}
     * @param payroll a month's wages, from a month on until the next entry
     */
    record OutflowsInput(
            @Nullable String commission,
            @Nullable String delivery,
            @Nullable String deliveryOf,
            @Nullable List<PayrollEntry> payroll) {}

    /** @param from month such as {@code 2026-11} */
    record PayrollEntry(@Nullable String from, @Nullable String amount) {}

    /** @param entered false: the forecast tells cash-in only */
    record OutflowsView(
            String commission,
            String delivery,
            String deliveryOf,
            List<PayrollEntry> payroll,
            String currency,
            boolean entered,
            int version) {}

    @Transactional(readOnly = true)
    OutflowsView get() {
        require(Permission.READ);
        return view();
    }

    /** @param expected version that the client saw; 0 when there was none */
    @Transactional
    OutflowsView put(@Nullable Integer expected, OutflowsInput input) {
        Caller caller = require(Permission.MANAGE_PIPELINES);
        Outflows outflows = read(input);
        Versions.check(expected, store.lock(), view());
        store.put(outflows, caller.userId());
        return view();
    }

    private static Caller require(Permission permission) {
        Caller caller = Caller.require(permission);
        if (!caller.visibility().all()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return caller;
    }

    private OutflowsView view() {
        Outflows outflows = store.find();
        return new OutflowsView(
                plain(outflows.commission()),
                plain(outflows.delivery()),
                outflows.ofRecognised() ? "recognised" : "invoiced",
                outflows.payroll().stream()
                        .map(p -> new PayrollEntry(p.from().toString(), plain(p.amount())))
                        .toList(),
                workspaces.current().currency().getCurrencyCode(),
                outflows.entered(),
                outflows.version());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Outflows read(OutflowsInput input) {
        Problem problem = new Problem(CommonProblem.INVALID);
        BigDecimal commission = share(problem, "commission", input.commission());
        BigDecimal delivery = share(problem, "delivery", input.delivery());
        String of = input.deliveryOf() == null ? "invoiced" : input.deliveryOf();
        if (!of.equals("invoiced") && !of.equals("recognised")) {
            problem.field("deliveryOf", "common.wrong-type");
        }
        List<Outflows.Payroll> payroll = payroll(problem, input.payroll() == null ? List.of() : input.payroll());
        if (problem.hasFieldErrors()) {
            throw problem;
        }
        return new Outflows(commission, delivery, of.equals("recognised"), payroll, 0);
    }

    private static List<Outflows.Payroll> payroll(Problem problem, List<PayrollEntry> entries) {
        List<Outflows.Payroll> payroll = new ArrayList<>();
        Set<YearMonth> months = new HashSet<>();
        if (entries.size() > MOST_ENTRIES) {
            problem.field("payroll", "forecast.payroll-entries", MOST_ENTRIES);
            return payroll;
        }
        for (int i = 0; i < entries.size(); i++) {
            YearMonth month = month(entries.get(i).from());
            BigDecimal amount = number(entries.get(i).amount());
            if (month == null || !months.add(month)) {
                problem.field("payroll[" + i + "].from", "forecast.payroll-month");
            }
            if (amount == null || amount.signum() < 0 || amount.compareTo(MOST) >= 0 || amount.scale() > 4) {
                problem.field("payroll[" + i + "].amount", "forecast.payroll-amount");
            } else if (month != null) {
                payroll.add(new Outflows.Payroll(month, amount));
            }
        }
        return payroll;
    }

    private static BigDecimal share(Problem problem, String field, @Nullable String text) {
        BigDecimal share = text == null ? BigDecimal.ZERO : number(text);
        if (share == null
                || share.signum() < 0
                || share.compareTo(BigDecimal.ONE) > 0
                || share.stripTrailingZeros().scale() > SHARE_DECIMALS) {
            problem.field(field, "forecast.outflow-share");
            return BigDecimal.ZERO;
        }
        return share;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null || text.length() > 30 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            YearMonth month = text == null ? null : YearMonth.parse(text);
            return month == null || month.getYear() < 1990 || month.getYear() > 2200 ? null : month;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
