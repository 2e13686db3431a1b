package dev.lookout.gateway.vigil;

import static dev.lookout.gateway.vigil.Chain.ALICE;
import static dev.lookout.gateway.vigil.Chain.BOB;
import static dev.lookout.gateway.vigil.Chain.CONTRACT;
import static dev.lookout.gateway.vigil.Chain.DEPLOYER;
import static dev.lookout.gateway.vigil.Chain.GENESIS;
import static dev.lookout.gateway.vigil.Chain.block;
import static dev.lookout.gateway.vigil.Chain.book;
import static dev.lookout.gateway.vigil.Chain.call;
import static dev.lookout.gateway.vigil.Chain.eventData;
import static dev.lookout.gateway.vigil.Chain.hash;
import static dev.lookout.gateway.vigil.Chain.log;
import static dev.lookout.gateway.vigil.Chain.messages;
import static dev.lookout.gateway.vigil.Chain.receipt;
import static dev.lookout.gateway.vigil.Chain.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.evm.AbiText;
import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.gateway.evm.EvmChainEvent.BlockInserted;
import dev.lookout.gateway.evm.EvmChainEvent.BlockRemoved;
import dev.lookout.gateway.evm.EvmReceipt;
import dev.lookout.gateway.evm.EvmTransaction;
import dev.lookout.model.vigil.EvmBytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a chain's blocks become: the cases of the bridge that need no node. */
class BridgeTest {
    private static final String PING = "event Ping(uint256 n)";

    @Test
    @Tag("VIGIL-B-17")
    @Tag("VIGIL-D-38")
    void transactionWithoutAReceiptIsNotTold() {
        var known = call("known", 0, "0x");
        var pending = call("pending", 1, "0x");

        var texts = messages(book(null), block("b", GENESIS, 1, List.of(known, pending), receipt(known, 1)));

        assertThat(texts).hasSize(1).first().asString().contains(hash("known").toString());
    }

    @Test
    @Tag("VIGIL-B-18")
    @Tag("VIGIL-D-35")
    void transactionsAndLogsAreOrderedWhateverTheAnswersOrder() {
        var first = call("first", 0, "0x");
        var second = call("second", 1, "0x");
        var third = call("third", 2, "0x");
        var block = block(
                "b",
                GENESIS,
                1,
                List.of(third, first, second),
                receipt(third, 1, log(third, 5, ping(5)), log(third, 4, ping(4))),
                receipt(second, 1, log(second, 3, ping(3))),
                receipt(first, 1, log(first, 2, ping(2)), log(first, 0, ping(0)), log(first, 1, ping(1))));

        assertThat(messages(book(AbiText.abi(PING)), block).stream().map(BridgeTest::brief))
                .containsExactly(
                        "contractmon " + first.hash(),
                        "event 0",
                        "event 1",
                        "event 2",
                        "contractmon " + second.hash(),
                        "event 3",
                        "contractmon " + third.hash(),
                        "event 4",
                        "event 5");
    }

    @Test
    @Tag("VIGIL-B-19")
    @Tag("VIGIL-D-36")
    void priceOfADynamicTransactionIsComputed() {
        assertThat(price(100, 7)).isEqualTo(37);
        assertThat(price(35, 7)).isEqualTo(35);
    }

    @Test
    @Tag("VIGIL-B-20")
    @Tag("VIGIL-D-37")
    void logOfAContractCalledByAnotherIsAnEventOnly() {
        var other = transaction("outer", 0, ALICE, BOB, "0x", BigInteger.ZERO);
        var block = block("b", GENESIS, 1, List.of(other), receipt(other, 1, log(other, 0, ping(9))));

        assertThat(messages(book(AbiText.abi(PING)), block).stream().map(BridgeTest::brief))
                .containsExactly("event 0");
    }

    @Test
    @Tag("VIGIL-B-21")
    @Tag("VIGIL-D-29")
    void contractMadeByAFactoryIsNoOneTimeTransaction() {
        var factory = transaction("factory", 0, DEPLOYER, CONTRACT, "0x", BigInteger.ZERO);
        var block = block("b", GENESIS, 1, List.of(factory), receipt(factory, 1));

        assertThat(messages(book(null), block).stream().map(BridgeTest::brief))
                .containsExactly("contractmon " + factory.hash());
    }

