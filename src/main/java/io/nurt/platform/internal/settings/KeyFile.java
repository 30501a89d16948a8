package io.nurt.platform.internal.settings;

import io.nurt.platform.SecretKey;
import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generated key, in a file of the data folder that only its owner may read. */
final class KeyFile {
    static final String NAME = "secret-key";

    private static final Logger LOG = LoggerFactory.getLogger("nurt");

    private KeyFile() {}

    static SecretKey readOrCreate(Path data) {
        Path file = data.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return SecretKey.parse(Files.readString(file), file.toString());
        } catch (IOException failed) {
            throw new StartRefused(
                    "The key " + file + " cannot be read or made: " + failed.getMessage(),
                    "Make it readable to the user who runs the server, or set NURT_SECRET_KEY_FILE.",
                    failed);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[SecretKey.BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.resolveSibling(""));
        // Moved into place, so that a kill cannot leave half a key; without replacing one that came meanwhile.
        Path draft = Files.createTempFile(file.resolveSibling(""), NAME, ".new", forOwnerOnly(file));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(random) + "\n");
            Files.move(draft, file);
            LOG.info(
                    "Made {}, which encrypts second factors. It is not in backups: keep a copy of it apart from them.",
                    file);
        } catch (FileAlreadyExistsException another) {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path file) throws IOException {
        return Files.getFileStore(file.resolveSibling("")).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
