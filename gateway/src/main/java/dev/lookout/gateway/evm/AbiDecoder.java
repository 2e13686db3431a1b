package dev.lookout.gateway.evm;

import dev.lookout.model.HexText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one run of ABI-encoded values, strictly (VIGIL 4.6, decision D-27): every offset and length stays inside the data, a bool
 * is 0 or 1, the upper bytes of an address are zero, an integer fits its type. Padding after {@code bytesN}, {@code bytes} and {@code
 * string}, and whatever follows the last value, may be anything.
 *
 * <p>The data is a stranger's. Offsets may point at the same place from many others, so a few kilobytes can stand for
 * gigabytes: depth, the number of elements and the bytes of content are limited, not only the input.
 *
 * <p>Thread: one use, one thread.
 */
final class AbiDecoder {
    /** Arrays and tuples inside each other (VIGIL 4.6). */
    static final int MAX_DEPTH = 16;

    /** Elements of all arrays together (VIGIL 4.6). */
    static final int MAX_ELEMENTS = 100_000;

    /** Bytes of all {@code bytes} and {@code string} values together: far beyond any message that could be sent. */
    static final int MAX_CONTENT_BYTES = 16 << 20;

    private final byte[] data;
    private final int start;
    private int elementsLeft = MAX_ELEMENTS;
    private int contentLeft = MAX_CONTENT_BYTES;

    private AbiDecoder(byte[] data, int start) {
        this.data = data;
        this.start = start;
    }

    /**
     * @param from index of the first byte of the values; what is before it (a selector) is not looked at
     * @throws UndecodableException if the data is not an encoding of {@code types}
     */
    static List<AbiValue> decode(List<AbiType> types, byte[] data, int from) {
        return new AbiDecoder(data, from).sequence(types, from, 0);
    }

    /** Decodes the single word of a value type; see {@link #decode}. */
    static AbiValue decodeWord(AbiType type, byte[] word) {
        return new AbiDecoder(word, 0).value(type, 0, 0);
    }

    /** The values of a parameter list or tuple whose offsets count from {@code base}. */
    private List<AbiValue> sequence(List<AbiType> types, int base, int depth) {
        var values = new ArrayList<AbiValue>(types.size());
        int head = base;
        for (var type : types) {
            values.add(type.isDynamic() ? value(type, target(base, head), depth) : value(type, head, depth));
            head = advanced(head, type.headBytes());
        }
        return values;
    }

    private AbiValue value(AbiType type, int at, int depth) {
        if (type instanceof AbiType.Unsigned unsigned) {
            return new AbiValue.Int(unsigned(at, unsigned.bits()));
        } else if (type instanceof AbiType.Signed signed) {
            return new AbiValue.Int(signed(at, signed.bits()));
        } else if (type instanceof AbiType.Account) {
            return new AbiValue.Hex(address(at));
        } else if (type instanceof AbiType.Bool) {
            return new AbiValue.Bool(bool(at));
        } else if (type instanceof AbiType.FixedBytes fixed) {
            return new AbiValue.Hex(leftmost(at, fixed.length()));
        } else if (type instanceof AbiType.FunctionPointer) {
            return new AbiValue.Hex(leftmost(at, AbiType.FunctionPointer.BYTES));
        } else if (type instanceof AbiType.DynamicBytes) {
            return new AbiValue.Hex(HexText.format("0x", content(at)));
        } else if (type instanceof AbiType.Text) {
            return new AbiValue.Text(new String(content(at), StandardCharsets.UTF_8));
        } else if (type instanceof AbiType.TupleOf tuple) {
            return new AbiValue.Items(sequence(tuple.components(), at, deeper(depth)));
        } else if (type instanceof AbiType.ArrayOf array) {
            return new AbiValue.Items(elements(array.element(), array.length(), at, deeper(depth)));
        } else if (type instanceof AbiType.ListOf list) {
            int length = length(at);
            return new AbiValue.Items(elements(list.element(), length, at + AbiType.WORD, deeper(depth)));
        }
        throw new UndecodableException("values of type " + type.canonical() + " are not rendered");
    }

