package dev.lookout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every package and every test must say of itself. */
class PackagesTest {
    private static final Set<String> TEST_ANNOTATIONS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.TestTemplate",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.params.ParameterizedTest",
            "com.tngtech.archunit.junit.ArchTest");

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (JavaClass type : Lookout.production()) {
            packages.add(type.getPackageName());
            if (type.getSimpleName().equals("package-info")
                    && type.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                marked.add(type.getPackageName());
            }
        }
        packages.removeIf(name -> name.contains(".jmh_generated"));
        packages.removeIf(name -> !name.startsWith(Lookout.ROOT_PACKAGE));
        assertThat(packages).hasSizeGreaterThan(8);
        assertThat(marked).as("packages with @NullMarked in package-info.java").containsAll(packages);
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, Set<String>> modulesByPackage = new HashMap<>();
        for (String module : Lookout.MODULES) {
            Lookout.files(Lookout.root().resolve(module).resolve("src/main/java"), "package-info.java").stream()
                    .map(file -> Lookout.root()
                            .resolve(module)
                            .resolve("src/main/java")
                            .relativize(file.getParent())
                            .toString())
                    .forEach(name -> modulesByPackage
                            .computeIfAbsent(name, ignored -> new TreeSet<>())
                            .add(module));
        }
        assertThat(modulesByPackage).hasSizeGreaterThan(8);
        assertThat(modulesByPackage)
                .allSatisfy((name, modules) -> assertThat(modules).as(name).hasSize(1));
    }

    @Test
    void noMethodOfATestClassLooksLikeATestWithoutBeingOne() {
        List<String> offences = Lookout.tests().stream()
                .filter(type -> type.getSimpleName().endsWith("Test")
                        && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .flatMap(type -> type.getMethods().stream())
                .filter(PackagesTest::looksLikeATest)
                .filter(method -> method.getAnnotations().isEmpty())
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();
        assertThat(offences).isEmpty();
    }

    @Test
    void testsWereSeenInEveryModule() {
        Set<String> seen = Lookout.tests().stream()
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getAnnotations().stream()
                                .anyMatch(annotation -> TEST_ANNOTATIONS.contains(
                                        annotation.getRawType().getName()))))
                .map(type -> type.getPackageName()
                        .replace(Lookout.ROOT_PACKAGE + ".", "")
                        .split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(seen)
                .contains(
                        "generator",
                        "model",
                        "transport",
                        "topics",
                        "testkit",
                        "client",
                        "gateway",
                        "cli",
                        "benchmarks");
    }

    /** Package-private, without parameters and result, not called by other code: only a forgotten annotation explains it. */
    private static boolean looksLikeATest(JavaMethod method) {
        return !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)
                && !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PRIVATE)
                && !method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                && method.getRawParameterTypes().isEmpty()
                && method.getRawReturnType().getName().equals("void")
                && method.getAccessesToSelf().isEmpty();
    }
}
