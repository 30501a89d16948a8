package io.nurt.platform.internal.settings;

import io.nurt.platform.NurtSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Reads the settings from wherever Spring finds values: the environment, system properties, {@code --NURT_PORT=...}. */
public final class SettingsReader {
    private SettingsReader() {}

    public static NurtSettings read(ConfigurableEnvironment environment) {
        List<String> names = new ArrayList<>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                names.addAll(List.of(enumerable.getPropertyNames()));
            }
        }
        return NurtSettings.read(names, environment::getProperty);
    }
}
