package dev.lookout.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every class of the model, read from the compiled classes. */
class ShapeTest {
    private static final Path SHAPE = Path.of("src/test/resources/shape.txt");

    /**
     * Each message with its properties in wire order, as people have read it; a change of a schema shows here. After a change
     * that is meant, run with {@code -Dgolden.write=true} and read the difference.
     */
    @Test
    void messagesHaveTheShapeThatWasReviewed() throws IOException {
        String shape = messages().map(ShapeTest::shape).collect(Collectors.joining("\n"));

        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(SHAPE.getParent());
            Files.writeString(SHAPE, shape);
        }
        assertThat(shape.lines().toList())
                .isEqualTo(Files.readString(SHAPE).lines().toList());
    }

    @Test
    void nothingIsHeldOrGivenAsAFloatingPointNumber() {
        List<String> found = new ArrayList<>();
        for (Class<?> type : classes().toList()) {
            for (Field field : type.getDeclaredFields()) {
                collect(found, field.toString(), field.getGenericType());
            }
            for (Method method : type.getDeclaredMethods()) {
                collect(found, method.toString(), method.getGenericReturnType());
                collect(found, method.toString(), method.getGenericParameterTypes());
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                collect(found, constructor.toString(), constructor.getGenericParameterTypes());
            }
        }

        assertThat(found).isEmpty();
        assertThat(classes().count()).isGreaterThan(60);
    }

    @Test
    void messagesAreFinalAndSoAreTheirFields() {
        assertThat(messages()).hasSizeGreaterThan(40).allSatisfy(type -> {
            assertThat(type).isFinal();
            assertThat(type.getDeclaredFields())
                    .filteredOn(field -> !field.isSynthetic())
                    .allMatch(field -> Modifier.isFinal(field.getModifiers()));
            assertThat(type.getConstructors()).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static void collect(List<String> found, String where, Type... types) {
        for (Type type : types) {
            String name = type.getTypeName();
            if (name.matches(".*\\b(double|float|java\\.lang\\.Double|java\\.lang\\.Float)\\b.*")) {
                found.add(where);
            }
        }
    }

    private static String shape(Class<?> type) {
        StringBuilder shape = new StringBuilder(type.getName().replace("dev.lookout.model.", ""))
                .append(hasBuilder(type) ? " (builder)" : "")
                .append('\n');
        for (String wireName : type.getAnnotation(JsonPropertyOrder.class).value()) {
            Method accessor = accessor(type, wireName);
            boolean nullable = accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
            shape.append("    ")
                    .append(wireName)
                    .append(accessor.getName().equals(wireName) ? "" : " as " + accessor.getName())
                    .append(": ")
                    .append(accessor.getGenericReturnType().getTypeName().replaceAll("[a-z]+\\.", ""))
                    .append(nullable ? "?" : "")
                    .append('\n');
        }
        return shape.toString();
    }

    private static Method accessor(Class<?> type, String wireName) {
        String plain = wireName.replace("_", "");
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no accessor for " + wireName));
    }

    private static boolean hasBuilder(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("builder"));
    }

    /** Generated classes: those that name their wire order and keep what they do not know. */
    private static Stream<Class<?>> messages() {
        return classes()
                .filter(type -> type.isAnnotationPresent(JsonPropertyOrder.class) && !type.isRecord())
                .sorted(Comparator.comparing(Class::getName));
    }

    private static Stream<Class<?>> classes() {
        try {
            Path root = Path.of(StreamException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> loaded = new ArrayList<>();
                files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("package-info"))
                        .forEach(file -> loaded.add(load(
                                file.replace(".class", "").replace('/', '.').replace('\\', '.'))));
                return loaded.stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ShapeTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
