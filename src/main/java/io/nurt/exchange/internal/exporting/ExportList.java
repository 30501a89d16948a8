package io.nurt.exchange.internal.exporting;

import io.nurt.identity.Caller;
import io.nurt.kernel.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list that can be taken out: what it can show, and its rows as the list itself gives them to this caller. */
interface ExportList<T> {
    /** As in the address. */
    String name();

    List<ExportColumn<T>> columns(Caller caller);

    /** @param parameters those of the list's own address */
    Page<T> page(Map<String, List<String>> parameters, @Nullable String cursor);
}
