package io.nurt.exchange.internal.reading;

import io.nurt.exchange.internal.reading.DetectedEncoding.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells the encoding from the bytes of the whole file, in one pass and constant memory. A sample would not do: the first
 * letter outside ASCII may stand in the last row.
 */
final class EncodingDetector {
    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final Charset ISO_8859_2 = Charset.forName("ISO-8859-2");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** ł Ł ż Ż stand at the same place in both Central European sets, and are signs, not letters, in Western ones. */
    private static final int[] POLISH_IN_BOTH = {0xB3, 0xA3, 0xBF, 0xAF};
    /** ą Ą ś Ś ź Ź. */
    private static final int[] POLISH_IN_1250 = {0xB9, 0xA5, 0x9C, 0x8C, 0x9F, 0x8F};

    private static final int[] POLISH_IN_ISO = {0xB1, 0xA1, 0xB6, 0xA6, 0xBC, 0xAC};
    /** ć ę ń ó, which are æ ê ñ ó in Western Europe: they count only beside the others. */
    private static final int[] SHARED = {0xE6, 0xC6, 0xEA, 0xCA, 0xF1, 0xD1, 0xF3, 0xD3};
    /** à ã å è ï ò õ ø ù û: frequent in the West, foreign to Polish. */
    private static final int[] WESTERN = {0xE0, 0xE3, 0xE5, 0xE8, 0xEF, 0xF2, 0xF5, 0xF8, 0xF9, 0xFB};

    private final long[] besideLetter = new long[256];
    private final long[] zeros = new long[2];
    private long total;
    private long high;
    private long controls;
    private long validSequences;
    private long malformed;

    private EncodingDetector() {}

    /** @return null when the bytes are no text */
    static @Nullable DetectedEncoding detect(Path file, @Nullable Charset chosen) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        DetectedEncoding marked = byMark(head);
        if (chosen != null) {
            int skip = marked != null && marked.charset().equals(chosen) ? marked.bomLength() : 0;
            return new DetectedEncoding(chosen, skip, Evidence.CHOSEN, 0);
        }
        if (marked != null && !marked.charset().equals(StandardCharsets.UTF_8)) return marked;
        EncodingDetector counts = new EncodingDetector();
        try (InputStream in = Files.newInputStream(file)) {
            counts.read(in);
        }
        if (marked != null) {
            return new DetectedEncoding(marked.charset(), marked.bomLength(), marked.evidence(), counts.malformed);
        }
        return counts.decide();
    }

    private static @Nullable DetectedEncoding byMark(byte[] head) {
        int a = at(head, 0);
        int b = at(head, 1);
        if (a == 0xEF && b == 0xBB && at(head, 2) == 0xBF) return marked(StandardCharsets.UTF_8, 3);
        if (a == 0xFF && b == 0xFE) return marked(StandardCharsets.UTF_16LE, 2);
        if (a == 0xFE && b == 0xFF) return marked(StandardCharsets.UTF_16BE, 2);
        return null;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    private static DetectedEncoding marked(Charset charset, int length) {
        return new DetectedEncoding(charset, length, Evidence.BYTE_ORDER_MARK, 0);
    }

    private void read(InputStream in) throws IOException {
        byte[] buffer = new byte[65_536];
        int pending = 0; // continuation bytes still due in the current UTF-8 sequence
        int lower = 0x80; // bounds of the next continuation byte: refuse overlong forms and surrogates
        int upper = 0xBF;
        int previous = ' ';
        boolean highBefore = false;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                int b = buffer[i] & 0xFF;
                if (b == 0) zeros[(int) ((total + i) & 1)]++;
                else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r') controls++;
                if (highBefore && isLetter(b) && !isLetter(previous)) besideLetter[previous]++;
                if (pending > 0) {
                    if (b >= lower && b <= upper) {
                        if (--pending == 0) validSequences++;
                        lower = 0x80;
                        upper = 0xBF;
                        count(b, previous);
                        highBefore = !isLetter(previous);
                        previous = b;
                        continue;
                    }
                    malformed++;
                    pending = 0;
                    lower = 0x80;
                    upper = 0xBF;
                }
                if (b >= 0x80) {
                    count(b, previous);
                    highBefore = !isLetter(previous);
                    if (b >= 0xC2 && b <= 0xDF) pending = 1;
                    else if (b >= 0xE0 && b <= 0xEF) pending = 2;
                    else if (b >= 0xF0 && b <= 0xF4) pending = 3;
                    else malformed++;
                    lower = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
                    upper = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
                } else {
                    highBefore = false;
                }
                previous = b;
            }
            total += n;
        }
        if (pending > 0) malformed++;
    }

    private void count(int b, int previous) {
        high++;
        if (isLetter(previous)) besideLetter[b]++;
    }

    private static boolean isLetter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private @Nullable DetectedEncoding decide() {
        long zeroBytes = zeros[0] + zeros[1];
        if (zeroBytes > 0) {
            if (zeros[1] * 10 > total * 3 && zeros[0] * 20 < total) {
                return new DetectedEncoding(StandardCharsets.UTF_16LE, 0, Evidence.ZERO_BYTES, 0);
            }
            if (zeros[0] * 10 > total * 3 && zeros[1] * 20 < total) {
                return new DetectedEncoding(StandardCharsets.UTF_16BE, 0, Evidence.ZERO_BYTES, 0);
            }
        }
        // A stray control character is somebody's text; many of them are a picture or a program.
        if ((zeroBytes + controls) * 20 > total) return null;
        if (high == 0) return new DetectedEncoding(StandardCharsets.UTF_8, 0, Evidence.ONLY_ASCII, 0);
        if (malformed == 0) return new DetectedEncoding(StandardCharsets.UTF_8, 0, Evidence.VALID_UTF_8, 0);
        if (validSequences > malformed * 20) {
            return new DetectedEncoding(StandardCharsets.UTF_8, 0, Evidence.MOSTLY_UTF_8, malformed);
        }
        return singleByte();
    }

    private DetectedEncoding singleByte() {
        long both = sum(POLISH_IN_BOTH);
        long windows = sum(POLISH_IN_1250);
        long iso = sum(POLISH_IN_ISO);
        long polish = both + Math.max(windows, iso);
        if (polish > 0 && polish + sum(SHARED) > sum(WESTERN)) {
            Charset charset = iso > windows ? ISO_8859_2 : WINDOWS_1250;
            return new DetectedEncoding(charset, 0, Evidence.POLISH_LETTERS, 0);
        }
        return new DetectedEncoding(WINDOWS_1252, 0, Evidence.FALL_BACK, 0);
    }

    private long sum(int[] places) {
        long sum = 0;
        for (int place : places) sum += besideLetter[place];
        return sum;
    }
}
