package io.nurt.exchange.internal.exporting;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported list.
 *
 * @param key by which it is asked for: the name of the API's field
 * @param label its header
 * @param value a text, number, truth value, day, moment or null
 */
record ExportColumn<T>(String key, String label, Function<T, @Nullable Object> value) {}
