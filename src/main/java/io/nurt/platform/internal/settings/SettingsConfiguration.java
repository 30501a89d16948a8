package io.nurt.platform.internal.settings;

import io.nurt.platform.NurtSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    NurtSettings nurtSettings(ConfigurableEnvironment environment) {
        List<String> names = new ArrayList<>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                names.addAll(List.of(enumerable.getPropertyNames()));
            }
        }
        return NurtSettings.read(names, environment::getProperty);
    }
}
