package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar. The marker is written last, so a torn unpacking is done again. */
record Binaries(Path home) {
    /** The major version the binaries have; a data folder of another one cannot be opened with them. */
    static final String MAJOR = "18";

    private static final String MARKER = ".complete";

    static Binaries unpackedIn(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(MARKER))) {
            FileSystemUtils.deleteRecursively(folder);
            unpack(folder);
            Files.writeString(folder.resolve(MARKER), "");
        }
        return new Binaries(folder);
    }

    /** Names the archive in the jar, so that other binaries are unpacked beside and not over these. */
    static String version() {
        String jar = String.valueOf(Binaries.class.getClassLoader().getResource(archive()));
        var version = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar").matcher(jar);
        return version.find() ? version.group(1) : MAJOR;
    }

    String program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        if (os.startsWith("windows")) {
            return "postgres-windows-x86_64.txz";
        }
        String system = os.startsWith("mac") ? "darwin" : "linux";
        return "postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = Binaries.class.getClassLoader().getResourceAsStream(archive())) {
            if (packed == null) {
                throw new StartRefused(
                        "This build has no PostgreSQL for " + System.getProperty("os.name") + " on "
                                + System.getProperty("os.arch") + ".",
                        "Set NURT_DATABASE_URL to a PostgreSQL 15 to 18 of your own.");
            }
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (isNeeded(entry.getName())) {
                    write(entry, tar, folder);
                }
            }
        }
    }

    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.startsWith("include/");
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createFolder(target, folder);
            return;
        }
        createFolder(target.resolveSibling(""), folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if (!isWindows()) {
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static void createFolder(Path target, Path top) throws IOException {
        if (Files.isDirectory(target)) {
            return;
        }
        if (!target.equals(top)) {
            createFolder(target.resolve("..").normalize(), top);
        }
        Files.createDirectories(target);
        if (!isWindows()) {
            Files.setPosixFilePermissions(target, permissions(true));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
