package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.reading.DetectedEncoding;
import io.nurt.exchange.internal.reading.Limits;
import io.nurt.exchange.internal.reading.ReadingOptions;
import io.nurt.exchange.internal.values.ColumnProfile;
import io.nurt.exchange.internal.values.Sureness;
import io.nurt.exchange.internal.values.TableProfile;
import io.nurt.exchange.internal.values.ValueType;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written and what its columns hold, as found when it was received.
 *
 * @param chosenDelimiter what the user said instead of the detection
 * @param chosenHeader what the user said instead of the detection
 * @param repaired it is a list of refused rows that comes back: its texts carry the defence against formulas
 */
public record Detection(
        String encoding,
        DetectedEncoding.Evidence evidence,
        String delimiter,
        @Nullable String chosenDelimiter,
        boolean header,
        @Nullable Boolean chosenHeader,
        long refusedRows,
        long blankRows,
        long noteRows,
        boolean repaired,
        List<ColumnView> columns) {

    /** A column as the wizard shows it. */
    public record ColumnView(
            int index,
            String name,
            ValueType type,
            List<String> samples,
            double emptyShare,
            int distinct,
            Sureness dateSureness,
            Sureness numberSureness,
            @Nullable String currency,
            long misfits,
            List<String> firstMisfits) {}

    private static final int SAMPLES = 5;

    static Detection of(TableProfile table, ReadingOptions options, boolean repaired) {
        return new Detection(
                table.file().encoding().charset().name(),
                table.file().encoding().evidence(),
                String.valueOf(table.file().dialect().delimiter()),
                options.delimiter() == null ? null : options.delimiter().toString(),
                table.file().header(),
                options.header(),
                table.refused(),
                table.blank(),
                table.notes(),
                repaired,
                table.columns().stream().map(Detection::view).toList());
    }

    private static ColumnView view(ColumnProfile column) {
        long rows = column.filled() + column.empty();
        return new ColumnView(
                column.column().index(),
                column.column().name(),
                column.type(),
                column.sample().stream().limit(SAMPLES).toList(),
                rows == 0 ? 1 : (double) column.empty() / rows,
                column.counts().size(),
                column.dateSureness(),
                column.numberSureness(),
                column.currency(),
                column.misfits(),
                column.firstMisfits().stream().limit(SAMPLES).toList());
    }

    /** Reads the file again as it was read when it was received. */
    public ReadingOptions reading() {
        return new ReadingOptions(
                Charset.forName(encoding),
                chosenDelimiter == null ? null : chosenDelimiter.charAt(0),
                chosenHeader,
                Limits.DEFAULT);
    }
}
