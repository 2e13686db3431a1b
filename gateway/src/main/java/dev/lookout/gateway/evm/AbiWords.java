package dev.lookout.gateway.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Encodes the arguments of the generated chain: addresses, non-negative integers and strings, one after the other. */
final class AbiWords {
    private final List<byte[]> heads = new ArrayList<>(); // an empty one stands for the offset of a string
    private final List<byte[]> tails = new ArrayList<>();

    static byte[] word(BigInteger number) {
        byte[] bytes = number.toByteArray();
        var word = new byte[AbiType.WORD];
        int length = Math.min(bytes.length, AbiType.WORD);
        System.arraycopy(bytes, bytes.length - length, word, AbiType.WORD - length, length);
        return word;
    }

    static EvmHash topic(EvmAddress address) {
        return EvmHash.of(word(new BigInteger(1, address.bytes())));
    }

    static EvmHash topic(long number) {
        return EvmHash.of(word(BigInteger.valueOf(number)));
    }

    AbiWords add(EvmAddress address) {
        return add(new BigInteger(1, address.bytes()));
    }

    AbiWords add(BigInteger number) {
        heads.add(word(number));
        return this;
    }

    AbiWords add(long number) {
        return add(BigInteger.valueOf(number));
    }

    AbiWords add(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        var tail = new ByteArrayOutputStream();
        tail.writeBytes(word(BigInteger.valueOf(utf8.length)));
        tail.writeBytes(Arrays.copyOf(utf8, (utf8.length + AbiType.WORD - 1) / AbiType.WORD * AbiType.WORD));
        heads.add(new byte[0]);
        tails.add(tail.toByteArray());
        return this;
    }

    EvmBytes data() {
        return EvmBytes.of(encoded());
    }

    private byte[] encoded() {
        var out = new ByteArrayOutputStream();
        int tailAt = heads.size() * AbiType.WORD;
        int tail = 0;
        for (byte[] head : heads) {
            out.writeBytes(head.length > 0 ? head : word(BigInteger.valueOf(tailAt)));
            tailAt += head.length > 0 ? 0 : tails.get(tail++).length;
        }
        tails.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The data behind the selector of a function. */
    EvmBytes call(String signature) {
        var out = new ByteArrayOutputStream();
        out.write(Keccak256.hash(signature).bytes(), 0, ContractAbi.SELECTOR_BYTES);
        out.writeBytes(encoded());
        return EvmBytes.of(out.toByteArray());
    }
}
