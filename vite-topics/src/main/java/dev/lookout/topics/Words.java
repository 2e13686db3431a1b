package dev.lookout.topics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The one place where bytes become 64-bit words and back.
 *
 * <p>A topic is four words, big endian. An address is three: its bytes from the left, zeros behind them, and its length
 * in the lowest byte of the third word. The length keeps addresses of different sizes apart, so that a 20-byte address
 * never equals a 21-byte one that ends in zero.
 */
final class Words {
    static final int TOPIC_BYTES = 32;
    static final int TOPIC_WORDS = 4;
    static final int ADDRESS_WORDS = 3;
    static final int MAX_ADDRESS_BYTES = 23;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Words() {}

    static void putTopic(byte[] topic, long[] words, int at) {
        if (topic.length != TOPIC_BYTES) {
            throw new IllegalArgumentException("a topic has 32 bytes, not " + topic.length);
        }
        for (int i = 0; i < TOPIC_WORDS; i++) {
            words[at + i] = (long) LONGS.get(topic, 8 * i);
        }
    }

    static void putAddress(byte[] address, long[] words, int at) {
        int length = address.length;
        if (length < 1 || length > MAX_ADDRESS_BYTES) {
            throw new IllegalArgumentException("an address has 1 to 23 bytes, not " + length);
        }
        if (length >= 16) {
            words[at] = (long) LONGS.get(address, 0);
            words[at + 1] = (long) LONGS.get(address, 8);
        } else {
            words[at] = leftAligned(address, 0);
            words[at + 1] = leftAligned(address, 8);
        }
        words[at + 2] = leftAligned(address, 16) | length;
    }

    static String topicText(long[] words, int at) {
        var hex = new StringBuilder(2 * TOPIC_BYTES);
        for (int i = 0; i < TOPIC_WORDS; i++) {
            hex.append(HexFormat.of().toHexDigits(words[at + i]));
        }
        return hex.toString();
    }

    static String addressText(long[] words, int at) {
        var hex = new StringBuilder();
        for (int i = 0; i < ADDRESS_WORDS; i++) {
            hex.append(HexFormat.of().toHexDigits(words[at + i]));
        }
        int length = (int) (words[at + 2] & 0xff);
        return hex.substring(0, 2 * length);
    }

    /** The bytes {@code from..from+7} as far as there are any, from the left; zeros behind them. */
    private static long leftAligned(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + 8; i++) {
            word = (word << 8) | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return word;
    }
}
