package dev.lookout.model.vite;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTopicsTest {
    @Tag("VITE-CASE-79")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            balance(uint256)                         | 8a3390b86e28f274e3a88354b3b83cf0f8780a1f0975f629966bd2a2d38eb188
            check(address,uint256)                   | 17c53855485cba60b5dea781a996394bb9d3b44bc8932b3adf79ac70e908b220
            Event1(string)                           | 30e00162ff22a0d2aaa98f7013fc6dcb0bfae6a56ed30e35c5ea19326211a1a9
            Event2(uint256,string)                   | 89dd96aeda3674789db84f190f6ddc0fe541b74ad26f0175aec573e0232e0fd5
            Event3(uint256,uint256,string)           | ff75de284617dcb8120f62e0ab99092112d2fa831082b3cb4d6703a07a757a88
            Event4(uint256,uint256,string,string)    | b787fae491b126a61d9e5c4f03e16463e6f1f985d0682dd2d1a844331b539e9c
            TestEvent(tokenId)                       | 8b5075daac7054843301efa983d65ebb0a2ab0943c4464c5d90116bac31b558e
            TestEvent(uint256)                       | f4b438317c19db561b92fff32ab607d614813e8511408c082bd2f32d720e0fd7
            burn(tokenId,address,uint256)            | 61b730eb65e9632f9e66dbb9573637e2de5011b2f512894a37981c62de3cbd40
            mint(tokenId)                            | 3f9dcc00d5e929040142c3fb2b67a3be1b0e91e98dac18d5bc2b7817a4cfecb6
            transfer(address,uint256)                | aa65281f5df4b4bd3c71f2ba25905b907205fce0809a816ef8e04b4d496a85bb
            Transfer(address,address,uint256)        | e9a7da5bfc2bcbf4266adfba50ac5d6fa9ba4d52df50d9359a3974c36c131ce1
            TransferEvent(address,uint256,tokenId)   | b94af1d4b8401b8201545e8211b72d72169050f6694be63e2f6ede119725d7fd
            DeployedBytes(bytes)                     | 360bba44e4490fae37d6444482aa67cf5ec7418850531522450c3805b8e5425c
            DeployedUser(string[])                   | 77eaa9d8538de877bc481f8d5cc7ed2d439983f13f0f0e1cb77ddf54b79a864d
            DeployedUser((string,address))           | a726de6a27282e9f2fd40ef5acb830570c4692fb93330688f812d9de29c4a4de
            DeployedIntUserShort(uint256[2])         | 312867fc6aeb487e19b5cfff805ccc75517e4364d08b6ed0c0bd21af850d56a2
            issue(tokenId)                           | 3a56a4ca773cce0096dd0e0e74c5e97237dc8f1d626ccabb7266a76601ea0888
            """)
    void topicZeroIsTheHashOfTheSignature(String signature, String topic) {
        assertThat(EventTopics.ofSignature(signature)).hasToString(topic);
    }

    @Tag("VITE-CASE-83")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event Sent ( address indexed to , uint amount ) ;      | Sent(address,uint256)
            Sent(address payable to,vitetoken indexed)             | Sent(address,tokenId)
            E(tuple(uint n, string[3][] s)[2] indexed memory p)    | E((uint256,string[3][])[2])
            E(((int a),bytes4 b) x, gid) anonymous                 | E(((int256),bytes4),gid)
            E( )                                                   | E()
            """)
    void humanSpellingIsNormalised(String written, String canonical) {
        assertThat(EventTopics.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E",
                "(uint)",
                "E(uint",
                "E(uint a b)",
                "E(uint,)",
                "E(,uint)",
                "E(uint))",
                "E(uint[)",
                "E(u-1)",
                "E(uint) junk",
                "E(uint(int))"
            })
    void whatIsNoSignatureIsRefused(String text) {
        assertThatThrownBy(() -> EventTopics.ofSignature(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not an event signature");
    }

    @Test
    void nestingIsBounded() {
        String deep = "E" + "(".repeat(100_000) + ")".repeat(100_000);

        assertThatThrownBy(() -> EventTopics.canonical(deep)).hasMessageContaining("at most 16 levels");
    }

    @Tag("VITE-CASE-80")
    @Test
    void numbersFillTheWordFromTheRight() {
        assertThat(EventTopics.ofUint(BigInteger.valueOf(100))).hasToString("0".repeat(62) + "64");
        assertThat(EventTopics.ofUint(ONE.shiftLeft(256).subtract(ONE))).hasToString("f".repeat(64));
        assertThat(EventTopics.ofInt(TWO.negate())).hasToString("f".repeat(63) + "e");
        assertThat(EventTopics.ofInt(ONE.shiftLeft(255).negate())).hasToString("8" + "0".repeat(63));
        assertThat(EventTopics.ofBool(true)).hasToString("0".repeat(63) + "1");
        assertThat(EventTopics.ofBool(false)).isEqualTo(Hash.ZERO);
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> EventTopics.ofUint(ONE.negate())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTopics.ofUint(ONE.shiftLeft(256))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTopics.ofInt(ONE.shiftLeft(255))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventTopics.ofFixedBytes(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("VITE-CASE-80")
    @Test
    void addressesCountTwentyOneBytesAndTokensTen() {
        Address user = Address.parse("vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a");
        Address contract = Address.parse("vite_32f15c00af28d981033016214c2e19ffc058aaf3b36f4980ae");

        assertThat(EventTopics.ofAddress(user))
                .hasToString("0000000000000000000000ab24ef68b84e642c0ddca06beec81c9acb1977bb00");
        assertThat(EventTopics.ofAddress(contract))
                .hasToString("000000000000000000000032f15c00af28d981033016214c2e19ffc058aaf301");
        assertThat(EventTopics.ofTokenId(TokenId.VITE)).hasToString("0".repeat(44) + "5649544520544f4b454e");
        assertThat(EventTopics.ofTokenId(TokenId.parse("tti_b0de22e5d54c92c43c3a9e54")))
                .hasToString("0".repeat(44) + "b0de22e5d54c92c43c3a");
    }

    @Tag("VITE-CASE-80")
    @Test
    void fixedBytesFillTheWordFromTheLeft() {
        assertThat(EventTopics.ofFixedBytes((byte) 1, (byte) 0, (byte) 0, (byte) 0))
                .hasToString("01" + "0".repeat(62));
    }

    @Tag("VITE-CASE-80")
    @ParameterizedTest
    @CsvSource({
        "hello world, 256c83b297114d201b30179f3f0ef0cace9783622da5974326b436178aeef610",
        "my_topic, afd7f7d4710d29fbfc539d707a42ff910cd4d41a4c9eae3356180f074e8c3da1",
        "name, 3adaf70d6a60eba6aaa6a1884c382ae32b223557ccaa2f3fcab6aec6c2fca21f",
        "alice, e11d814979372c883b50bdb0ffadb1eaf0898bf54fd4fbf298af126fbabbda4c"
    })
    void textsAndBytesAreHashed(String text, String topic) {
        assertThat(EventTopics.ofString(text)).hasToString(topic);
        assertThat(EventTopics.ofBytes(utf8(text))).hasToString(topic);
    }

    @Tag("VITE-CASE-80")
    @Test
    void elementsAreJoinedAndHashed() {
        byte[] one = EventTopics.ofUint(ONE).bytes();
        byte[] two = EventTopics.ofUint(TWO).bytes();
        byte[] address = EventTopics.ofAddress(Address.parse("vite_5a600b6c5103f242107b6eebf8aa290bda86800adb0c264ab6"))
                .bytes();

        assertThat(EventTopics.ofElements(one, two))
                .hasToString("3b2badc3d858b0b6120818c8c8c0c4c5f82376b8cfcd213be46db8e6321febc9");
        assertThat(EventTopics.ofElements(utf8("name"), address))
                .hasToString("d24057e115ec2936b95a95de18f6272a7ff18a572a393f3fecb9c517e322be95");
        assertThat(EventTopics.ofElements(utf8("alice"), utf8("alice")))
                .hasToString("9fdc9b04e2582fb90d298fa3a2f92d1f88fd80f130456a48ca49d330d6fb320a");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
