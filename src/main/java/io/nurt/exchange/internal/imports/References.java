package io.nurt.exchange.internal.imports;

/** Whether what stands in a column of references is an identifier or a name. */
public final class References {
    private References() {}

    /** A column called so holds identifiers: {@code AccountId}, {@code Associated Company IDs}. */
    public static boolean isId(String header) {
        String bare = header.strip();
        boolean camel = bare.endsWith("Id") || bare.endsWith("ID") || bare.endsWith("Ids") || bare.endsWith("IDs");
        String lower = bare.toLowerCase(java.util.Locale.ROOT);
        return camel || lower.matches(".*[ _-]ids?");
    }

    /** What consists of digits alone can only be an identifier. */
    public static boolean mayBeName(String value) {
        return !value.isBlank() && !value.strip().chars().allMatch(Character::isDigit);
    }
}
