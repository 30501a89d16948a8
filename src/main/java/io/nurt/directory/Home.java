package io.nurt.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the workspace presumes where a person writes less. */
@Repository
class Home {
    private final JdbcClient jdbc;

    Home(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose telephone and tax numbers are written without a prefix; null when unknown. */
    @Nullable
    String country() {
        return HomeCountry.ofZone(
                jdbc.sql("select zone from nurt.workspace").query(String.class).single());
    }

    String currency() {
        return jdbc.sql("select currency from nurt.workspace")
                .query(String.class)
                .single();
    }
}
