package dev.lookout.gateway.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookout.model.vigil.Keccak256;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calldata is a stranger's: nothing in it makes the decoder read outside, run for long or fail in another way. */
@Timeout(60)
class AbiDecoderLimitsTest {
    private static final long OUTSIDE = Long.MAX_VALUE;

    @Test
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void sixteenLevelsDecodeAndSeventeenDoNot() {
        assertThat(decode("uint8" + "[1]".repeat(16), words(7))).isInstanceOf(DecodedCall.Decoded.class);
        assertThat(decode("uint8" + "[1]".repeat(17), words(7))).isInstanceOf(DecodedCall.BadArguments.class);
    }

    @Test
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void hundredThousandElementsDecodeAndOneMoreDoesNot() {
        assertThat(decode("bool[]", list(100_000))).isInstanceOf(DecodedCall.Decoded.class);
        assertThat(decode("bool[]", list(100_001))).isInstanceOf(DecodedCall.BadArguments.class);
    }

    @Test
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void elementsOfAllListsCountTogether() {
        // A list of lists whose offsets all point at one list of a thousand: a few kilobytes stand for a million
        // values.
        long[] words = new long[2 + 1000 + 1 + 1000];
        words[0] = 32;
        words[1] = 1000;
        Arrays.fill(words, 2, 1002, 32_000);
        words[1002] = 1000;

        assertThat(decode("uint8[][]", words(words))).isInstanceOf(DecodedCall.BadArguments.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65, 1L << 31, (1L << 31) - 1, (1L << 32) + 32, OUTSIDE})
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void offsetOutsideTheDataDoesNotDecode(long offset) {
        assertThat(decode("bytes", words(offset, 0))).isInstanceOf(DecodedCall.BadArguments.class);
        assertThat(decode("uint8[]", words(offset, 0))).isInstanceOf(DecodedCall.BadArguments.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {33, 1L << 31, (1L << 31) - 1, 1L << 32, OUTSIDE})
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void lengthBeyondTheDataDoesNotDecode(long length) {
        assertThat(decode("bytes", words(32, length, 0))).isInstanceOf(DecodedCall.BadArguments.class);
        assertThat(decode("string", words(32, length, 0))).isInstanceOf(DecodedCall.BadArguments.class);
        assertThat(decode("uint8[]", words(32, length, 0))).isInstanceOf(DecodedCall.BadArguments.class);
    }

    @Test
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void trailingBytesAreAllowed() {
        assertThat(decode("uint8", words(7, 8, 9))).isInstanceOf(DecodedCall.Decoded.class);
    }

    @Test
    @Tag("VIGIL-D-27")
    @Tag("VIGIL-ABI-5")
    void noBytesWhateverFailInAnotherWay() {
        long seed = 4711;
        var random = new SplittableRandom(seed);
        var types =
                List.of("bytes[]", "(string,uint8[2])[]", "string,bytes,(bool,bytes)", "uint8[][3][]", "function,int8");
        for (int round = 0; round < 20_000; round++) {
            long[] words = new long[random.nextInt(12)];
            for (int i = 0; i < words.length; i++) {
                words[i] = random.nextBoolean() ? 32L * random.nextInt(14) : random.nextInt(5);
            }
            byte[] data = words(words);
            String type = types.get(random.nextInt(types.size()));
            byte[] cut = Arrays.copyOf(data, data.length - (data.length == 0 ? 0 : random.nextInt(40) % data.length));
            try {
                assertThat(decode(type, cut)).isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round + ", " + type, e);
            }
        }
    }

    @Test
    void wordOutsideNamesItsPlace() {
        var function = AbiText.abi("function f(uint8 a,uint8 b)")
                .function(selector("f(uint8,uint8)"))
                .orElseThrow();

        assertThatThrownBy(() -> function.decode(calldata("f(uint8,uint8)", words(1))))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("byte 32");
    }

    private static DecodedCall decode(String types, byte[] arguments) {
        String signature = "f(" + types + ")";
        return DecodedCall.of(calldata(signature, arguments), List.of(AbiText.abi("function " + signature)));
    }

    private static byte[] calldata(String signature, byte[] arguments) {
        var out = new ByteArrayOutputStream();
        out.write(Keccak256.hash(signature).bytes(), 0, ContractAbi.SELECTOR_BYTES);
        out.writeBytes(arguments);
        return out.toByteArray();
    }

    private static String selector(String signature) {
        return Keccak256.hash(signature).toString().substring(2, 10);
    }

    private static byte[] list(int length) {
        long[] words = new long[2 + length];
        words[0] = 32;
        words[1] = length;
        return words(words);
    }

    private static byte[] words(long... words) {
        var out = new ByteArrayOutputStream();
        for (long word : words) {
            // More than fits any length: the upper bytes of the word are not zero.
            var bytes = new byte[AbiType.WORD];
            Arrays.fill(bytes, 0, 24, (byte) (word == OUTSIDE ? 0xff : 0));
            for (int i = 0; i < 8; i++) {
                bytes[24 + i] = (byte) (word >>> (56 - 8 * i));
            }
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
