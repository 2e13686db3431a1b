package dev.lookout.generator;

import com.sun.codemodel.JClass;
import com.sun.codemodel.JType;
import org.jspecify.annotations.Nullable;

/**
 * One property of a message class.
 *
 * @param wireName as in the schema
 * @param javaName name of the field, the accessor, the builder's method
 * @param type boxed
 * @param constant the only value, for {@link Presence#CONSTANT}
 * @param description from the schema; may be empty
 * @param format how a single value is read and written, where its type does not say so itself
 */
record Property(
        String wireName,
        String javaName,
        JClass type,
        Presence presence,
        @Nullable String constant,
        String description,
        @Nullable ValueFormat format) {

    /** A primitive where the value is always there and has one. */
    JType fieldType() {
        return presence == Presence.ALWAYS ? type.unboxify() : type;
    }

    boolean isPrimitive() {
        return fieldType().isPrimitive();
    }

    boolean isNullOrEmpty() {
        return presence == Presence.NULL_OR_EMPTY;
    }

    boolean isConstant() {
        return presence == Presence.CONSTANT;
    }

    boolean isList() {
        return type.erasure().fullName().equals("java.util.List");
    }

    boolean isMap() {
        return type.erasure().fullName().equals("java.util.Map");
    }

    boolean isListOfLists() {
        return isList() && type.getTypeParameters().get(0).erasure().fullName().equals("java.util.List");
    }

    /** {@code inputJSON} is {@code inputJson}, {@code event_name} is {@code eventName}, {@code sessionID} {@code sessionId}. */
    static String javaName(String wireName) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (c == '_') {
                upper = true;
                continue;
            }
            boolean inRun = i == 0 || (Character.isUpperCase(c) && Character.isUpperCase(wireName.charAt(i - 1)));
            name.append(upper ? Character.toUpperCase(c) : inRun ? Character.toLowerCase(c) : c);
            upper = false;
        }
        return name.toString();
    }
}
