package io.nurt.forecast.internal.history;

import io.nurt.forecast.internal.hazard.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The features of one model. Which owners and sources have columns of their own is settled when it is trained. */
public final class Features {
    private static final int OWNERS = 24;
    private static final int SOURCES = 12;
    private static final int DEALS_FOR_A_COLUMN = 15;

    private final List<Feature> features;
    private final List<Column> columns;
    private final Choice choice;

    /** What had to be settled: owners and sources with columns. */
    public record Choice(List<UUID> owners, List<String> sources) {}

    private Features(Choice choice, List<UUID> ownersByNumber) {
        this.choice = choice;
        this.features = List.of(
                new AmountFeature(),
                new CloseDateFeature(),
                new PathFeature(),
                new FreshnessFeature(),
                new AccountFeature(),
                new LoadFeature(),
                new QuarterEndFeature(),
                new SourceFeature(choice.sources()),
                new OwnerFeature(choice.owners(), ownersByNumber));
        this.columns = features.stream().flatMap(f -> f.columns().stream()).toList();
    }

    public static Features of(Choice choice, History history) {
        return new Features(choice, history.owners());
    }

    /** Those that a history calls for. */
    public static Features forTraining(History history) {
        Map<Integer, Integer> owners = new TreeMap<>();
        Map<String, Integer> sources = new TreeMap<>();
        for (Trail trail : history.trails()) {
            if (!trail.known().isEmpty()) {
                Known first = trail.known().get(0);
                if (first.owner() >= 0) {
                    owners.merge(first.owner(), 1, Integer::sum);
                }
                if (first.source() != null) {
                    sources.merge(first.source(), 1, Integer::sum);
                }
            }
        }
        List<UUID> chosenOwners =
                most(owners, OWNERS).stream().map(history.owners()::get).toList();
        return new Features(new Choice(chosenOwners, most(sources, SOURCES)), history.owners());
    }

    private static <K extends Comparable<K>> List<K> most(Map<K, Integer> counts, int limit) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= DEALS_FOR_A_COLUMN)
                .sorted(Comparator.comparing((Map.Entry<K, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public List<Column> columns() {
        return columns;
    }

    public Choice choice() {
        return choice;
    }

    double[] of(View view) {
        double[] x = new double[columns.size()];
        int at = 0;
        for (Feature feature : features) {
            feature.fill(view, x, at);
            at += feature.columns().size();
        }
        return x;
    }
}
