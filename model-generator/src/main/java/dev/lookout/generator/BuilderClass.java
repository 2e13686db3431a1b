package dev.lookout.generator;

import com.sun.codemodel.JClass;
import com.sun.codemodel.JClassAlreadyExistsException;
import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JExpr;
import com.sun.codemodel.JExpression;
import com.sun.codemodel.JInvocation;
import com.sun.codemodel.JMethod;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JVar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** The nested {@code Builder} of a message with many properties. */
final class BuilderClass {
    private final JDefinedClass type;
    private final List<Property> properties;
    private final ValueFormats formats;
    private final JCodeModel model;

    BuilderClass(JDefinedClass type, List<Property> properties, ValueFormats formats) {
        this.type = type;
        this.properties = properties;
        this.formats = formats;
        this.model = type.owner();
    }

    void add() {
        JDefinedClass builder = declare();
        JMethod start = type.method(JMod.PUBLIC | JMod.STATIC, builder, "builder");
        start.body()._return(JExpr._new(builder));
        addCopy(builder);

        JClass map = model.ref(LinkedHashMap.class).narrow(model.ref(String.class), rawJson());
        builder.field(JMod.PRIVATE | JMod.FINAL, map, MessageClass.ADDITIONAL, JExpr._new(map));
        builder.constructor(JMod.PRIVATE);
        properties.stream().filter(property -> !property.isConstant()).forEach(each -> addSetter(builder, each));
        addAdditional(builder);
        addBuild(builder);
    }

    private JDefinedClass declare() {
        try {
            JDefinedClass builder = type._class(JMod.PUBLIC | JMod.STATIC | JMod.FINAL, "Builder");
            builder.javadoc()
                    .append("Collects the properties of a {@link " + type.name() + "}; for one thread, usable again.");
            return builder;
        } catch (JClassAlreadyExistsException e) {
            throw new IllegalStateException(type.name() + " already has a builder", e);
        }
    }

    private void addCopy(JDefinedClass builder) {
        JMethod copy = type.method(JMod.PUBLIC, builder, "toBuilder");
        copy.javadoc().append("A builder that holds everything of this message.");
        JVar made = copy.body().decl(builder, "builder", JExpr._new(builder));
        for (Property property : properties) {
            if (!property.isConstant()) {
                copy.body().assign(made.ref(property.javaName()), JExpr._this().ref(property.javaName()));
            }
        }
        copy.body()
                .add(made.ref(MessageClass.ADDITIONAL)
                        .invoke("putAll")
                        .arg(JExpr._this().ref(MessageClass.ADDITIONAL)));
        copy.body()._return(made);
    }

    private void addSetter(JDefinedClass builder, Property property) {
        builder.field(JMod.PRIVATE, property.type(), property.javaName()).annotate(nullable());
        JMethod setter = builder.method(JMod.PUBLIC, builder, property.javaName());
        JVar value = setter.param(property.fieldType(), property.javaName());
        if (property.presence().nullableAsArgument()) {
            value.annotate(nullable());
        }
        if (!property.description().isEmpty()) {
            setter.javadoc().append(property.description());
        }
        setter.body().assign(JExpr._this().ref(property.javaName()), value);
        setter.body()._return(JExpr._this());
    }

    private void addAdditional(JDefinedClass builder) {
        JMethod setter = builder.method(JMod.PUBLIC, builder, "additionalProperty");
        setter.javadoc().append("Adds what the schema does not name; written after the rest, in order of adding.");
        JVar name = setter.param(String.class, "name");
        JVar value = setter.param(rawJson(), "value");
        setter.body()
                .add(JExpr._this()
                        .ref(MessageClass.ADDITIONAL)
                        .invoke("put")
                        .arg(name)
                        .arg(value));
        setter.body()._return(JExpr._this());
    }

    private void addBuild(JDefinedClass builder) {
        JMethod build = builder.method(JMod.PUBLIC, type, "build");
        build.javadoc()
                .addThrows(NullPointerException.class)
                .append("if a property that is always written is missing; the message names it");
        JInvocation made = JExpr._new(type);
        for (Property property : properties) {
            made.arg(
                    property.isConstant()
                            ? JExpr.lit(Objects.requireNonNull(property.constant()))
                            : argument(property));
        }
        build.body()._return(made.arg(JExpr._this().ref(MessageClass.ADDITIONAL)));
    }

    private JExpression argument(Property property) {
        JExpression field = JExpr._this().ref(property.javaName());
        // The creator checks objects itself; a primitive would only say "null" when it is unboxed.
        return property.isPrimitive()
                ? model.ref(Objects.class)
                        .staticInvoke("requireNonNull")
                        .arg(field)
                        .arg(property.wireName())
                : field;
    }

    private JClass nullable() {
        return formats.ref(model, "org.jspecify.annotations.Nullable");
    }

    private JClass rawJson() {
        return formats.ref(model, "dev.lookout.model.RawJson");
    }
}
