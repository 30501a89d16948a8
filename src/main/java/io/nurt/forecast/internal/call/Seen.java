package io.nurt.forecast.internal.call;

import io.nurt.identity.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a table a caller may see: people whose deals they see, and teams of which they see everybody, so that no sum is shown
 * that lacks someone or tells of someone hidden.
 */
final class Seen {
    private Seen() {}

    /** @param leading null: nothing may be said any more */
    static List<CallRow> rows(List<CallRow> all, Visibility visibility, @Nullable Leading leading) {
        Map<String, CallRow> byKey = new HashMap<>();
        all.forEach(row -> byKey.put(row.key(), row));
        Set<String> hidden = new HashSet<>();
        Set<String> peopled = new HashSet<>();
        for (CallRow row : all) {
            if (row.person()) {
                Set<String> of = visibility.sees(row.id()) ? peopled : hidden;
                for (CallRow at = row; at != null; at = at.parent() == null ? null : byKey.get(at.parent())) {
                    of.add(at.key());
                }
            }
        }
        if (!visibility.all()) {
            // Of a team without anybody one would see everybody.
            all.stream()
                    .filter(row ->
                            row.kind().equals("workspace") || row.kind().equals("team") && !peopled.contains(row.key()))
                    .forEach(row -> hidden.add(row.key()));
        }
        List<CallRow> seen = new ArrayList<>();
        Map<String, Integer> depths = new HashMap<>();
        for (CallRow row : all) {
            if (hidden.contains(row.key()) || row.nothing()) {
                continue;
            }
            String parent = row.parent();
            while (parent != null && hidden.contains(parent)) {
                CallRow above = byKey.get(parent);
                parent = above == null ? null : above.parent();
            }
            int depth = parent == null ? 0 : depths.getOrDefault(parent, 0) + 1;
            depths.put(row.key(), depth);
            boolean submit = leading != null && row.person() && leading.submitsFor(row.id());
            boolean lead = leading != null && row.id() != null && leading.leads(Subject.of(row.kind(), row.id()));
            seen.add(row.at(parent, depth, submit, lead));
        }
        return seen;
    }
}
