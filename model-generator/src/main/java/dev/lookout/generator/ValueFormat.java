package dev.lookout.generator;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code format} of a schema means in Java.
 *
 * @param javaType the full name of the type
 * @param reader the simple name of a Jackson deserializer in the message's own package, where the type's own is not enough
 * @param writer the same for a serializer
 * @param asText written as a JSON string though the type would become a number
 */
record ValueFormat(
        String javaType, @Nullable String reader, @Nullable String writer, boolean asText) {
    static ValueFormat of(String javaType) {
        return new ValueFormat(javaType, null, null, false);
    }
}
