package io.nurt.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an external PostgreSQL is and as whom to connect. The user must own (or be able to create in) the database: it
 * migrates. Further query parameters ({@code sslmode}, ...) go to the driver as they are.
 */
public record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> parameters) {
    private static final String EXAMPLE = "postgres://user:password@host:5432/database";

    public DatabaseUrl {
        parameters = Map.copyOf(parameters);
    }

    /** @throws StartRefused when the text is no such address or gives a user without a password, or the reverse */
    public static DatabaseUrl parse(String text) {
        String address = text.strip();
        if (address.startsWith("jdbc:")) {
            address = address.substring("jdbc:".length());
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException notAnAddress) {
            throw refused("is not an address (a special character in the password must be written as %XX)");
        }
        String scheme = uri.getScheme();
        if (!"postgres".equals(scheme) && !"postgresql".equals(scheme)) {
            throw refused("must begin with postgres://");
        }
        String path = uri.getPath();
        if (uri.getHost() == null || path == null || path.length() < 2) {
            throw refused("lacks the host or the name of the database");
        }
        Map<String, String> parameters = query(uri.getRawQuery());
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        String info = uri.getRawUserInfo();
        if (info != null) {
            int colon = info.indexOf(':');
            user = decode(colon < 0 ? info : info.substring(0, colon));
            password = colon < 0 ? password : decode(info.substring(colon + 1));
        }
        if (user == null || user.isBlank()) {
            throw refused(password == null ? "names neither user nor password" : "gives a password without a user");
        }
        if (password == null || password.isBlank()) {
            throw refused("gives a user without a password");
        }
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new DatabaseUrl(uri.getHost(), port, path.substring(1), user, password, parameters);
    }

    /** Without the credentials, which the driver is given apart so that they never reach a log. */
    public String jdbcUrl() {
        var url = new StringBuilder("jdbc:postgresql://" + host + ":" + port + "/" + database);
        char separator = '?';
        for (var parameter : parameters.entrySet()) {
            url.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return url.toString();
    }

    @Override
    public String toString() {
        return "postgres://" + user + "@" + host + ":" + port + "/" + database;
    }

    private static Map<String, String> query(@Nullable String raw) {
        var parameters = new LinkedHashMap<String, String>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartRefused refused(String why) {
        return new StartRefused("NURT_DATABASE_URL " + why + ".", "Write it as " + EXAMPLE + ".");
    }
}
