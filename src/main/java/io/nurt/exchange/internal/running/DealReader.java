package io.nurt.exchange.internal.running;

import io.nurt.directory.CleanText;
import io.nurt.exchange.internal.imports.ImportFile;
import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.StageProposal.Kind;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.values.ParsedDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain values of a row of deals. */
record DealReader(RunContext context, ImportFile file, InterpretedRow row) {
    private static final BigDecimal LARGEST = new BigDecimal("1e14");
    private static final int TAG = 100;

    /** The title, or what else tells the deal: company and product. */
    String title(String externalId) {
        String title = Cells.line(row, TargetField.DEAL_TITLE, Cells.LINE);
        if (title != null) {
            return title;
        }
        List<String> parts = new ArrayList<>();
        if (!CompanyReferences.onlyIds(file, TargetField.DEAL_COMPANY)) {
            Cells.all(row, TargetField.DEAL_COMPANY).stream().findFirst().ifPresent(parts::add);
        }
        if (!CompanyReferences.onlyIds(file, TargetField.DEAL_PRODUCT)) {
            parts.addAll(Cells.all(row, TargetField.DEAL_PRODUCT));
        }
        String made = parts.isEmpty() ? CleanText.line(row.text(TargetField.DEAL_ID)) : String.join(" – ", parts);
        if (made == null) {
            throw new Cells.Refused(
                    RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.DEAL_TITLE, TargetField.DEAL_ID)));
        }
        return made.length() > Cells.LINE ? made.substring(0, Cells.LINE) : made;
    }

    @Nullable
    BigDecimal amount() {
        BigDecimal amount = Cells.money(row, TargetField.DEAL_AMOUNT);
        if (amount != null && amount.abs().compareTo(LARGEST) >= 0) {
            throw new Cells.Refused(
                    RefusalReason.NUMBER_OUT_OF_RANGE.with(row.header(TargetField.DEAL_AMOUNT), amount));
        }
        return amount;
    }

    /** Whether the amount was known when the deal was entered, as the person who imports says. */
    boolean amountKnownFromStart() {
        return file.mapping()
                .column(TargetField.DEAL_AMOUNT)
                .map(column -> Boolean.TRUE.equals(column.knownFromStart()))
                .orElse(false);
    }

    String currency() {
        String named = row.text(TargetField.DEAL_CURRENCY);
        String sign = Cells.currencySign(row, TargetField.DEAL_AMOUNT);
        return named != null ? named : sign != null ? sign : context.currency();
    }

    /** One column may hold the plan while a deal is open and the fact afterwards. */
    @Nullable
    LocalDate expectedClose(Kind kind) {
        ParsedDate planned = Cells.date(row, TargetField.DEAL_EXPECTED_CLOSE);
        if (planned == null && kind == Kind.OPEN) {
            planned = Cells.date(row, TargetField.DEAL_CLOSE_DATE);
        }
        return planned == null ? null : planned.day(context.zone());
    }

    @Nullable
    String source() {
        return Cells.line(row, TargetField.DEAL_SOURCE, Cells.LINE);
    }

    @Nullable
    String nextStep() {
        return Cells.line(row, TargetField.DEAL_NEXT_STEP, Cells.LINE);
    }

    List<String> tags() {
        List<String> tags = Cells.split(row, TargetField.DEAL_TAGS, "[;,]");
        for (String tag : tags) {
            if (tag.length() > TAG) {
                throw new Cells.Refused(
                        RefusalReason.TEXT_TOO_LONG.with(row.header(TargetField.DEAL_TAGS), tag.length(), TAG));
            }
        }
        return tags;
    }

    Map<String, Object> custom() {
        return Cells.custom(row, context.custom(file.id()), context.zone());
    }
}