    private List<AbiValue> elements(AbiType element, int length, int base, int depth) {
        if (length > elementsLeft) {
            throw new UndecodableException("more than " + MAX_ELEMENTS + " array elements");
        }
        elementsLeft -= length;
        if (length * element.headBytes() > data.length - base) {
            throw new UndecodableException(length + " elements at byte " + (base - start) + " do not fit the data");
        }
        var values = new ArrayList<AbiValue>(length);
        int head = base;
        for (int i = 0; i < length; i++) {
            values.add(element.isDynamic() ? value(element, target(base, head), depth) : value(element, head, depth));
            head = advanced(head, element.headBytes());
        }
        return values;
    }

    private BigInteger unsigned(int at, int bits) {
        var value = new BigInteger(1, word(at));
        if (value.bitLength() > bits) {
            throw new UndecodableException("the word at byte " + (at - start) + " does not fit uint" + bits);
        }
        return value;
    }

    private BigInteger signed(int at, int bits) {
        var value = new BigInteger(word(at));
        if (value.bitLength() >= bits) {
            throw new UndecodableException("the word at byte " + (at - start) + " does not fit int" + bits);
        }
        return value;
    }

    private boolean bool(int at) {
        byte[] word = word(at);
        if (!isZero(word, AbiType.WORD - 1) || (word[AbiType.WORD - 1] & ~1) != 0) {
            throw new UndecodableException("the word at byte " + (at - start) + " is neither 0 nor 1");
        }
        return word[AbiType.WORD - 1] == 1;
    }

    private String address(int at) {
        byte[] word = word(at);
        if (!isZero(word, 12)) {
            throw new UndecodableException("the word at byte " + (at - start) + " is longer than an address");
        }
        return HexText.format("0x", Arrays.copyOfRange(word, 12, AbiType.WORD));
    }

    private String leftmost(int at, int bytes) {
        return HexText.format("0x", Arrays.copyOf(word(at), bytes));
    }

    private byte[] content(int at) {
        int length = length(at);
        int from = at + AbiType.WORD;
        if (length > data.length - from) {
            throw new UndecodableException(length + " bytes at byte " + (from - start) + " do not fit the data");
        }
        contentLeft -= length;
        if (contentLeft < 0) {
            throw new UndecodableException("more than " + MAX_CONTENT_BYTES + " bytes of content");
        }
        return Arrays.copyOfRange(data, from, from + length);
    }

    /** Where the offset at {@code head} points. */
    private int target(int base, int head) {
        int offset = length(head);
        if (offset > data.length - base) {
            throw new UndecodableException("the offset at byte " + (head - start) + " points outside the data");
        }
        return base + offset;
    }

    private int length(int at) {
        byte[] word = word(at);
        int low = (word[28] & 0xff) << 24 | (word[29] & 0xff) << 16 | (word[30] & 0xff) << 8 | (word[31] & 0xff);
        if (!isZero(word, 28) || low < 0) {
            throw new UndecodableException("the offset or length at byte " + (at - start) + " is beyond any data");
        }
        return low;
    }

    private byte[] word(int at) {
        if (at > data.length - AbiType.WORD) {
            throw new UndecodableException("the data ends inside the word at byte " + (at - start));
        }
        return Arrays.copyOfRange(data, at, at + AbiType.WORD);
    }

    private int advanced(int head, long bytes) {
        // Beyond the end is refused when it is read; only an overflow must not come out as a small index.
        return (int) Math.min(Integer.MAX_VALUE, head + bytes);
    }

    private static int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw new UndecodableException("nested deeper than " + MAX_DEPTH);
        }
        return depth + 1;
    }

    private static boolean isZero(byte[] word, int until) {
        for (int i = 0; i < until; i++) {
            if (word[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
