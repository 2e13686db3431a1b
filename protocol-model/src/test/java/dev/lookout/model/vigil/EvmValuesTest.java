package dev.lookout.model.vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lookout.model.InvalidValueException;
import dev.lookout.model.InvalidValueException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvmValuesTest {
    @Tag("VIGIL-V-1")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            addPost(string,string,string,string)       | 0x4c57e97a18c1628fbfb2a25a3a647c8436a651a8b5fe081444d3e7e29017806d
            setContractInformation(uint8,string)       | 0x78094fcc617746a9f9e1fdb74214f57c8b4269e4514ced49f2740d12c1201d22
            changeBlogTitle(string)                    | 0xcb700db65645ffbc63958e2ad4bbca985d50658656a300bc12d346ca11d5f9bd
            transfer(address,uint256)                  | 0xa9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b
            NewPost(uint256,string)                    | 0xd6776279c71a3ea4ff2f39a59a3f67988668530051fd75b27649d7a85b383774
            NewPost(uint256,string,string)             | 0x20a9ecb5e853c295b0007d91fb324713e027eba3e3e96c4023f50a3db6ff78fb
            ContractIncremented(uint8,address,string)  | 0x1de848a8b71ea04e0be15e67340e0106884d6b70094062dcebfb0096ffa8c782
            Transfer(address,address,uint256)          | 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
            Approval(address,address,uint256)          | 0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925
            ConfirmationSigRecieved(uint256,address)   | 0xe6e3f86739436a7661533fe97d49916e13d03d56c85b967e7e8b573257c3d254
            TodoItemUpdated(uint256,bool)              | 0x44de923bc75bb8f5303c48ecfc18cd756a9f84d1202ed4646853388a0fd18ef7
            """)
    void signaturesHashAsEthereumDoes(String signature, String hash) {
        assertThat(Keccak256.hash(signature)).hasToString(hash);
    }

    @ParameterizedTest
    @CsvSource({
        "alice, 0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501",
        "bob, 0x3440326f551b8a7ee198cee35cb5d517f2d296a2",
        "demo-contract, 0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f",
        "deployer, 0x1b5ceb79b60dc455ad691d856e6e4025cf542caa"
    })
    void sampleAddressesAreTheEndsOfHashes(String name, String address) {
        byte[] hash = Keccak256.digest(name.getBytes(StandardCharsets.US_ASCII));

        assertThat(EvmAddress.of(Arrays.copyOfRange(hash, 12, 32))).hasToString(address);
    }

    @Tag("VIGIL-V-19")
    @ParameterizedTest
    @CsvSource({
        "0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501, 0x5dad7600C5D89fE3824fFa99ec1c3eB8BF3b0501",
        "0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f, 0x2c037F88bcA3021FD6B2FaD72F80f1Ed5d256F0f"
    })
    void checksummedSpellingIsAcceptedAndNeverSent(String lower, String checksummed) {
        EvmAddress address = EvmAddress.parse(checksummed);

        assertThat(address).isEqualTo(EvmAddress.parse(lower)).hasToString(lower);
        assertThat(address.toChecksumText()).isEqualTo(checksummed);
    }

    @Tag("VIGIL-C-13")
    @Tag("VIGIL-D-24")
    @Test
    void handEditedAddressIsNormalised() {
        assertThat(EvmAddress.parse(" 0X5DAD7600c5d89fe3824ffa99ec1c3eb8bf3b0501 "))
                .hasToString("0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501");
    }

    @Test
    void whatIsNoAddressHashOrBytesSaysWhy() {
        assertThat(reason(() -> EvmAddress.parse("5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501")))
                .isEqualTo(Reason.FORM);
        assertThat(reason(() -> EvmAddress.parse("0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b050g")))
                .isEqualTo(Reason.DIGIT);
        assertThat(reason(() -> EvmHash.parse("0x12"))).isEqualTo(Reason.FORM);
        assertThat(reason(() -> EvmBytes.parse("0x123"))).isEqualTo(Reason.FORM);
        assertThat(reason(() -> EvmBytes.parse("12"))).isEqualTo(Reason.FORM);
        assertThat(reason(() -> EvmBytes.parse("0xgg"))).isEqualTo(Reason.DIGIT);
        assertThatThrownBy(() -> EvmAddress.of(new byte[21])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EvmHash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesSurvive() {
        assertThat(EvmBytes.parse("0x")).isEqualTo(EvmBytes.EMPTY).hasToString("0x");
        assertThat(EvmBytes.of(EvmBytes.parse("0xDEADbeef00").toArray())).hasToString("0xdeadbeef00");
    }

    private static Reason reason(Runnable parse) {
        return catchThrowableOfType(InvalidValueException.class, parse::run).reason();
    }
}
