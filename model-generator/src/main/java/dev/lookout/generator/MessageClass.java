package dev.lookout.generator;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.sun.codemodel.JAnnotationArrayMember;
import com.sun.codemodel.JAnnotationUse;
import com.sun.codemodel.JBlock;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JInvocation;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JOp;
import com.sun.codemodel.JVar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The body of a message class: fields, the one creator, accessors, and what Jackson must know. */
final class MessageClass {
    static final String ADDITIONAL = "additionalProperties";

    private final JDefinedClass type;
    private final List<Property> properties;
    private final ValueFormats formats;
    private final JCodeModel model;

    MessageClass(JDefinedClass type, List<Property> properties, ValueFormats formats) {
        this.type = type;
        this.properties = properties;
        this.formats = formats;
        this.model = type.owner();
    }

    void annotate() {
        type.annotate(formats.ref(model, "javax.annotation.processing.Generated"))
                .param("value", "dev.lookout.generator");
        // The wire order; a mapper's own ideas (alphabet, creator first) do not apply.
        JAnnotationArrayMember order = type.annotate(JsonPropertyOrder.class).paramArray("value");
        properties.forEach(property -> order.param(property.wireName()));
        type.annotate(JsonInclude.class).param("value", JsonInclude.Include.ALWAYS);
        type.annotate(JsonAutoDetect.class)
                .param("fieldVisibility", JsonAutoDetect.Visibility.NONE)
                .param("getterVisibility", JsonAutoDetect.Visibility.NONE)
                .param("isGetterVisibility", JsonAutoDetect.Visibility.NONE);
    }

    void implement(JClass union) {
        type._implements(union);
        // The union's own reader picks this class; inherited here, it would pick itself for ever.
        type.annotate(formats.ref(model, "tools.jackson.databind.annotation.JsonDeserialize"))
                .param("using", formats.ref(model, "tools.jackson.databind.ValueDeserializer.None"));
    }

    void addFields() {
        for (Property property : properties) {
            if (!property.isConstant()) {
                var field = type.field(JMod.PRIVATE | JMod.FINAL, property.fieldType(), property.javaName());
                if (property.presence().nullableAsArgument()) {
                    field.annotate(nullable());
                }
            }
        }
        type.field(JMod.PRIVATE | JMod.FINAL, additionalType(), ADDITIONAL);
    }

    /** The constructor that everything goes through: checks and copies, and is what Jackson calls. */
    void addCreator() {
        JMethod creator = type.constructor(JMod.PRIVATE);
        creator.annotate(JsonCreator.class);
        JBlock body = creator.body();
        for (Property property : properties) {
            JVar argument = creator.param(property.fieldType(), property.javaName());
            JAnnotationUse name = argument.annotate(JsonProperty.class).param("value", property.wireName());
            if (property.presence().demandedOnReading()) {
                name.param("required", true);
            }
            if (property.isListOfLists()) {
                argument.annotate(JsonSetter.class).param("contentNulls", Nulls.AS_EMPTY);
            }
            ValueFormat format = property.format();
            if (format != null && format.reader() != null) {
                argument.annotate(formats.ref(model, "tools.jackson.databind.annotation.JsonDeserialize"))
                        .param("using", sibling(format.reader()));
            }
            if (!property.presence().demandedOnReading()) {
                argument.annotate(nullable());
            }
            if (property.isConstant()) {
                checkConstant(body, property, argument);
            } else {
                body.assign(JExpr._this().ref(property.javaName()), kept(property, argument));
            }
        }
        JVar additional = creator.param(additionalType(), ADDITIONAL);
        additional.annotate(JsonAnySetter.class);
        additional.annotate(nullable());
        body.assign(
                JExpr._this().ref(ADDITIONAL),
                JOp.cond(
                        additional.eq(JExpr._null()),
                        model.ref(Map.class).staticInvoke("of"),
                        orderedCopy(additionalType(), additional)));
    }

    void addConstructor(List<Property> arguments) {
        JMethod constructor = type.constructor(JMod.PUBLIC);
        JInvocation all = JExpr.invoke("this");
        for (Property property : properties) {
            if (property.isConstant()) {
                all.arg(JExpr.lit(constant(property)));
            } else {
                JVar argument = constructor.param(property.fieldType(), property.javaName());
                if (property.presence().nullableAsArgument()) {
                    argument.annotate(nullable());
                }
                all.arg(argument);
            }
        }
        arguments.forEach(
                property -> constructor.javadoc().addParam(property.javaName()).append(paramText(property)));
        constructor.body().add(all.arg(model.ref(Map.class).staticInvoke("of")));
    }

