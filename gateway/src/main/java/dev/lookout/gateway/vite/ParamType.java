package dev.lookout.gateway.vite;

import static dev.lookout.gateway.vite.GoDecoding.mismatch;

import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import dev.lookout.transport.JsonNull;
import dev.lookout.transport.JsonNumber;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The kinds of positional parameter that Vite methods have. Each reads one JSON value as the node does, and says with the
 * node's words what is wrong with it ({@link IllegalArgumentException}; VITE 1.6).
 */
enum ParamType {
    /** {@link dev.lookout.model.vite.Address}. */
    ADDRESS {
        @Override
        Object read(JsonValue value) {
            return GoDecoding.address(value);
        }
    },
    /** {@link Hash}. */
    HASH {
        @Override
        Object read(JsonValue value) {
            return GoDecoding.hash(value);
        }
    },
    /** {@code Optional<Hash>}: null and left out at the end are allowed. */
    OPTIONAL_HASH {
        @Override
        Object read(JsonValue value) {
            return value == JsonNull.NULL ? Optional.empty() : Optional.of(GoDecoding.hash(value));
        }
    },
    /** {@code Optional<String>}: null and left out at the end are allowed. */
    OPTIONAL_TOKEN {
        @Override
        Object read(JsonValue value) {
            return value == JsonNull.NULL ? Optional.empty() : Optional.of(GoDecoding.token(value));
        }
    },
    /** {@link Height} from a decimal string or a number; anything else counts as 0 (VITE section 7). */
    HEIGHT {
        @Override
        Object read(JsonValue value) {
            if (value instanceof JsonNumber number) {
                BigInteger whole = new BigDecimal(number.raw()).toBigInteger();
                return whole.signum() < 0 || whole.bitLength() > 64 ? Height.ZERO : Height.of(whole);
            }
            return value instanceof JsonString text ? new HeightText(text.text()) : Height.ZERO;
        }
    },
    /** {@link BigInteger} from 0 to 2^64 - 1; null counts as 0. */
    UINT64 {
        @Override
        Object read(JsonValue value) {
            return GoDecoding.integer(value, BigInteger.ZERO, Height.MAX.toBigInteger(), "uint64");
        }
    },
    /** {@link BigInteger} in the range of a signed 64-bit integer; null counts as 0. */
    INT {
        @Override
        Object read(JsonValue value) {
            return GoDecoding.integer(
                    value, BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE), "int");
        }
    },
    /** {@link String}: a subscription or filter id; null counts as the empty one, which is unknown. */
    ID {
        @Override
        Object read(JsonValue value) {
            if (value == JsonNull.NULL) {
                return "";
            }
            if (value instanceof JsonString text) {
                return text.text();
            }
            throw mismatch(value, "Go value of type rpc.ID");
        }
    },
    /** {@link LogFilterParam} with {@code addressHeightRange}. */
    LOG_FILTER {
        @Override
        Object read(JsonValue value) {
            return LogFilterParam.read(value, Generation.V2);
        }
    },
    /** {@link LogFilterParam} with {@code addrRange}. */
    LOG_FILTER_V1 {
        @Override
        Object read(JsonValue value) {
            return LogFilterParam.read(value, Generation.V1);
        }
    };

    abstract Object read(JsonValue value);

    /** What reads a kind of the spec's {@code x-lookout-parameter-kinds}; empty if nothing does. */
    static Optional<ParamType> ofKind(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "address" -> ADDRESS;
                    case "hash" -> HASH;
                    case "optionalHash" -> OPTIONAL_HASH;
                    case "optionalTokenId" -> OPTIONAL_TOKEN;
                    case "filterId" -> ID;
                    case "anyHeight" -> HEIGHT;
                    case "heightNumber", "count", "index" -> UINT64;
                    case "signedCount", "signedIndex" -> INT;
                    case "logFilter" -> LOG_FILTER;
                    case "logFilterV1" -> LOG_FILTER_V1;
                    default -> null;
                });
    }

    boolean isOptional() {
        return this == OPTIONAL_HASH || this == OPTIONAL_TOKEN;
    }

    /** A height as text, parsed by the method itself: its error is the method's (-32002), not the parameter's. */
    record HeightText(String text) {}
}
