package io.nurt.platform.internal.embedded;

import io.nurt.platform.StartRefused;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. Started as root, its programs are run as another user, to whom the cluster then belongs;
 * where that user could not reach the folder (a home directory closed to others), in a user namespace in which we are not root.
 */
final class Unprivileged {
    private static final Unprivileged ORDINARY = new Unprivileged(List.of(), -1, -1);

    private final List<String> prefix;
    private final int uid;
    private final int gid;

    private Unprivileged(List<String> prefix, int uid, int gid) {
        this.prefix = prefix;
        this.uid = uid;
        this.gid = gid;
    }

    /** Creates a folder that another user may pass through, whatever the umask; an existing one is left as it is. */
    static void createFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (!Binaries.isWindows()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /** @param folder where the cluster is or will be; an existing one decides, for its files must stay readable */
    static Unprivileged forCluster(Path folder, Path cluster) throws IOException {
        if (!isRoot()) {
            return ORDINARY;
        }
        boolean exists = Files.exists(cluster);
        int owner = exists ? id(cluster, "unix:uid") : -1;
        if (exists ? owner != 0 : isReachable(folder)) {
            int uid = exists ? owner : id("-u", "nurt", "nobody");
            int gid = exists ? id(cluster, "unix:gid") : id("-g", "nurt", "nobody");
            for (List<String> prefix : waysToBecome(uid, gid)) {
                if (works(prefix)) {
                    return new Unprivileged(prefix, uid, gid);
                }
            }
        }
        List<String> namespace = List.of("unshare", "--user", "--map-user=1000", "--map-group=1000", "--");
        if (!(exists && owner != 0) && works(namespace)) {
            return new Unprivileged(namespace, -1, -1);
        }
        throw new StartRefused(
                "PostgreSQL does not run as root, and " + folder + " cannot be reached by another user.",
                "Start Nurt as an ordinary user, set NURT_DATA to a folder that others may enter (for instance"
                        + " /var/lib/nurt), or set NURT_DATABASE_URL.");
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or a folder with all it holds to the user that PostgreSQL runs as. */
    void own(Path path) throws IOException {
        if (uid < 0) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return own(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return own(file);
            }

            private FileVisitResult own(Path one) throws IOException {
                Files.setAttribute(one, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(one, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isRoot() throws IOException {
        return Files.exists(Path.of("/proc/self"))
                ? id(Path.of("/proc/self"), "unix:uid") == 0
                : "root".equals(System.getProperty("user.name"));
    }

    private static boolean isReachable(Path folder) throws IOException {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each)
                    && !Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> waysToBecome(int uid, int gid) throws IOException {
        var ways = new ArrayList<List<String>>();
        ways.add(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
        String name = output("id", "-nu", String.valueOf(uid));
        if (!name.isEmpty()) {
            ways.add(List.of("runuser", "-u", name, "--"));
        }
        return ways;
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        return output(command) != null;
    }

    private static int id(Path path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(path, attribute);
    }

    private static int id(String option, String... names) throws IOException {
        for (String name : names) {
            String id = output("id", option, name);
            if (!id.isEmpty()) {
                return Integer.parseInt(id);
            }
        }
        return 65534;
    }

    private static String output(String... command) {
        String output = output(List.of(command));
        return output == null ? "" : output;
    }

    private static @Nullable String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : null;
        } catch (IOException notInstalled) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
