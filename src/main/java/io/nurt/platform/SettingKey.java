package io.nurt.platform;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every {@code NURT_*} key the server understands; a new setting is one line here. Others stop the start. */
public enum SettingKey {
    NURT_PORT("8080", "port of the web server"),
    NURT_DATA("nurt-data", "folder that holds the embedded database and its password"),
    NURT_DATABASE_URL(null, "postgres://user:password@host:port/database instead of the embedded database"),
    NURT_PUBLIC_URL(null, "address people open in their browser, used in links"),
    NURT_SECRET_KEY(null, "key that encrypts second factors, for several servers on one database"),
    NURT_SECRET_KEY_FILE(null, "file that holds that key");

    /** Keys that only the build and the tests read: harmless to a server started from the same shell. */
    private static final String TEST_PREFIX = "NURT_TEST_";

    private static final List<String> BUILD_KEYS = List.of("NURT_DATASETS");

    private final @Nullable String defaultValue;
    private final String meaning;

    SettingKey(@Nullable String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** The recorded default as it would be written in the environment; null where absence means something of its own. */
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    public String meaning() {
        return meaning;
    }

    static boolean isKnown(String name) {
        return name.startsWith(TEST_PREFIX)
                || BUILD_KEYS.contains(name)
                || Arrays.stream(values()).anyMatch(key -> key.name().equals(name));
    }
}
