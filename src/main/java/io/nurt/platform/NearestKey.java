package io.nurt.platform;

import java.util.Arrays;
import java.util.Comparator;

/** The known key a misspelt one most likely meant, by edit distance. */
final class NearestKey {
    private NearestKey() {}

    static SettingKey to(String name) {
        return Arrays.stream(SettingKey.values())
                .min(Comparator.comparingInt(key -> distance(key.name(), name)))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