    @Test
    @Tag("VIGIL-B-22")
    @Tag("VIGIL-D-30")
    void failedCreationIsToldAndItsAddressIsNotWatched() {
        var creation = transaction("creation", 0, DEPLOYER, null, "0x6080", BigInteger.ZERO);
        var failed = new EvmReceipt(creation.hash(), 0, BigInteger.TEN, null, BOB, List.of());
        var after = transaction("after", 1, ALICE, BOB, "0x", BigInteger.ZERO);

        var texts = messages(
                book(AbiText.abi(PING)),
                block(
                        "b",
                        GENESIS,
                        1,
                        List.of(creation, after),
                        failed,
                        receipt(after, 1, log(after, 0, BOB, ping(1)))));

        assertThat(texts).hasSize(1);
        assertThat(texts.get(0)).startsWith("{\"type\":\"otm\"").endsWith("\"status\":0}");
    }

    @Test
    @Tag("VIGIL-B-23")
    void tokenTransferOfTheOtherKindIsCountedAndNotTold() {
        var transaction = call("tx", 0, "0x");
        String fourTopics =
                hash("Transfer(address,address,uint256)") + "\n" + word(1) + "\n" + word(2) + "\n" + word(3);
        var block =
                block("b", GENESIS, 1, List.of(transaction), receipt(transaction, 1, log(transaction, 0, fourTopics)));
        var counters = new VigilCounters();
        var erc20 = AbiText.abi("event Transfer(address indexed from,address indexed to,uint256 value)");

        var messages = Chain.derivation(book(erc20), counters).messages(block);

        assertThat(messages).hasSize(1);
        assertThat(counters.undecodedLogs()).isEqualTo(1);
    }

    @Test
    @Tag("VIGIL-B-25")
    @Tag("VIGIL-D-31")
    void transactionThatFailsAfterAReorganisationIsToldAgain() {
        var fixture = new SessionFixture();
        var client = fixture.registered();
        var call = call("tx", 0, "0xdeadbeef");
        var good = block("good", GENESIS, 1, List.of(call), receipt(call, 1, log(call, 0, ping(1))));
        var bad = block("bad", GENESIS, 1, List.of(call), receipt(call, 0));
        fixture.endpoint.event(new BlockInserted(good));
        client.received();

        fixture.endpoint.event(new BlockRemoved(1, good.hash()));
        fixture.endpoint.event(new BlockInserted(bad));

        assertThat(client.received())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("{\"type\":\"contractmon\"")
                .endsWith("\"status\":0}");
    }

    @Test
    @Tag("VIGIL-B-24")
    @Tag("VIGIL-B-31")
    @Tag("VIGIL-D-31")
    void reorganisationOfTwoBlocksRepeatsNothingAndTellsWhatIsNew() {
        var fixture = new SessionFixture();
        var client = fixture.registered();
        var one = call("one", 0, "0x01");
        var two = call("two", 0, "0x02");
        var old1 = block("old1", GENESIS, 1, List.of(one), receipt(one, 1, log(one, 0, ping(1))));
        var old2 = block("old2", old1.hash(), 2, List.of(two), receipt(two, 1, log(two, 0, ping(2))));
        fixture.endpoint.event(new BlockInserted(old1));
        fixture.endpoint.event(new BlockInserted(old2));
        assertThat(client.received()).hasSize(5); // the ack, two transactions, two events

        fixture.endpoint.event(new BlockRemoved(2, old2.hash()));
        fixture.endpoint.event(new BlockRemoved(1, old1.hash()));
        var twoFirst = call("two", 0, "0x02");
        var oneThen = call("one", 1, "0x01");
        var fresh = call("fresh", 2, "0x03");
        fixture.endpoint.event(new BlockInserted(block(
                "new1",
                GENESIS,
                1,
                List.of(twoFirst, oneThen, fresh),
                receipt(twoFirst, 1, log(twoFirst, 0, ping(2))),
                receipt(oneThen, 1, log(oneThen, 1, ping(1))),
                receipt(fresh, 1, log(fresh, 2, ping(3))))));

        assertThat(client.received().stream().map(BridgeTest::brief))
                .containsExactly("contractmon " + fresh.hash(), "event 2");
    }

