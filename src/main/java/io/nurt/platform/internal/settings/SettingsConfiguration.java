package io.nurt.platform.internal.settings;

import io.nurt.platform.NurtSettings;
import io.nurt.platform.SecretBox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    NurtSettings nurtSettings(ConfigurableEnvironment environment) {
        return SettingsReader.read(environment);
    }

    @Bean
    SecretBox secretBox(NurtSettings settings) {
        return new SecretBox(() -> settings.secretKey().orElseGet(() -> KeyFile.readOrCreate(settings.data())));
    }
}
