package io.nurt.testing;

import io.nurt.platform.DatabaseUrl;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each Spring context a database of its own, and a key, so that none is made in the project's folder. */
class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseUrl url = TestDatabase.create();
        String text = "postgres://" + url.user() + ":" + url.password() + "@" + url.host() + ":" + url.port() + "/"
                + url.database();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "testDatabase", Map.of("NURT_DATABASE_URL", text, "NURT_SECRET_KEY", "5e".repeat(32))));
    }
}
