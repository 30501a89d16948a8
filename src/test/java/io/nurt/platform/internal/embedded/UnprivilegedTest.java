package io.nurt.platform.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedTest {
    /** Made by JUnit, closed to everybody else: like a data folder in root's home. */
    @TempDir
    Path closed;

    @Test
    void theDatabaseRunsAlsoInAFolderThatOnlyItsOwnerMayEnter() throws Exception {
        assumeThat(isRoot() && !namespacesWork())
                .as("as root, without user namespaces")
                .isFalse();

        assertThatCode(() -> EmbeddedPostgres.start(closed.resolve("data"), Durability.DISPOSABLE)
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void aFolderMadeForTheDatabaseCanBePassedThroughByOthers() throws IOException {
        Unprivileged.createFolder(closed.resolve("made"));

        assertThat(Files.getPosixFilePermissions(closed.resolve("made")))
                .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)
                .doesNotContain(java.nio.file.attribute.PosixFilePermission.OTHERS_READ);
    }

    static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
    }

    private static boolean namespacesWork() throws Exception {
        return new ProcessBuilder("unshare", "--user", "--map-user=1000", "--map-group=1000", "--", "true")
                        .start()
                        .waitFor()
                == 0;
    }
}
