package io.nurt.exchange.internal.reading;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What the user decides instead of the detection; null means detect. */
public record ReadingOptions(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable Boolean header,
        Limits limits) {
    public static final ReadingOptions DETECT = new ReadingOptions(null, null, null, Limits.DEFAULT);
}