    void addAccessors() {
        properties.forEach(this::addAccessor);
        JMethod additional = type.method(JMod.PUBLIC, additionalType(), ADDITIONAL);
        additional.annotate(JsonAnyGetter.class);
        additional.javadoc().append("What a newer peer sent besides; written back after the rest.");
        additional.body()._return(JExpr._this().ref(ADDITIONAL));
    }

    private void addAccessor(Property property) {
        JMethod accessor = type.method(JMod.PUBLIC, property.fieldType(), property.javaName());
        if (!property.description().isEmpty()) {
            accessor.javadoc().append(property.description());
        }
        if (property.presence().nullableInJava()) {
            accessor.annotate(nullable());
        }
        JExpression field = JExpr._this().ref(property.javaName());
        if (property.isNullOrEmpty()) {
            accessor.body()._return(JOp.cond(field.eq(JExpr._null()), emptyOf(property), field));
            annotateForWire(addOrNull(property, field), property);
        } else {
            accessor.body()._return(property.isConstant() ? JExpr.lit(constant(property)) : field);
            annotateForWire(accessor, property);
        }
    }

    private JMethod addOrNull(Property property, JExpression field) {
        JMethod onWire = type.method(JMod.PRIVATE, property.type(), property.javaName() + "OrNull");
        onWire.annotate(nullable());
        onWire.body()._return(field);
        return onWire;
    }

    private void annotateForWire(JMethod accessor, Property property) {
        accessor.annotate(JsonProperty.class).param("value", property.wireName());
        if (property.presence() == Presence.OPTIONAL) {
            accessor.annotate(JsonInclude.class).param("value", JsonInclude.Include.NON_NULL);
        } else if (property.presence() == Presence.EMPTY_IS_ABSENT) {
            accessor.annotate(JsonInclude.class).param("value", JsonInclude.Include.NON_EMPTY);
        }
        ValueFormat format = property.format();
        if (format != null && format.asText()) {
            accessor.annotate(JsonFormat.class).param("shape", JsonFormat.Shape.STRING);
        }
        if (format != null && format.writer() != null) {
            accessor.annotate(formats.ref(model, "tools.jackson.databind.annotation.JsonSerialize"))
                    .param("using", sibling(format.writer()));
        }
    }

    /** What the field holds of an argument: checked, and copied where it could change. */
    private JExpression kept(Property property, JVar argument) {
        if (property.isPrimitive()) {
            return argument;
        }
        if (property.presence() == Presence.ALWAYS) {
            return copied(
                    property,
                    model.ref(Objects.class)
                            .staticInvoke("requireNonNull")
                            .arg(argument)
                            .arg(property.wireName()));
        }
        if (!property.isList() && !property.isMap()) {
            return argument;
        }
        JExpression absent = property.presence() == Presence.EMPTY_IS_ABSENT ? emptyOf(property) : JExpr._null();
        return JOp.cond(argument.eq(JExpr._null()), absent, copied(property, argument));
    }

    private JExpression copied(Property property, JExpression argument) {
        if (property.isListOfLists()) {
            return argument.invoke("stream")
                    .invoke("map")
                    .arg(JExpr.direct("List::copyOf"))
                    .invoke("toList");
        }
        if (property.isList()) {
            return model.ref(List.class).staticInvoke("copyOf").arg(argument);
        }
        return property.isMap() ? orderedCopy(property.type(), argument) : argument;
    }

    // Map.copyOf would forget the order.
    private JExpression orderedCopy(JClass mapType, JExpression argument) {
        JClass linked = model.ref(LinkedHashMap.class).narrow(mapType.getTypeParameters());
        return model.ref(Collections.class)
                .staticInvoke("unmodifiableMap")
                .arg(JExpr._new(linked).arg(argument));
    }

    private void checkConstant(JBlock body, Property property, JVar argument) {
        String constant = constant(property);
        body._if(JExpr.lit(constant).invoke("equals").arg(argument).not())
                ._then()
                ._throw(JExpr._new(model.ref(IllegalArgumentException.class))
                        .arg(JExpr.lit(property.wireName() + " is not " + constant)));
    }

    private JExpression emptyOf(Property property) {
        return model.ref(property.isMap() ? Map.class : List.class).staticInvoke("of");
    }

    private JClass nullable() {
        return formats.ref(model, "org.jspecify.annotations.Nullable");
    }

    private static String paramText(Property property) {
        String text = property.description().isEmpty() ? "wire name " + property.wireName() : property.description();
        return property.presence().nullableAsArgument() ? text + " May be null." : text;
    }

    private static String constant(Property property) {
        return Objects.requireNonNull(property.constant(), property.wireName());
    }

    private JClass sibling(String simpleName) {
        return formats.ref(model, type.getPackage().name() + "." + simpleName);
    }

    private JClass additionalType() {
        return model.ref(Map.class).narrow(model.ref(String.class), formats.ref(model, "dev.lookout.model.RawJson"));
    }
}
