package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nurt.kernel.ProblemType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are complete. */
class TextsTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @Test
    void bothLanguagesHaveTheSameServerTexts() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> polish = texts("pl");
        assertThat(english).isNotEmpty();
        assertThat(polish.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void noTextIsEmptyOrLeftInTheOtherLanguage() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> polish = texts("pl");
        List<String> suspicious = new ArrayList<>();
        polish.forEach((key, text) -> {
            String other = english.getOrDefault(key, "");
            if (text.isBlank() || (text.equals(other) && text.contains(" ") && text.length() > 20)) {
                suspicious.add(key);
            }
        });
        assertThat(suspicious).isEmpty();
    }

    @Test
    void bothLanguagesNameTheSameParameters() throws IOException {
        Map<String, String> english = texts("en");
        Map<String, String> polish = texts("pl");
        english.forEach((key, text) ->
                assertThat(parameters(polish.getOrDefault(key, ""))).as(key).isEqualTo(parameters(text)));
    }

    @Test
    void everyProblemHasATitleAndSaysWhatToDo() throws Exception {
        Map<String, String> english = texts("en");
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.nurt")) {
            if (type.isEnum() && type.isAssignableTo(ProblemType.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    seen++;
                    String code = ((ProblemType) constant).code();
                    for (String part : List.of(".title", ".detail")) {
                        if (!english.containsKey(code + part)) {
                            missing.add(code + part);
                        }
                    }
                }
            }
        }
        assertThat(seen).isPositive();
        assertThat(missing).isEmpty();
    }

    private static List<String> parameters(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(f -> f.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            }
        }
        return texts;
    }
}
