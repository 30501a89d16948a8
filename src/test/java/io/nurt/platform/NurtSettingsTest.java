package io.nurt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NurtSettingsTest {
    @Test
    void withoutAnySettingTheRecordedDefaultsHold() {
        NurtSettings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("nurt-data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
    }

    @Test
    void everySettingIsRead() {
        NurtSettings settings = read(Map.of(
                "NURT_PORT", "9000",
                "NURT_DATA", "/srv/nurt",
                "NURT_DATABASE_URL", "postgres://ada:p%40ss@db.example.com/crm?sslmode=require",
                "NURT_PUBLIC_URL", "https://crm.example.com/"));

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.data()).isEqualTo(Path.of("/srv/nurt").toAbsolutePath());
        assertThat(settings.publicUrl()).hasToString("https://crm.example.com");
        DatabaseUrl url = settings.database().orElseThrow();
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:5432/crm?sslmode=require");
        assertThat(url.user()).isEqualTo("ada");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(url.toString()).doesNotContain("p@ss");
    }

    @Test
    void theJdbcFormIsUnderstoodToo() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://db:5433/crm?user=ada&password=secret");

        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.user()).isEqualTo("ada");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/crm");
    }

    @Test
    void anUnknownSettingStopsTheStartAndNamesTheNearest() {
        assertThatThrownBy(() -> read(Map.of("NURT_DATABSE_URL", "x")))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining("NURT_DATABSE_URL");
                    assertThat(refused.wayOut()).contains("NURT_DATABASE_URL");
                });
    }

    @Test
    void theKeyComesFromTheEnvironmentOrAFileButNotFromBoth(@TempDir Path folder) throws IOException {
        String key = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=";
        String file = Files.writeString(folder.resolve("key"), key + "\n").toString();

        NurtSettings settings = read(Map.of("NURT_SECRET_KEY", key));

        assertThat(settings.toString()).doesNotContain(key);
        assertThat(settings.secretKey())
                .isPresent()
                .isEqualTo(read(Map.of("NURT_SECRET_KEY_FILE", file)).secretKey());
        assertThat(read(Map.of()).secretKey()).isEmpty();
        assertThatThrownBy(() -> read(Map.of("NURT_SECRET_KEY", key, "NURT_SECRET_KEY_FILE", file)))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> read(Map.of("NURT_SECRET_KEY_FILE", file + ".missing")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void settingsOfTheTestsDoNotStopTheServer() {
        assertThat(read(Map.of("NURT_DATASETS", "x", "NURT_TEST_ANYTHING", "y")).port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ada@db/crm",
                "postgres://:secret@db/crm",
                "postgres://db/crm",
                "postgres://ada:@db/crm",
                "jdbc:postgresql://db/crm?user=ada",
                "jdbc:postgresql://db/crm?password=secret",
                "postgres://ada:secret@db",
                "mysql://ada:secret@db/crm",
                "not an address"
            })
    void anAddressOfADatabaseThatLacksAPartStopsTheStart(String url) {
        assertThatThrownBy(() -> read(Map.of("NURT_DATABASE_URL", url)))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "65536"})
    void aPortThatIsNoneStopsTheStart(String port) {
        assertThatThrownBy(() -> read(Map.of("NURT_PORT", port))).isInstanceOf(StartRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm.example.com", "ftp://crm.example.com", "https://"})
    void aPublicAddressThatABrowserCannotOpenStopsTheStart(String url) {
        assertThatThrownBy(() -> read(Map.of("NURT_PUBLIC_URL", url))).isInstanceOf(StartRefused.class);
    }

    private static NurtSettings read(Map<String, String> environment) {
        return NurtSettings.read(environment.keySet(), environment::get);
    }
}
