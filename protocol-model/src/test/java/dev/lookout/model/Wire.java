package dev.lookout.model;

import tools.jackson.databind.json.JsonMapper;

/** JSON in and out as any plain Jackson mapper does it; the classes carry all settings themselves. */
public final class Wire {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Wire() {}

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
