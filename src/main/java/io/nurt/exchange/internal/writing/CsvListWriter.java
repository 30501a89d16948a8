package io.nurt.exchange.internal.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UTF-8 with a byte order mark, without which Excel shows Polish letters wrong. Leaves the stream open until closed. */
public final class CsvListWriter implements ListWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final CsvWriter writer;
    private final ZoneId zone;

    /** @param zone in which moments are written */
    public CsvListWriter(OutputStream out, char delimiter, ZoneId zone) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        this.writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        this.zone = zone;
    }

    @Override
    public void header(List<String> names) {
        writer.writeRecord(names.stream().map(CellText::defused).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        CsvWriter.CsvWriterRecord row = writer.writeRecord();
        for (Object cell : cells) row.writeField(text(cell));
        row.endRecord();
    }

    private @Nullable String text(@Nullable Object cell) {
        if (cell == null) return null;
        if (cell instanceof BigDecimal number) return number.toPlainString();
        if (cell instanceof Instant moment) return MOMENT.format(moment.atZone(zone));
        if (cell instanceof Number || cell instanceof Boolean) return cell.toString();
        return CellText.defused(cell.toString());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
