package io.nurt.exchange.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records and recovers where a record is broken. Ready-made readers stop at the first misplaced
 * quotation mark, or swallow the lines that follow it; here the line where the broken record begins is refused with its
 * text, and reading goes on with the next line, so that one bad row costs one row.
 *
 * <p>Holds one record in memory, at most {@link Limits#recordLength()} characters.
 */
final class RecordReader implements Closeable {
    /** A record as found: {@code raw} is kept only where it is needed to repair the row. */
    record Found(
            long line,
            List<String> fields,
            boolean blank,
            @Nullable Refusal refusal,
            @Nullable String raw) {}

    private static final int EOF = -1;

    private final Reader in;
    private final char delimiter;
    private final char quote;
    private final Limits limits;

    private char[] buffer = new char[65_536];
    private int start; // first character of the current record
    private int pos;
    private int end;
    private boolean ended;
    private long line = 1;
    private int width = 16;

    RecordReader(Reader in, Dialect dialect, Limits limits) {
        this.in = in;
        this.delimiter = dialect.delimiter();
        this.quote = dialect.quote();
        this.limits = limits;
    }

    /** @return null at the end */
    @Nullable
    Found next() throws IOException {
        start = pos;
        if (peek() == EOF) return null;
        long first = line;
        List<String> fields = new ArrayList<>(width);
        boolean quoted = false;
        while (true) {
            int c = peek();
            if (c == quote) {
                quoted = true;
                Refusal broken = quotedField(fields);
                if (broken != null) return refuseLine(first, broken);
            } else {
                plainField(fields);
            }
            c = peek();
            if (c == delimiter) {
                pos++;
                continue;
            }
            int length = pos - start;
            if (c != EOF) endOfLine();
            width = Math.max(4, fields.size());
            boolean blank = !quoted && fields.size() == 1 && fields.get(0).isBlank();
            return new Found(first, fields, blank, tooLarge(fields), raw(fields, length));
        }
    }

    private @Nullable Refusal tooLarge(List<String> fields) {
        if (fields.size() > limits.columns()) {
            return RefusalReason.TOO_MANY_COLUMNS.with(fields.size(), limits.columns());
        }
        for (int i = 0; i < fields.size(); i++) {
            int length = fields.get(i).length();
            if (length > limits.fieldLength()) {
                return RefusalReason.FIELD_TOO_LONG.with(i + 1, length, limits.fieldLength());
            }
        }
        return null;
    }

    private int expected = -1;

    /** From now on the text of records with another number of fields is kept. */
    void expect(int columns) {
        expected = columns;
    }

    private @Nullable String raw(List<String> fields, int length) {
        boolean regular = expected < 0 || fields.size() == expected;
        return regular && tooLarge(fields) == null ? null : new String(buffer, start, length);
    }

    private void plainField(List<String> fields) throws IOException {
        int from = pos - start;
        while (true) {
            while (pos < end) {
                char c = buffer[pos];
                if (c == delimiter || c == '\n' || c == '\r') {
                    fields.add(text(start + from, pos));
                    return;
                }
                pos++;
            }
            if (!fill()) {
                fields.add(text(start + from, pos));
                return;
            }
        }
    }

    private @Nullable Refusal quotedField(List<String> fields) throws IOException {
        pos++;
        int from = pos - start;
        boolean doubled = false;
        while (true) {
            while (pos < end && buffer[pos] != quote) pos++;
            if (pos >= end) {
                if (fill()) continue;
                return RefusalReason.UNCLOSED_QUOTE.with();
            }
            pos++;
            if (peek() == quote) {
                doubled = true;
                pos++;
                continue;
            }
            String text = text(start + from, pos - 1);
            while (peek() == ' ') pos++;
            int after = peek();
            if (after != EOF && after != delimiter && after != '\n' && after != '\r') {
                return RefusalReason.UNESCAPED_QUOTE.with();
            }
            fields.add(doubled ? undouble(text) : text);
            return null;
        }
    }

    private String undouble(String text) {
        String one = String.valueOf(quote);
        return text.replace(one + one, one);
    }

    private String text(int from, int to) {
        return from == to ? "" : new String(buffer, from, to - from);
    }

    /** Goes back to the start of the record and takes its first line alone. */
    private Found refuseLine(long first, Refusal refusal) throws IOException {
        pos = start;
        line = first;
        while (peek() != EOF && buffer[pos] != '\n' && buffer[pos] != '\r') pos++;
        String raw = text(start, pos);
        if (peek() != EOF) {
            pos++;
            if (buffer[pos - 1] == '\r' && peek() == '\n') pos++;
        }
        line++;
        return new Found(first, List.of(), false, refusal, raw);
    }

    /** Consumes the end of the line and counts the lines of the record, quoted ones among them. */
    private void endOfLine() throws IOException {
        if (buffer[pos] == '\r') {
            pos++;
            if (peek() == '\n') pos++;
        } else {
            pos++;
        }
        for (int i = start; i < pos; i++) {
            if (buffer[i] == '\n' || buffer[i] == '\r' && !(i + 1 < pos && buffer[i + 1] == '\n')) line++;
        }
    }

    private int peek() throws IOException {
        return pos < end || fill() ? buffer[pos] : EOF;
    }

    /** @return false at the end of the text, or when the record is longer than allowed */
    private boolean fill() throws IOException {
        if (ended) return false;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            pos -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (buffer.length >= limits.recordLength()) return false;
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 4, limits.recordLength()));
        }
        int n = in.read(buffer, end, buffer.length - end);
        if (n < 0) {
            ended = true;
            return false;
        }
        end += n;
        return n > 0 || fill();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
