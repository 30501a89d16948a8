package io.nurt.exchange.internal.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delimited text file of unknown origin. {@link #inspect} finds out how it is written; {@link #rows} then reads it from
 * the start, as often as needed, one record at a time.
 */
public final class ForeignFile {
    private static final int SAMPLE = 262_144;

    private final Path path;
    private final String name;
    private final DetectedEncoding encoding;
    private final Dialect dialect;
    private final boolean header;
    private final List<Column> columns;
    private final Limits limits;

    private ForeignFile(
            Path path,
            String name,
            DetectedEncoding encoding,
            Dialect dialect,
            boolean header,
            List<Column> columns,
            Limits limits) {
        this.path = path;
        this.name = name;
        this.encoding = encoding;
        this.dialect = dialect;
        this.header = header;
        this.columns = columns;
        this.limits = limits;
    }

    /**
     * @param name as the user knows the file
     * @throws UnreadableFileException when nothing in it can be used; the reason is for the user
     */
    public static ForeignFile inspect(Path path, String name, ReadingOptions options)
            throws IOException, UnreadableFileException {
        if (Files.size(path) == 0) throw new UnreadableFileException(RefusalReason.FILE_EMPTY.with());
        refuseOtherKinds(path);
        DetectedEncoding encoding = EncodingDetector.detect(path, options.charset());
        if (encoding == null) throw new UnreadableFileException(RefusalReason.FILE_NOT_TEXT.with());
        String sample = sample(path, encoding);
        Dialect dialect = options.delimiter() != null
                ? new Dialect(options.delimiter(), '"')
                : instructed(sample) != null ? new Dialect(sample.charAt(4), '"') : DialectDetector.detect(sample);
        List<List<String>> first = firstRecords(sample, dialect, options.limits());
        if (first.isEmpty()) throw new UnreadableFileException(RefusalReason.FILE_EMPTY.with());
        List<String> top = first.get(0);
        boolean header = options.header() != null
                ? options.header()
                : HeaderReader.isHeader(top, first.subList(1, first.size()));
        List<String> names = header ? top : top.stream().map(cell -> "").toList();
        return new ForeignFile(path, name, encoding, dialect, header, HeaderReader.columns(names), options.limits());
    }

    private static void refuseOtherKinds(Path path) throws IOException, UnreadableFileException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4) return;
            boolean zip = head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
            boolean ole = (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && (head[2] & 0xFF) == 0x11;
            if (zip || ole) throw new UnreadableFileException(RefusalReason.FILE_IS_WORKBOOK.with());
            // Its first lines are text, and may be all that is sampled.
            boolean pdf = head[0] == '%' && head[1] == 'P' && head[2] == 'D' && head[3] == 'F';
            if (pdf) throw new UnreadableFileException(RefusalReason.FILE_NOT_TEXT.with());
        }
    }

    private static String sample(Path path, DetectedEncoding encoding) throws IOException {
        try (Reader reader = open(path, encoding)) {
            char[] chars = new char[SAMPLE];
            int length = 0;
            for (int n = reader.read(chars); n > 0; n = reader.read(chars, length, chars.length - length)) length += n;
            if (length == chars.length) {
                int cut = length;
                while (cut > 0 && chars[cut - 1] != '\n') cut--;
                if (cut > 0) length = cut;
            }
            return new String(chars, 0, length);
        }
    }

    /** Excel's {@code sep=;} as a first line. */
    private static @Nullable String instructed(String sample) {
        if (sample.length() < 5 || !sample.regionMatches(true, 0, "sep=", 0, 4)) return null;
        return sample.length() == 5 || sample.charAt(5) == '\r' || sample.charAt(5) == '\n'
                ? sample.substring(0, 5)
                : null;
    }

    private static List<List<String>> firstRecords(String sample, Dialect dialect, Limits limits)
            throws IOException, UnreadableFileException {
        List<List<String>> records = new ArrayList<>();
        Refusal broken = null;
        try (RecordReader reader = new RecordReader(new StringReader(sample), dialect, limits)) {
            for (RecordReader.Found found = reader.next(); found != null; found = reader.next()) {
                if (found.refusal() != null && broken == null) broken = found.refusal();
                if (found.blank() || found.refusal() != null) continue;
                if (records.isEmpty() && found.line() == 1 && instructed(sample) != null) continue;
                records.add(found.fields());
                if (records.size() == 200) break;
            }
        }
        if (records.isEmpty() && broken != null) throw new UnreadableFileException(broken);
        return records;
    }

    static Reader open(Path path, DetectedEncoding encoding) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 65_536);
        in.skipNBytes(encoding.bomLength());
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Opens the file for reading from its first row of data; close the cursor. */
    public RowCursor rows() throws IOException {
        return new RowCursor(
                new RecordReader(open(path, encoding), dialect, limits), columns.size(), header, limits.rows());
    }

    public String name() {
        return name;
    }

    public DetectedEncoding encoding() {
        return encoding;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether the first record names the columns. */
    public boolean header() {
        return header;
    }

    public List<Column> columns() {
        return columns;
    }
}
