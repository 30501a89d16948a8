package io.nurt.platform.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
        Path data = folder.resolve("data");

        var key = KeyFile.readOrCreate(data);

        assertThat(KeyFile.readOrCreate(data)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(KeyFile.NAME))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileWithoutAKeyIsRefusedAndLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve(KeyFile.NAME), "");

        assertThatThrownBy(() -> KeyFile.readOrCreate(folder)).isInstanceOf(StartRefused.class);

        assertThat(folder.resolve(KeyFile.NAME)).isEmptyFile();
    }
}
