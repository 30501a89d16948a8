package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.exchange.internal.values.ParsedDate;
import io.nurt.pipeline.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of a history file as what it tells of a deal. */
final class HistoryReading {
    private static final BigDecimal LARGEST = new BigDecimal("1e14");

    private final RunContext context;
    private final StageBook stages;
    private final PeopleBook people;

    HistoryReading(RunContext context, StageBook stages, PeopleBook people) {
        this.context = context;
        this.stages = stages;
        this.people = people;
    }

    /** The deal's identifier in the system the file comes from. */
    static String deal(InterpretedRow row) {
        String deal = row.text(TargetField.HISTORY_DEAL);
        if (deal == null) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.HISTORY_DEAL)));
        }
        return deal;
    }

    /** @throws Cells.Refused when the row tells nothing */
    HistoryIndex.Entry entry(InterpretedRow row) {
        String name = row.text(TargetField.HISTORY_STAGE);
        if (name == null) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.HISTORY_STAGE)));
        }
        Stage stage = stages.find(name);
        if (stage == null) {
            throw new Cells.Refused(RefusalReason.UNKNOWN_STAGE.with(name));
        }
        ParsedDate at = Cells.date(row, TargetField.HISTORY_AT);
        if (at == null) {
            throw new Cells.Refused(RefusalReason.REQUIRED_MISSING.with(row.header(TargetField.HISTORY_AT)));
        }
        BigDecimal amount = Cells.money(row, TargetField.HISTORY_AMOUNT);
        if (amount != null && amount.abs().compareTo(LARGEST) >= 0) {
            throw new Cells.Refused(RefusalReason.NUMBER_OUT_OF_RANGE.with(
                    row.header(TargetField.HISTORY_AMOUNT), amount.setScale(0, RoundingMode.HALF_UP)));
        }
        ParsedDate close = Cells.date(row, TargetField.HISTORY_EXPECTED_CLOSE);
        return new HistoryIndex.Entry(
                at.instant(context.zone()),
                row.line(),
                stage,
                actor(row.values().get(TargetField.HISTORY_ACTOR)),
                amount,
                close == null ? null : close.day(context.zone()));
    }

    /** Only someone who is known: who once moved a deal is no reason to make a person. */
    private @Nullable UUID actor(@Nullable List<Object> values) {
        if (values != null) {
            for (Object value : values) {
                UUID found = people.find(value.toString());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
