package io.nurt.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next opaque key of the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a page from rows fetched with one more than {@code size} asked for; the key is made of the last row shown. */
    public static <T> Page<T> cut(List<T> fetched, int size, Function<T, Cursor> key) {
        if (fetched.size() <= size) {
            return new Page<>(fetched, null);
        }
        List<T> shown = List.copyOf(fetched.subList(0, size));
        return new Page<>(shown, key.apply(shown.get(size - 1)).encoded());
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next);
    }
}
