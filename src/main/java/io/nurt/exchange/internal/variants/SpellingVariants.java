package io.nurt.exchange.internal.variants;

import io.nurt.exchange.internal.values.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds values that are probably spellings of one another. A wrong proposal costs trust and a wrong merge costs data, so
 * digits are never a slip, short words have no typos, and two values that are both known, or both frequent, stay apart.
 */
public final class SpellingVariants {
    /** Shorter words turn into other words by one letter. */
    private static final int SHORTEST_TYPO = 6;
    /** How much more frequent a value must be for its neighbour to be a slip. */
    private static final int FREQUENT = 10;

    private SpellingVariants() {}

    /**
     * @param counts values of a column with their number of rows
     * @param known values that are right: names in the other file, or in the workspace
     */
    public static List<Variant> propose(Map<String, Integer> counts, Collection<String> known) {
        Set<String> right = new HashSet<>(known);
        Map<String, String> byKey = new HashMap<>();
        for (String value : known) byKey.putIfAbsent(Folding.key(value), value);
        List<Variant> proposals = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        Map<String, String> frequent = mostFrequentByKey(counts, byKey);
        counts.forEach((value, count) -> {
            String canonical = frequent.getOrDefault(Folding.key(value), value);
            if (right.contains(value) || canonical.equals(value)) left.put(value, count);
            else proposals.add(new Variant(value, canonical, count, Variant.Reason.WRITTEN_DIFFERENTLY));
        });
        typos(left, right, byKey, proposals);
        proposals.sort((a, b) -> a.count() != b.count()
                ? Integer.compare(b.count(), a.count())
                : a.variant().compareTo(b.variant()));
        return List.copyOf(proposals);
    }

    /** For each key the spelling to keep: the known one, or the most frequent of the column. */
    private static Map<String, String> mostFrequentByKey(Map<String, Integer> counts, Map<String, String> known) {
        Map<String, String> best = new HashMap<>(known);
        counts.forEach((value, count) -> {
            String key = Folding.key(value);
            if (known.containsKey(key)) return;
            best.merge(key, value, (a, b) -> {
                int order = Integer.compare(counts.getOrDefault(a, 0), counts.getOrDefault(b, 0));
                if (order == 0) order = b.compareTo(a);
                return order >= 0 ? a : b;
            });
        });
        return best;
    }

    private static void typos(
            Map<String, Integer> counts, Set<String> right, Map<String, String> known, List<Variant> proposals) {
        Map<String, List<String>> neighbours = new HashMap<>();
        known.forEach((key, value) -> index(neighbours, key, value));
        counts.keySet().forEach(value -> {
            String key = Folding.key(value);
            if (!known.containsKey(key)) index(neighbours, key, value);
        });
        counts.forEach((value, count) -> {
            String key = Folding.key(value);
            if (right.contains(value) || known.containsKey(key) || !mayBeTypo(key)) return;
            String found = null;
            boolean several = false;
            Variant.Reason reason = Variant.Reason.TYPO_OF_FREQUENT;
            for (String candidate : candidates(neighbours, key)) {
                if (candidate.equals(value) || !isSlip(key, Folding.key(candidate))) continue;
                boolean isKnown = right.contains(candidate);
                if (!isKnown && counts.getOrDefault(candidate, 0) < (long) count * FREQUENT) continue;
                several |= found != null && !found.equals(candidate);
                found = candidate;
                reason = isKnown ? Variant.Reason.TYPO_OF_KNOWN : Variant.Reason.TYPO_OF_FREQUENT;
            }
            // Two possible originals: nobody can tell which was meant.
            if (found != null && !several) proposals.add(new Variant(value, found, count, reason));
        });
    }

    private static boolean mayBeTypo(String key) {
        return key.length() >= SHORTEST_TYPO;
    }

    /** All ways to leave out one letter: two words at distance one share at least one of them. */
    private static void index(Map<String, List<String>> neighbours, String key, String value) {
        if (!mayBeTypo(key) || key.length() > 60) return;
        for (String shape : shapes(key))
            neighbours.computeIfAbsent(shape, k -> new ArrayList<>(1)).add(value);
    }

    private static Set<String> candidates(Map<String, List<String>> neighbours, String key) {
        Set<String> found = new HashSet<>();
        for (String shape : shapes(key)) found.addAll(neighbours.getOrDefault(shape, List.of()));
        return found;
    }

    private static Set<String> shapes(String key) {
        Set<String> shapes = new HashSet<>();
        shapes.add(key);
        for (int i = 0; i < key.length(); i++) shapes.add(key.substring(0, i) + key.substring(i + 1));
        return shapes;
    }

    /** One letter added, left out, exchanged, or two neighbours swapped; never a digit, never the first letter. */
    static boolean isSlip(String a, String b) {
        if (a.equals(b) || !digits(a).equals(digits(b))) return false;
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) from++;
        if (from == 0) return false;
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int lengthA = endA - from;
        int lengthB = endB - from;
        if (lengthA <= 1 && lengthB <= 1) return !pluralOrCase(a, b, from);
        return lengthA == 2
                && lengthB == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
    }

    /** A single letter at the very end makes a series ("Class A", "Class B") or a plural as often as a slip. */
    private static boolean pluralOrCase(String a, String b, int from) {
        return from >= Math.min(a.length(), b.length()) || from == a.length() - 1 && from == b.length() - 1;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
