package dev.lookout.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.ClassType;
import com.sun.codemodel.JClassAlreadyExistsException;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JMod;
import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import java.util.List;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;

/** Turns one object schema into one final class with final fields. */
final class MessageClassRule implements Rule<JPackage, JType> {
    // Beyond this many, arguments of a constructor can no longer be told apart at the call.
    private static final int MAX_CONSTRUCTOR_ARGUMENTS = 4;

    private final RuleFactory factory;
    private final ValueFormats formats;

    MessageClassRule(RuleFactory factory, ValueFormats formats) {
        this.factory = factory;
        this.formats = formats;
    }

    @Override
    public JType apply(String name, JsonNode node, JsonNode parent, JPackage target, Schema schema) {
        if (node.has("existingJavaType")) {
            return formats.ref(target.owner(), node.get("existingJavaType").asText());
        }
        JDefinedClass type = declare(name, target);
        // Known from here on, so that a class may hold others of its own kind.
        schema.setJavaTypeIfEmpty(type);
        describe(type, node);
        List<Property> properties = new PropertyReader(factory, formats, target).read(name, node, schema);
        List<Property> arguments =
                properties.stream().filter(property -> !property.isConstant()).toList();

        MessageClass message = new MessageClass(type, properties, formats);
        message.annotate();
        node.path("javaInterfaces").forEach(each -> message.implement(formats.ref(target.owner(), each.asText())));
        message.addFields();
        message.addCreator();
        if (arguments.size() <= MAX_CONSTRUCTOR_ARGUMENTS) {
            message.addConstructor(arguments);
        } else {
            new BuilderClass(type, properties, formats).add();
        }
        message.addAccessors();
        new ObjectMethods(type, properties, formats).add();
        return type;
    }

    private static JDefinedClass declare(String name, JPackage target) {
        try {
            return target._class(JMod.PUBLIC | JMod.FINAL, name, ClassType.CLASS);
        } catch (JClassAlreadyExistsException e) {
            throw SchemaGuard.refused(
                    name, "is there twice, once as " + e.getExistingClass().fullName());
        }
    }

    private static void describe(JDefinedClass type, JsonNode node) {
        type.javadoc().append(node.path("description").asText());
        if (node.path("deprecated").asBoolean()) {
            type.javadoc().append("\n\n<p>An old form: sent to those who ask for it, not meant for new programs.");
        }
    }
}
