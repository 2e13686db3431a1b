package dev.lookout.gateway.vite;

import static dev.lookout.gateway.vite.Blocks.K;
import static dev.lookout.gateway.vite.Blocks.U;
import static dev.lookout.gateway.vite.Blocks.hash;
import static dev.lookout.gateway.vite.Blocks.log;
import static dev.lookout.gateway.vite.Blocks.receive;
import static dev.lookout.gateway.vite.Blocks.send;
import static dev.lookout.gateway.vite.Blocks.snapshot;
import static dev.lookout.gateway.vite.Blocks.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.gateway.vite.ViteMessages.AccountMessage;
import dev.lookout.gateway.vite.ViteMessages.AccountMessageOf;
import dev.lookout.gateway.vite.ViteMessages.SnapshotMessage;
import dev.lookout.gateway.vite.ViteMessages.UnreceivedMessage;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** VITE section 6.2, case by case. */
class ViteDerivationTest {
    private static final AccountBlockInserted S = send("S", U, K, 4);
    private static final AccountBlockInserted R = receive("R", K, "S", 9, triggered("T", U), triggered("V", K));

    private static UnreceivedMessage message(Address to, String name, boolean received, boolean removed) {
        return new UnreceivedMessage(to, hash(name), received, removed);
    }

    private static ViteMessages deleted(AccountBlockInserted... blocks) {
        return ViteDerivation.of(new AccountBlocksRemoved(List.of(blocks)));
    }

    @Test
    @Tag("VITE-CASE-84")
    void aSendIsNewsForItsAccountAndOpenForItsRecipient() {
        ViteMessages messages = ViteDerivation.of(S);

        assertThat(messages.accounts()).containsExactly(new AccountMessage(hash("S"), false));
        assertThat(messages.accountsByAddress())
                .containsExactly(new AccountMessageOf(U, hash("S"), Height.of(4), false));
        assertThat(messages.unreceived()).containsExactly(message(K, "S", false, false));
    }

    @Test
    @Tag("VITE-CASE-85")
    void aContractsReceiveClosesTheSendThenOpensWhatItTriggered() {
        ViteMessages messages = ViteDerivation.of(R);

        assertThat(messages.accounts()).containsExactly(new AccountMessage(hash("R"), false));
        assertThat(messages.accountsByAddress())
                .containsExactly(new AccountMessageOf(K, hash("R"), Height.of(9), false));
        assertThat(messages.unreceived())
                .containsExactly(
                        message(K, "S", true, false), message(U, "T", false, false), message(K, "V", false, false));
    }

    @Test
    @Tag("VITE-CASE-86")
    void aTriggeredSendIsReceivedLikeAnyOther() {
        assertThat(ViteDerivation.of(receive("W", U, "T", 5)).unreceived())
                .containsExactly(message(U, "T", true, false));
    }

    @Test
    @Tag("VITE-CASE-87")
    void deletingOnlyAReceiveOpensItsSendAgain() {
        ViteMessages messages = deleted(receive("W", U, "T", 5));

        assertThat(messages.unreceived()).containsExactly(message(U, "T", false, false));
        assertThat(messages.accounts()).containsExactly(new AccountMessage(hash("W"), true));
        assertThat(messages.accountsByAddress())
                .containsExactly(new AccountMessageOf(U, hash("W"), Height.of(5), true));
    }

    @Test
    @Tag("VITE-CASE-88")
    void deletingASendWithItsReceiveSaysNothingOfTheSend() {
        ViteMessages messages = deleted(S, R);

        assertThat(messages.unreceived()).containsExactly(message(U, "T", false, true), message(K, "V", false, true));
        assertThat(messages.accounts())
                .containsExactly(new AccountMessage(hash("S"), true), new AccountMessage(hash("R"), true));
    }

    @Test
    void reopeningsComeBeforeWhatVanishes() {
        ViteMessages messages = deleted(receive("R", K, "S", 9, triggered("T", U)));

        assertThat(messages.unreceived()).containsExactly(message(K, "S", false, false), message(U, "T", false, true));
    }

    @Test
    @Tag("VITE-CASE-89")
    void deletingAnUnreceivedSendRemovesIt() {
        assertThat(deleted(S).unreceived()).containsExactly(message(K, "S", false, true));
    }

    @Test
    @Tag("VITE-CASE-90")
    void aReceiveWithErrorCountsAsReceived() {
        var failed = Blocks.block(5, "E", K, K, hash("S"), 2, List.of(), List.of());

        assertThat(ViteDerivation.of(failed).unreceived()).containsExactly(message(K, "S", true, false));
    }

    @Test
    void aGenesisReceiveReportsTheZeroHash() {
        var genesis = Blocks.block(7, "G", K, K, Hash.ZERO, 1, List.of(), List.of());

        assertThat(ViteDerivation.of(genesis).unreceived())
                .containsExactly(new UnreceivedMessage(K, Hash.ZERO, true, false));
    }

    @Test
    @Tag("VITE-CASE-91")
    void aRollbackOfSnapshotBlocksIsOneRunInTheOrderOfTheEvent() {
        var event = new SnapshotBlocksRemoved(List.of(snapshot("b", 125), snapshot("a", 124)));

        assertThat(ViteDerivation.of(event).snapshots())
                .containsExactly(
                        new SnapshotMessage(hash("b"), Height.of(125), true),
                        new SnapshotMessage(hash("a"), Height.of(124), true));
    }

    @Test
    @Tag("VITE-CASE-95")
    void logsComeInTheOrderInWhichTheyWereEmittedAndGoInTheSame() {
        var block = Blocks.logs("L", K, 7, log("A"), log("B"), log());

        assertThat(ViteDerivation.of(block).logs())
                .extracting(one -> one.log().topics().size())
                .containsExactly(1, 1, 0);
        assertThat(deleted(block).logs())
                .allMatch(ViteMessages.LogMessage::removed)
                .hasSize(3);
    }

    @Test
    void aBlockWithoutContentIsAnnouncedWhereItsHashIsEnough() {
        var unknown = new AccountBlockInserted(hash("X"), null);

        ViteMessages messages = ViteDerivation.of(unknown);

        assertThat(messages.accounts()).containsExactly(new AccountMessage(hash("X"), false));
        assertThat(messages.accountsByAddress()).isEmpty();
        assertThat(messages.unreceived()).isEmpty();
        assertThat(deleted(unknown).accounts()).containsExactly(new AccountMessage(hash("X"), true));
    }
}
