package io.nurt.exchange.internal.imports;

import io.nurt.exchange.internal.mapping.TargetEntity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a new pipeline is called unless the user names it. */
public final class PipelineName {
    private PipelineName() {}

    /** As the import is; where that only lists the names of its files, as the file of its deals is, in words. */
    public static String of(List<ImportFile> files, String importName) {
        Set<String> stems = files.stream().map(file -> stem(file.name())).collect(Collectors.toSet());
        if (Arrays.stream(importName.split(", ")).noneMatch(stems::contains)) {
            return importName;
        }
        return Stream.of(TargetEntity.DEAL, TargetEntity.STAGE_HISTORY)
                .flatMap(entity -> files.stream().filter(file -> file.entity() == entity))
                .map(file -> words(stem(file.name())))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(importName);
    }

    private static String stem(String file) {
        return file.replaceFirst("\\.[^.]*$", "");
    }

    private static String words(String stem) {
        String words = stem.replaceAll("[_\\s]+", " ").strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
