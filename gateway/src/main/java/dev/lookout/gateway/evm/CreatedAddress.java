package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.Keccak256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** The address of a contract that an account creates by a transaction: what its receipt will say (VIGIL 4.8). */
public final class CreatedAddress {
    private CreatedAddress() {}

    /** @param nonce of the creating transaction, not negative */
    public static EvmAddress of(EvmAddress creator, long nonce) {
        byte[] hash = Keccak256.digest(rlp(creator.bytes(), nonce));
        return EvmAddress.of(Arrays.copyOfRange(hash, hash.length - EvmAddress.BYTES, hash.length));
    }

    // RLP of the list [creator, nonce], which is always shorter than 56 bytes.
    private static byte[] rlp(byte[] creator, long nonce) {
        var items = new ByteArrayOutputStream();
        items.write(0x80 + creator.length);
        items.writeBytes(creator);
        byte[] number =
                nonce == 0 ? new byte[0] : withoutSign(BigInteger.valueOf(nonce).toByteArray());
        if (number.length != 1 || number[0] < 0) {
            items.write(0x80 + number.length);
        }
        items.writeBytes(number);
        var list = new ByteArrayOutputStream();
        list.write(0xc0 + items.size());
        list.writeBytes(items.toByteArray());
        return list.toByteArray();
    }

    private static byte[] withoutSign(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
