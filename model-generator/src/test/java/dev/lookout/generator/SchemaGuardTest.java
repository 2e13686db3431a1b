package dev.lookout.generator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsonschema2pojo.exception.GenerationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a generated class could not keep fails the build, with the place and the reason. */
class SchemaGuardTest {
    @TempDir
    Path schemas;

    @TempDir
    Path target;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"number"}                                    | Bad.x has the type number, which cannot be kept exactly
            {"type":["string","integer"]}                        | Bad.x has more than one type besides null
            {"oneOf":[{"type":"string"},{"type":"null"}]}        | Bad.x has a oneOf without existingJavaType
            {"anyOf":[{"type":"string"},{"type":"boolean"}]}     | Bad.x has an anyOf other than [something, null]
            {"allOf":[{"type":"string"}]}                        | would lose: [allOf]
            {"type":"string","default":"a"}                      | would lose: [default]
            {"type":"string","enum":["a"]}                       | would lose: [enum]
            {"type":"array","prefixItems":[{"type":"string"}]}   | would lose: [prefixItems]
            {"type":"array","items":{"type":"number"}}           | Bad.x[] has the type number
            {"type":"object","properties":{"y":{}}}              | Bad.x holds an object in line
            {"type":"string","format":"vite-hsah"}               | Bad.x has the unknown format vite-hsah for type string
            {"type":"integer","format":"vite-hash"}              | Bad.x has the unknown format vite-hash for type integer
            {"type":"integer","const":1}                         | Bad.x has a const that is no required text
            """)
    void propertyThatWouldBeLostIsRefused(String property, String why) throws IOException {
        write("{\"type\":\"object\",\"properties\":{\"x\":" + property + "},\"required\":[\"x\"]}");

        assertThatThrownBy(() -> Generation.run(schemas, target))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"object","properties":{"x":{}},"extends":{}}              | would lose: [extends]
            {"type":"object","properties":{"x":{}},"additionalProperties":1}  | would lose: [additionalProperties]
            {"type":"object","properties":{"x":{}},"required":["y"]}          | Bad requires "y", which is no property of it
            """)
    void classThatWouldBeLostIsRefused(String schema, String why) throws IOException {
        write(schema);

        assertThatThrownBy(() -> Generation.run(schemas, target))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining(why);
    }

    private void write(String schema) throws IOException {
        Files.writeString(schemas.resolve("Bad.json"), schema);
    }
}
