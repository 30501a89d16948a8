package io.nurt.exchange.internal.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the list of header names beside this class. */
final class HeaderFile {
    private HeaderFile() {}

    static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = HeaderFile.class.getResourceAsStream("headers.properties")) {
            if (in == null) throw new IllegalStateException("headers.properties is missing from the program");
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
