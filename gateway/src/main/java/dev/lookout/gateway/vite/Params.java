package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request's positional parameters, read as their method declares them. */
final class Params {
    private final List<Object> values;

    private Params(List<Object> values) {
        this.values = values;
    }

    /**
     * Reads parameters from left to right and stops at the first that is wrong, as the node does.
     *
     * @param params as sent; null if the member was missing
     * @param skip elements at the front that are not for the method: 1 in a subscribe request, whose event name counts as
     *     argument 0 in every error text
     * @throws RpcFault -32602 in the node's words
     */
    static Params read(@Nullable JsonValue params, int skip, List<ParamType> types) {
        if (!(params instanceof JsonArray array)) {
            throw RpcFault.params("non-array args");
        }
        var values = new ArrayList<Object>(types.size());
        for (int i = skip; i < array.size(); i++) {
            if (i - skip >= types.size()) {
                throw RpcFault.params("too many arguments, want at most " + (types.size() + skip));
            }
            try {
                values.add(types.get(i - skip).read(array.get(i)));
            } catch (IllegalArgumentException e) {
                throw RpcFault.params("invalid argument " + i + ": " + e.getMessage());
            }
        }
        for (int i = values.size(); i < types.size(); i++) {
            if (!types.get(i).isOptional()) {
                throw RpcFault.params("missing value for required argument " + (i + skip));
            }
            values.add(Optional.empty());
        }
        return new Params(values);
    }

    /** No parameters, whatever was sent: methods without any do not look at it (VITE 1.4). */
    static Params none() {
        return new Params(List.of());
    }

    Address address(int index) {
        return (Address) values.get(index);
    }

    Hash hash(int index) {
        return (Hash) values.get(index);
    }

    @SuppressWarnings("unchecked") // OPTIONAL_HASH reads nothing else
    Optional<Hash> optionalHash(int index) {
        return (Optional<Hash>) values.get(index);
    }

    @SuppressWarnings("unchecked") // OPTIONAL_TOKEN reads nothing else
    Optional<String> optionalToken(int index) {
        return (Optional<String>) values.get(index);
    }

    /** @throws RpcFault -32002 if it was a string that is no height */
    Height height(int index) {
        if (values.get(index) instanceof ParamType.HeightText text) {
            try {
                return GoDecoding.height(text.text());
            } catch (IllegalArgumentException e) {
                throw RpcFault.of(String.valueOf(e.getMessage()));
            }
        }
        return (Height) values.get(index);
    }

    BigInteger integer(int index) {
        return (BigInteger) values.get(index);
    }

    String id(int index) {
        return (String) values.get(index);
    }

    LogFilterParam logFilter(int index) {
        return (LogFilterParam) values.get(index);
    }
}
