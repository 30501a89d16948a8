package io.nurt.forecast.internal.billing;

import io.nurt.identity.Visibility;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Patch;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a client sends about invoices and receipts, and refuses what cannot be. */
@Component
class InvoiceChecks {
    static final int LONGEST_NUMBER = 100;
    static final int DECIMALS = 4;
    static final BigDecimal LIMIT = new BigDecimal("100000000000000");
    static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Set<String> FIELDS =
            Set.of("number", "dealId", "companyId", "amount", "currency", "issuedOn", "dueOn", "cancelled");

    private final JdbcClient jdbc;

    InvoiceChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The facts of an invoice after a patch.
     *
     * @param now null for a new one
     * @param currency taken when none is named
     * @throws Problem {@link CommonProblem#INVALID} naming each field that is not acceptable
     */
    InvoiceFacts read(Patch patch, @Nullable InvoiceFacts now, String currency, Visibility visibility) {
        patch.only(FIELDS);
        Problem problem = new Problem(CommonProblem.INVALID);
        String number = patch.value("number", String.class, now == null ? null : now.number());
        if (number == null || number.isBlank()) {
            problem.field("number", "common.required");
        } else if (number.strip().length() > LONGEST_NUMBER) {
            problem.field("number", "common.too-long", LONGEST_NUMBER);
        }
        UUID deal = patch.value("dealId", UUID.class, now == null ? null : now.dealId());
        UUID company = patch.value("companyId", UUID.class, now == null ? null : now.companyId());
        if (patch.has("dealId") && deal != null && !visible("nurt.deal", deal, visibility)) {
            problem.field("dealId", "common.no-such-record");
        }
        if (patch.has("companyId") && company != null && !visible("nurt.company", company, visibility)) {
            problem.field("companyId", "common.no-such-record");
        }
        if (deal == null && company == null && (now == null || now.dealId() != null || now.companyId() != null)) {
            problem.field("companyId", "forecast.payer-missing");
        }
        BigDecimal amount = amount(problem, patch.value("amount", BigDecimal.class, now == null ? null : now.amount()));
        String code = currency(
                problem, patch.value("currency", String.class, now == null ? currency : now.currency()), currency);
        LocalDate issued =
                day(problem, "issuedOn", patch.value("issuedOn", LocalDate.class, now == null ? null : now.issuedOn()));
        LocalDate due = day(problem, "dueOn", patch.value("dueOn", LocalDate.class, now == null ? null : now.dueOn()));
        if (issued != null && due != null && due.isBefore(issued)) {
            problem.field("dueOn", "forecast.due-before-issued");
        }
        Boolean cancelled = patch.value("cancelled", Boolean.class, now != null && now.cancelled());
        if (problem.hasFieldErrors() || number == null || amount == null || issued == null || due == null) {
            throw problem;
        }
        return new InvoiceFacts(
                number.strip(), deal, company, amount, code, issued, due, Boolean.TRUE.equals(cancelled));
    }

    /** Money that came: an amount that is not 0, on a day not after today. */
    static void receipt(@Nullable BigDecimal amount, @Nullable LocalDate receivedOn, LocalDate today) {
        Problem problem = new Problem(CommonProblem.INVALID);
        amount(problem, amount);
        LocalDate day = day(problem, "receivedOn", receivedOn);
        if (day != null && day.isAfter(today)) {
            problem.field("receivedOn", "forecast.received-ahead");
        }
        if (problem.hasFieldErrors()) {
            throw problem;
        }
    }

    private boolean visible(String table, UUID id, Visibility visibility) {
        return jdbc.sql("select exists (select from " + table + " t where t.id = :id and t.deleted_at is null and "
                        + visibility.sql("t.owner_id") + ")")
                .param("id", id)
                .param(Visibility.PARAMETER, visibility.parameter())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable BigDecimal amount(Problem problem, @Nullable BigDecimal amount) {
        if (amount == null) {
            problem.field("amount", "common.required");
        } else if (!acceptable(amount)) {
            problem.field("amount", "forecast.invoice-amount");
        }
        return amount;
    }

    static boolean acceptable(BigDecimal amount) {
        return amount.signum() != 0
                && amount.abs().compareTo(LIMIT) < 0
                && amount.stripTrailingZeros().scale() <= DECIMALS;
    }

    static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    private static String currency(Problem problem, @Nullable String code, String otherwise) {
        String read = code == null ? otherwise : code.strip().toUpperCase(Locale.ROOT);
        if (!isCurrency(read)) {
            problem.field("currency", "forecast.currency");
        }
        return read;
    }

    private static @Nullable LocalDate day(Problem problem, String field, @Nullable LocalDate day) {
        if (day == null) {
            problem.field(field, "common.required");
        } else if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            problem.field(field, "forecast.day");
        }
        return day;
    }
}
