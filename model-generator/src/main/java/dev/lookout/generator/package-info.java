/**
 * Turns the JSON Schemas of {@code spec/schemas} into immutable Java classes, as a rule factory of jsonschema2pojo.
 *
 * <p>Knows the shape of a message class and which {@code format} stands for which value type; knows no single message. A
 * schema that says more than the generated class could keep is refused, never half obeyed. Start with
 * {@link dev.lookout.generator.ModelRuleFactory}.
 */
@NullMarked
package dev.lookout.generator;

import org.jspecify.annotations.NullMarked;
