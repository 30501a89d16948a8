package io.nurt.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nurt.NurtApplication;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    /** The floors of the house: a module may use modules of lower floors only (and those of floor 0 each other). */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("kernel", 0),
            Map.entry("platform", 0),
            Map.entry("identity", 1),
            Map.entry("directory", 2),
            Map.entry("pipeline", 3),
            Map.entry("engagement", 4),
            Map.entry("leads", 4),
            Map.entry("playbooks", 5),
            Map.entry("proposals", 5),
            Map.entry("success", 5),
            Map.entry("forecast", 6),
            Map.entry("insights", 6),
            Map.entry("team", 7),
            Map.entry("improvement", 7),
            Map.entry("automation", 8),
            Map.entry("notifications", 8),
            Map.entry("search", 8),
            Map.entry("exchange", 8),
            Map.entry("demo", 8),
            Map.entry("connect", 9));

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.nurt");

    @Test
    void modulesUseEachOtherOnlyThroughTheirRoots() {
        ApplicationModules.of(NurtApplication.class).verify();
    }

    @Test
    void everyModuleStandsOnAFloor() {
        var modules = new TreeSet<String>();
        production.forEach(type -> module(type).ifPresent(modules::add));
        assertThat(FLOORS.keySet()).containsAll(modules);
        assertThat(modules).contains("kernel", "platform", "identity", "directory", "pipeline", "connect");
    }

    @Test
    void aModuleUsesOnlyLowerFloors() {
        var upward = new TreeSet<String>();
        for (JavaClass type : production) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Optional<String> from = module(type);
                Optional<String> to = module(dependency.getTargetClass());
                if (from.isPresent() && to.isPresent() && !from.equals(to) && !allowed(from.get(), to.get())) {
                    upward.add(type.getName() + " uses "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(upward).isEmpty();
    }

    private static boolean allowed(String from, String to) {
        int lower = FLOORS.getOrDefault(to, 99);
        int upper = FLOORS.getOrDefault(from, 99);
        return lower < upper || (lower == 0 && upper == 0);
    }

    private static Optional<String> module(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("io.nurt.")) {
            return Optional.empty();
        }
        return Optional.of(name.substring("io.nurt.".length()).split("\\.")[0]);
    }
}
