package io.nurt.exchange.internal.imports;

import io.nurt.directory.CleanText;
import io.nurt.exchange.internal.imports.ImportOptions.Unification;
import io.nurt.exchange.internal.mapping.ColumnMapping;
import io.nurt.exchange.internal.values.ColumnProfile;
import io.nurt.exchange.internal.values.Nothing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the options of a choice are when a column becomes one. */
@Component
public class Choices {
    private static final int MOST = 200;
    private static final int LONGEST = 200;

    private final Inspector inspector;

    Choices(Inspector inspector) {
        this.inspector = inspector;
    }

    /**
     * The values of the column as they will be stored, the most frequent first. Call inside a transaction.
     *
     * @return none when there are too many of them, or one too long for an option
     */
    public List<String> of(ImportFile file, ColumnMapping column, List<Unification> unifications) {
        ColumnProfile profile = inspector.profile(file).columns().get(column.column());
        Map<String, String> unified = new HashMap<>();
        for (Unification one : unifications) {
            if (one.fileId().equals(file.id()) && one.column() == column.column()) {
                unified.put(one.variant(), one.canonical());
            }
        }
        Set<String> options = new LinkedHashSet<>();
        for (String value : profile.counts().keySet()) {
            String option = CleanText.line(unified.getOrDefault(value, value));
            if (option != null && !Nothing.is(option)) {
                options.add(option);
            }
        }
        boolean fit = profile.complete()
                && options.size() <= MOST
                && options.stream().allMatch(option -> option.codePointCount(0, option.length()) <= LONGEST);
        return fit ? new ArrayList<>(options) : List.of();
    }
}
