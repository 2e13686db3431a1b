package dev.lookout.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The product's classes as the rules see them, and where its files lie. Imported once, read by every rule. */
final class Lookout {
    static final String ROOT_PACKAGE = "dev.lookout";

    /** Modules with code in {@code src/main}, and the package segment each one owns. */
    static final List<String> MODULES = List.of(
            "model-generator",
            "protocol-model",
            "transport",
            "vite-topics",
            "testkit",
            "client",
            "gateway",
            "cli",
            "conformance",
            "benchmarks");

    /** The checkout the build runs in. */
    static Path root() {
        String root = System.getProperty("lookout.root");
        if (root == null) {
            throw new IllegalStateException("lookout.root is not set: run through Maven, which sets it for every test");
        }
        return Path.of(root);
    }

    /** Compiled production classes of every module. */
    static JavaClasses production() {
        return Holder.PRODUCTION;
    }

    /** Compiled test classes of every module. */
    static JavaClasses tests() {
        return Holder.TESTS;
    }

    /** Every file below a folder of the checkout whose name ends so, build results left out. */
    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(suffix))
                    .filter(path -> !path.toString().contains("/target/")
                            && !path.toString().contains("/node_modules/"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Location> locations(String folder) {
        var found = new LinkedHashSet<Location>();
        for (String module : MODULES) {
            Path classes = root().resolve(module).resolve(folder);
            if (Files.isDirectory(classes)) {
                found.add(Location.of(classes));
            }
        }
        return found;
    }

    private static final class Holder {
        private static final JavaClasses PRODUCTION = importFrom("target/classes");
        private static final JavaClasses TESTS = importFrom("target/test-classes");

        private static JavaClasses importFrom(String folder) {
            return new ClassFileImporter()
                    .withImportOption((ImportOption) location -> !location.contains("META-INF"))
                    .importLocations(locations(folder));
        }
    }
}
