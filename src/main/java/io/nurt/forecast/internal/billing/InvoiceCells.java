package io.nurt.forecast.internal.billing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line of a file of invoices. What could mean two things is refused rather than guessed. */
final class InvoiceCells {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})(?:[T ].*)?");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d[\\d.,]*");
    private static final int LONGEST_CELL = 40;

    private InvoiceCells() {}

    /** Why a line is refused. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String code;
        final transient Object[] arguments;

        Refused(String code, Object... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }
    }

    /**
     * A line as it is meant.
     *
     * @param currency null: not said
     * @param paidAmount null with a {@code paidOn}: all that is open
     */
    record Meant(
            long line,
            String number,
            String company,
            String deal,
            BigDecimal amount,
            @Nullable String currency,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable LocalDate paidOn,
            @Nullable BigDecimal paidAmount) {}

    /** @throws Refused with the first reason */
    static Meant read(InvoiceFile.Line line, LocalDate today) {
        if (line.broken()) {
            throw new Refused("forecast.row-broken");
        }
        String number = line.cell(InvoiceColumn.NUMBER);
        if (number.isEmpty() || number.length() > InvoiceChecks.LONGEST_NUMBER) {
            throw new Refused("forecast.row-number", InvoiceChecks.LONGEST_NUMBER);
        }
        String company = line.cell(InvoiceColumn.COMPANY);
        String deal = line.cell(InvoiceColumn.DEAL);
        if (company.isEmpty() && deal.isEmpty()) {
            throw new Refused("forecast.row-payer");
        }
        BigDecimal amount = amount(line.cell(InvoiceColumn.AMOUNT));
        if (amount.signum() == 0) {
            throw new Refused("forecast.row-amount", line.cell(InvoiceColumn.AMOUNT));
        }
        LocalDate issuedOn = day(line.cell(InvoiceColumn.ISSUED));
        LocalDate dueOn = day(line.cell(InvoiceColumn.DUE));
        if (dueOn.isBefore(issuedOn)) {
            throw new Refused("forecast.row-due");
        }
        String paidOnText = line.cell(InvoiceColumn.PAID_ON);
        String paidText = line.cell(InvoiceColumn.PAID_AMOUNT);
        LocalDate paidOn = paidOnText.isEmpty() ? null : day(paidOnText);
        BigDecimal paid = paidText.isEmpty() ? null : amount(paidText);
        if (paid != null && paid.signum() == 0) {
            paid = null;
            paidOn = null;
        }
        if (paid != null && paidOn == null) {
            throw new Refused("forecast.row-paid-without-day");
        }
        if (paidOn != null && paidOn.isAfter(today)) {
            throw new Refused("forecast.row-paid-ahead");
        }
        String currency = currency(line.cell(InvoiceColumn.CURRENCY));
        return new Meant(line.line(), number, company, deal, amount, currency, issuedOn, dueOn, paidOn, paid);
    }

    private static @Nullable String currency(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String code = text.equalsIgnoreCase("zł") ? "PLN" : text.toUpperCase(Locale.ROOT);
        if (!InvoiceChecks.isCurrency(code)) {
            throw new Refused("forecast.row-currency", text);
        }
        return code;
    }

    /** Digits grouped by spaces, points or commas, decimals after either. */
    static BigDecimal amount(String text) {
        String plain = text.replaceAll("[\\s\u00A0\u202F\u2009']", "")
                .replace('\u2212', '-')
                .replaceAll("(?i)(zł|pln|eur|usd|gbp|€|\\$|£)$", "");
        if (plain.length() > LONGEST_CELL || !AMOUNT.matcher(plain).matches()) {
            throw new Refused("forecast.row-amount", text);
        }
        int mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
        String whole = mark < 0 ? plain : plain.substring(0, mark);
        String decimals = mark < 0 ? "" : plain.substring(mark + 1);
        boolean grouped = whole.indexOf('.') >= 0 || whole.indexOf(',') >= 0;
        if (mark >= 0 && grouped && sameMark(whole, plain.charAt(mark))) {
            whole = plain;
            decimals = "";
        } else if (mark >= 0 && !grouped && decimals.length() == 3) {
            throw new Refused("forecast.row-amount-unclear", text);
        }
        for (String group : groups(whole)) {
            if (group.length() != 3) {
                throw new Refused("forecast.row-amount", text);
            }
        }
        BigDecimal amount = new BigDecimal(whole.replaceAll("[.,]", "") + (decimals.isEmpty() ? "" : "." + decimals));
        if (amount.signum() != 0 && !InvoiceChecks.acceptable(amount)) {
            throw new Refused("forecast.row-amount", text);
        }
        return amount;
    }

    /** 1.234.567: the same sign twice groups. */
    private static boolean sameMark(String whole, char mark) {
        return whole.indexOf(mark) >= 0;
    }

    private static List<String> groups(String whole) {
        List<String> parts = List.of(whole.split("[.,]", -1));
        return parts.subList(1, parts.size());
    }

    static LocalDate day(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        try {
            LocalDate day = iso.matches()
                    ? of(iso.group(1), iso.group(2), iso.group(3))
                    : dayFirst.matches() ? of(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : null;
            if (day != null && !day.isBefore(InvoiceChecks.FIRST_DAY) && !day.isAfter(InvoiceChecks.LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Refused("forecast.row-day", text);
        }
        throw new Refused("forecast.row-day", text);
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
