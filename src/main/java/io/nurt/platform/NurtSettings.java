package io.nurt.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this server, all optional.
 *
 * @param port web port; 0 lets the system choose
 * @param data folder of the embedded database, absolute
 * @param database external database; empty for the embedded one
 * @param publicUrl address used in links, without a trailing slash
 * @param secretKey seals secrets in the database; empty for the one that is kept in the data folder
 */
public record NurtSettings(
        int port, Path data, Optional<DatabaseUrl> database, URI publicUrl, Optional<SecretKey> secretKey) {

    /** With the key of the data folder. */
    public NurtSettings(int port, Path data, Optional<DatabaseUrl> database, URI publicUrl) {
        this(port, data, database, publicUrl, Optional.empty());
    }

    /**
     * @param names every name that is set anywhere, to find misspelt {@code NURT_*} keys
     * @param values value by name, null where unset
     * @throws StartRefused for an unknown key or a value that cannot be used
     */
    public static NurtSettings read(Collection<String> names, Function<String, @Nullable String> values) {
        refuseUnknown(names);
        int port = port(value(values, SettingKey.NURT_PORT));
        String data = value(values, SettingKey.NURT_DATA);
        String database = value(values, SettingKey.NURT_DATABASE_URL);
        String publicUrl = value(values, SettingKey.NURT_PUBLIC_URL);
        return new NurtSettings(
                port,
                Path.of(data == null ? "" : data).toAbsolutePath().normalize(),
                Optional.ofNullable(database).map(DatabaseUrl::parse),
                publicUrl(publicUrl == null ? "http://localhost:" + port : publicUrl),
                secretKey(value(values, SettingKey.NURT_SECRET_KEY), value(values, SettingKey.NURT_SECRET_KEY_FILE)));
    }

    private static Optional<SecretKey> secretKey(@Nullable String text, @Nullable String file) {
        if (text != null && file != null) {
            throw new StartRefused("Both NURT_SECRET_KEY and NURT_SECRET_KEY_FILE are set.", "Unset one of them.");
        }
        if (file == null) {
            return Optional.ofNullable(text).map(key -> SecretKey.parse(key, "NURT_SECRET_KEY"));
        }
        try {
            return Optional.of(SecretKey.parse(Files.readString(Path.of(file)), "NURT_SECRET_KEY_FILE"));
        } catch (IOException | InvalidPathException unreadable) {
            throw new StartRefused(
                    "The file of NURT_SECRET_KEY_FILE cannot be read: " + unreadable.getMessage(),
                    "Make it readable to the user who runs the server.",
                    unreadable);
        }
    }

    private static @Nullable String value(Function<String, @Nullable String> values, SettingKey key) {
        String value = values.apply(key.name());
        return value == null || value.isBlank() ? key.defaultValue() : value.strip();
    }

    private static void refuseUnknown(Collection<String> names) {
        for (String name : new TreeSet<>(names)) {
            if (name.startsWith("NURT_") && !SettingKey.isKnown(name)) {
                throw new StartRefused(
                        "The setting " + name + " is not known.",
                        "The nearest one is " + NearestKey.to(name) + ". Unset " + name + " or correct its name.");
            }
        }
    }

    private static int port(@Nullable String text) {
        try {
            int port = Integer.parseInt(String.valueOf(text));
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, together with numbers out of range
        }
        throw new StartRefused("NURT_PORT is " + text + ".", "Give a number from 1 to 65535.");
    }

    private static URI publicUrl(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = URI.create(trimmed);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // refused below
        }
        throw new StartRefused("NURT_PUBLIC_URL is " + text + ".", "Write it as https://crm.example.com.");
    }
}
