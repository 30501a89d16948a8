package io.nurt.platform;

import io.nurt.kernel.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all modules, from {@code messages/<module>_<language>.properties} (UTF-8). Arguments stand as {@code {0}},
 * {@code {1}}; quotes mean themselves.
 */
@Component
public class Texts {
    private final Map<Language, Map<String, String>> byLanguage = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            byLanguage.put(language, read(language));
        }
    }

    private static Map<String, String> read(Language language) {
        Map<String, String> texts = new HashMap<>();
        try {
            String pattern = "classpath*:messages/*_" + language.code() + ".properties";
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The text, or the key itself when there is none: a test keeps that from happening. */
    public String get(Language language, String key, @Nullable Object... arguments) {
        String text = byLanguage.getOrDefault(language, Map.of()).getOrDefault(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    public boolean has(Language language, String key) {
        return byLanguage.getOrDefault(language, Map.of()).containsKey(key);
    }

    /** All keys known in a language. */
    public java.util.Set<String> keys(Language language) {
        return java.util.Set.copyOf(byLanguage.getOrDefault(language, Map.of()).keySet());
    }
}
