package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.lookout.model.RawJson;

/**
 * A push of a kind that this version does not know. Count it and go on.
 *
 * @param type the wire's name of the kind; empty if the message has none
 * @param json the whole message
 */
public record UnknownPush(
        @JsonIgnore String type, @JsonValue RawJson json) implements VigilPush {}
