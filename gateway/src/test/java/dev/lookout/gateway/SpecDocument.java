package dev.lookout.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A document of the spec as this build ships it. */
public final class SpecDocument {
    private SpecDocument() {}

    /** @param path under {@code spec/}, such as {@code vite/asyncapi.yaml} */
    public static JsonNode yaml(String path) throws IOException {
        try (InputStream document =
                Objects.requireNonNull(SpecDocument.class.getResourceAsStream("/dev/lookout/spec/" + path), path)) {
            return new YAMLMapper().readTree(document);
        }
    }
}
