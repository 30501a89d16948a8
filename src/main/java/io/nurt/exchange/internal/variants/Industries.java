package io.nurt.exchange.internal.variants;

import io.nurt.exchange.internal.values.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of industries that are spelt right, for columns of industries in files that hold only the wrong spelling. */
public final class Industries {
    static final List<String> NAMES = List.of(
            "agriculture",
            "automotive",
            "banking",
            "biotechnology",
            "chemicals",
            "communications",
            "construction",
            "consulting",
            "education",
            "electronics",
            "employment",
            "energy",
            "engineering",
            "entertainment",
            "environmental",
            "finance",
            "government",
            "healthcare",
            "hospitality",
            "insurance",
            "logistics",
            "machinery",
            "manufacturing",
            "marketing",
            "medical",
            "pharmaceuticals",
            "real estate",
            "recreation",
            "retail",
            "services",
            "shipping",
            "software",
            "technology",
            "telecommunications",
            "transportation",
            "utilities",
            "wholesale",
            "budownictwo",
            "edukacja",
            "energetyka",
            "farmacja",
            "finanse",
            "handel",
            "logistyka",
            "motoryzacja",
            "nieruchomości",
            "oprogramowanie",
            "produkcja",
            "przemysł",
            "rolnictwo",
            "technologia",
            "telekomunikacja",
            "transport",
            "ubezpieczenia",
            "usługi",
            "zdrowie");

    private Industries() {}

    /**
     * The names as a column writes them, so that only what is misspelt differs from them: a name that is in it as it is
     * there, the others with a capital where most of its values begin with one.
     *
     * @param counts values of the column with their number of rows
     */
    public static List<String> writtenAsIn(Map<String, Integer> counts) {
        Map<String, String> there = new HashMap<>();
        int capitals = 0;
        int rows = 0;
        for (Map.Entry<String, Integer> value :
                counts.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            // The most frequent spelling comes last and stays.
            there.put(Folding.key(value.getKey()), value.getKey());
            rows += value.getValue();
            if (!value.getKey().isEmpty()
                    && Character.isUpperCase(value.getKey().charAt(0))) {
                capitals += value.getValue();
            }
        }
        boolean capital = capitals * 2 > rows;
        return NAMES.stream()
                .map(name -> there.getOrDefault(
                        Folding.key(name), capital ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name))
                .toList();
    }
}
