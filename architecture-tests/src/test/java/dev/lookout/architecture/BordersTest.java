package dev.lookout.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of the design: each module knows only what stands before it (docs/layout.md). */
class BordersTest {
    private static final String GENERATED_PACKAGES = "dev.lookout.model..";

    @ParameterizedTest(name = "{0} knows only {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    generator   | generator
                    model       | model
                    topics      | topics
                    transport   | transport model
                    testkit     | testkit transport model
                    client      | client transport model
                    gateway     | gateway client transport model topics
                    cli         | cli gateway client transport model testkit
                    conformance | conformance cli gateway client transport model topics testkit
                    benchmarks  | benchmarks topics
                    """)
    void everyModuleKnowsOnlyWhatStandsBeforeIt(String module, String known) {
        String[] allowed = Set.of(known.split(" ")).stream()
                .map(name -> Lookout.ROOT_PACKAGE + "." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that(resideInAPackage(Lookout.ROOT_PACKAGE + "." + module + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(Lookout.ROOT_PACKAGE + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
                .because("the arrows of docs/layout.md point to what is known")
                .check(Lookout.production());
    }

    @Test
    void modulesAndPackagesHaveNoCycles() {
        slices().matching("dev.lookout.(**)").should().beFreeOfCycles().check(Lookout.production());
    }

    @Test
    void theEngineIsAPlainLibrary() {
        noClasses()
                .that(resideInAPackage("dev.lookout.topics.."))
                .should()
                .dependOnClassesThat(describe("anything but the JDK's core, JSpecify and the engine itself", other -> {
                    String name = other.getPackageName();
                    boolean core = name.startsWith("java.lang") || name.startsWith("java.util") || name.isEmpty();
                    return !core
                            && !name.startsWith("java.security")
                            && !other.getFullName().equals("java.nio.ByteOrder")
                            && !name.startsWith("org.jspecify")
                            && !name.startsWith("dev.lookout.topics");
                }))
                .because("vite-topics has no I/O, no JSON and no clock: another project can take it alone")
                .check(Lookout.production());
    }

    @Test
    void onlyTheCommandLineWritesToStandardStreams() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(
                        "dev.lookout.cli..", "dev.lookout.benchmarks..", "dev.lookout.conformance..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("libraries log; the programs talk to people")
                .check(Lookout.production());
    }

    @Test
    void noJsonOrSocketTypeShowsInPublicSignaturesOutsideTransport() {
        List<String> wrapped = List.of(
                "tools.jackson",
                "com.fasterxml.jackson.databind",
                "com.fasterxml.jackson.core",
                "jakarta.websocket",
                "org.glassfish",
                "java.net.http",
                "com.esaulpaugh",
                "org.h2");
        var offences = new TreeMap<String, String>();
        for (JavaClass type : Lookout.production()) {
            if (!type.getModifiers().contains(JavaModifier.PUBLIC)
                    || type.getPackageName().startsWith("dev.lookout.transport")
                    || type.getPackageName().startsWith("dev.lookout.generator")
                    || type.getPackageName().startsWith("dev.lookout.benchmarks")) {
                continue;
            }
            type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                            || method.getModifiers().contains(JavaModifier.PROTECTED))
                    .filter(method -> method.getAllInvolvedRawTypes().stream()
                            .anyMatch(used -> wrapped.stream()
                                    .anyMatch(prefix -> used.getPackageName().startsWith(prefix))))
                    .forEach(method -> offences.put(method.getFullName(), "shows a third-party type"));
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void generatedCodeKnowsOnlyValueTypesAndTheJsonBinding() {
        noClasses()
                .that(resideInAPackage(GENERATED_PACKAGES))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.lookout.transport..",
                        "dev.lookout.client..",
                        "dev.lookout.gateway..",
                        "jakarta..",
                        "java.net.."))
                .check(Lookout.production());
    }

    @Test
    void theRulesSawEveryModule() {
        var counts = new TreeMap<String, Integer>();
        for (JavaClass type : Lookout.production()) {
            if (type.getPackageName()
                    .startsWith(Lookout.ROOT_PACKAGE + ".")) { // one benchmark peer sits in its library's package
                String rest = type.getPackageName().substring(Lookout.ROOT_PACKAGE.length() + 1);
                counts.merge(rest.split("\\.")[0], 1, Integer::sum);
            }
        }
        assertThat(counts.keySet())
                .as("packages seen, with their number of classes: %s", counts)
                .contains(
                        "generator",
                        "model",
                        "transport",
                        "topics",
                        "testkit",
                        "client",
                        "gateway",
                        "cli",
                        "conformance",
                        "benchmarks");
        assertThat(counts.values()).as("%s", counts).allMatch(count -> count >= 3);
    }
}
