package dev.lookout.model.vigil;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The arguments of a call: decoded where the ABI allows it, else the calldata as it is (VIGIL section 2.7). */
@JsonDeserialize(using = InputDataReader.class)
public sealed interface InputData {
    /** Decides over both kinds. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind. */
    interface Cases<R> {
        R decoded(DecodedInput input);

        R raw(RawInput input);
    }

    /**
     * Arguments in the order of the ABI; none for a call without any.
     *
     * @param parameters copied
     */
    record DecodedInput(@JsonValue List<DecodedParameter> parameters) implements InputData {
        public DecodedInput {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decoded(this);
        }
    }

    /**
     * Calldata that was not decoded: of a creation, of an unknown method.
     *
     * @param calldata {@code 0x} and hex digits from a server that keeps the rules; kept as it came from any other
     */
    record RawInput(@JsonValue String calldata) implements InputData {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.raw(this);
        }
    }
}
