package dev.lookout.generator;

import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import org.jsonschema2pojo.rules.Rule;
import org.jsonschema2pojo.rules.RuleFactory;

/**
 * Makes one immutable class of every object schema; everything else in a schema becomes the type of a property.
 *
 * <p>Named in the build as jsonschema2pojo's {@code customRuleFactory}, with annotation style {@code none}: the annotations
 * of Jackson 3 come from here.
 */
public final class ModelRuleFactory extends RuleFactory {
    private final ValueFormats formats = new ValueFormats();

    /** Called by jsonschema2pojo, which sets the configuration afterwards. */
    public ModelRuleFactory() {}

    @Override
    public Rule<JPackage, JType> getObjectRule() {
        return new MessageClassRule(this, formats);
    }

    @Override
    public Rule<JType, JType> getFormatRule() {
        return (name, format, parent, base, schema) -> {
            ValueFormat value =
                    formats.find(format.asText(), parent.path("type").asText());
            return value == null ? base : formats.ref(base.owner(), value.javaType());
        };
    }
}