    @Test
    @Tag("VIGIL-B-27")
    @Tag("VIGIL-D-22")
    void idsOfABlockThatIsDerivedAgainAreTheSame() {
        var call = call("tx", 0, "0x");
        var block =
                block("b", GENESIS, 1, List.of(call), receipt(call, 1, log(call, 0, ping(1)), log(call, 1, ping(2))));
        var derivation = Chain.derivation(book(AbiText.abi(PING)), new VigilCounters());

        assertThat(texts(derivation, block)).isEqualTo(texts(derivation, block));
    }

    @Test
    @Tag("VIGIL-B-28")
    @Tag("VIGIL-D-33")
    void laterLogsOfAProxyAreDecodedWithTheAbiOfTheirBlock() {
        var before = AbiText.abi("event Ping(uint256 old)");
        var after = AbiText.abi("event Ping(uint256 upgraded)");
        var derivation = new VigilDerivation(
                book(null),
                (contract, block) -> List.of(block.number() < 2 ? before : after),
                new InMemoryEventIds(),
                VigilOptions.defaults(),
                new VigilCounters());
        var call = call("tx", 0, "0x");

        assertThat(texts(derivation, block("b1", GENESIS, 1, List.of(call), receipt(call, 1, log(call, 0, ping(7)))))
                        .get(1))
                .contains("\"event_data\":{\"old\":7}");
        assertThat(texts(derivation, block("b2", hash("b1"), 2, List.of(call), receipt(call, 1, log(call, 0, ping(7)))))
                        .get(1))
                .contains("\"event_data\":{\"upgraded\":7}");
    }

    @Test
    @Tag("VIGIL-B-29")
    @Tag("VIGIL-D-32")
    void contractWithoutAbiIsToldUndecodedAndHasNoEvents() {
        var call = call("call", 0, "0xdeadbeef");
        var plain = call("plain", 1, "0x");

        var texts = messages(
                book(null),
                block(
                        "b",
                        GENESIS,
                        1,
                        List.of(call, plain),
                        receipt(call, 1, log(call, 0, ping(1))),
                        receipt(plain, 1)));

        assertThat(texts).hasSize(2);
        assertThat(texts.get(0)).contains("\"selector\":\"deadbeef\"").contains("\"input_data\":\"0xdeadbeef\"");
        assertThat(texts.get(1)).contains("\"input_data\":[]");
    }

    @Test
    @Tag("VIGIL-B-30")
    void invalidTextIsReplaced() {
        String log = hash("Said(string)") + "\n--\n" + word(32) + word(2) + "ff41" + "0".repeat(60);

        assertThat(eventData("event Said(string text)", log)).isEqualTo("{\"text\":\"\ufffdA\"}");
    }

    private static long price(long max, long tip) {
        var transaction = new EvmTransaction(
                hash("tx"),
                0,
                ALICE,
                CONTRACT,
                EvmBytes.EMPTY,
                BigInteger.TEN,
                null,
                big(max),
                big(tip),
                BigInteger.ZERO,
                2);
        var block =
                new EvmBlock(1, hash("b"), GENESIS, 1, big(30), List.of(transaction), List.of(receipt(transaction, 1)));
        String text = messages(book(null), block).get(0);
        return Long.parseLong(text.replaceAll(".*\"gasPrice\":([0-9]+).*", "$1"));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    private static List<String> texts(VigilDerivation derivation, EvmBlock block) {
        var texts = new ArrayList<String>();
        derivation.messages(block).forEach(message -> texts.add(message.text().text()));
        return texts;
    }

    private static String brief(String text) {
        return text.startsWith("{\"type\":\"event\"")
                ? "event " + text.replaceAll(".*\"logIndex\":([0-9]+).*", "$1")
                : text.replaceAll("\\{\"type\":\"([a-z]+)\",\"txHash\":\"(0x[0-9a-f]+)\".*", "$1 $2");
    }

    private static String ping(long n) {
        return hash("Ping(uint256)") + "\n--\n" + word(n).substring(2);
    }

    private static String word(long n) {
        return "0x%064x".formatted(n);
    }
}
