package dev.lookout.gateway.vite;

import static dev.lookout.gateway.vite.Blocks.K;
import static dev.lookout.gateway.vite.Blocks.U;
import static dev.lookout.gateway.vite.Blocks.hash;
import static dev.lookout.gateway.vite.Blocks.send;
import static dev.lookout.gateway.vite.Blocks.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderHealerTest {
    private static final AccountBlockInserted A = send("A", U, K, 1);
    private static final AccountBlockInserted B = send("B", U, K, 2);
    private static final AccountBlockInserted C = send("C", U, K, 3);

    private final List<ViteChainEvent> events = new ArrayList<>();
    private final OrderHealer healer = new OrderHealer(100, UndoOrder.NEWEST_FIRST, events::add);

    private void remove(String... names) {
        for (String name : names) {
            healer.removed(BlockKind.ACCOUNT, hash(name));
        }
        healer.endUndo();
    }

    @Test
    @Tag("VITE-ORDER-2")
    void anUndoGoesNewestFirstWithTheContentOfTheInsertions() {
        healer.inserted(A);
        healer.inserted(B);
        healer.inserted(C);
        remove("A", "B", "C");

        assertThat(events).containsExactly(A, B, C, new AccountBlocksRemoved(List.of(C, B, A)));
    }

    @Test
    @Tag("VITE-MSG-9")
    void removedLogsAreThoseThatWereAnnouncedWhenTheBlockCame() {
        healer.inserted(Blocks.logs("L", K, 7, Blocks.log("A"), Blocks.log("B")));
        remove("L");

        List<ViteMessages.LogMessage> announced =
                ViteDerivation.of(events.get(0)).logs();
        assertThat(announced).hasSize(2);
        assertThat(ViteDerivation.of(events.get(1)).logs())
                .containsExactlyElementsOf(announced.stream()
                        .map(one -> new ViteMessages.LogMessage(
                                one.blockHash(), one.height(), one.address(), one.log(), true))
                        .toList());
    }

    @Test
    void asListedKeepsTheOrderOfTheNode() {
        var listed = new OrderHealer(100, UndoOrder.AS_LISTED, events::add);
        listed.inserted(A);
        listed.inserted(B);
        listed.removed(BlockKind.ACCOUNT, A.hash());
        listed.removed(BlockKind.ACCOUNT, B.hash());
        listed.endUndo();

        assertThat(events).containsExactly(A, B, new AccountBlocksRemoved(List.of(A, B)));
    }

    @Test
    @Tag("VITE-CASE-93")
    void aBlockMayComeBack() {
        healer.inserted(A);
        remove("A");
        healer.inserted(A);

        assertThat(events).containsExactly(A, new AccountBlocksRemoved(List.of(A)), A);
    }

    @Test
    @Tag("VITE-ORDER-2")
    void anInsertionThatOvertookItsRemovalWaitsForIt() {
        healer.inserted(A);
        healer.inserted(A);
        assertThat(events).containsExactly(A);

        remove("A");

        assertThat(events).containsExactly(A, new AccountBlocksRemoved(List.of(A)), A);
    }

    @Test
    void aRemovalThatOvertookItsInsertionWaitsForIt() {
        healer.inserted(A);
        remove("A");
        remove("A");
        healer.inserted(A);

        var gone = new AccountBlocksRemoved(List.of(A));
        assertThat(events).containsExactly(A, gone, A, gone);
    }

    @Test
    @Tag("VITE-CASE-92")
    void theLateInsertionOfABlockThatIsGoneIsDropped() {
        remove("A");
        healer.inserted(new AccountBlockInserted(hash("A"), null));

        assertThat(events)
                .containsExactly(new AccountBlocksRemoved(List.of(new AccountBlockInserted(hash("A"), null))));
    }

    @Test
    void aBlockWithoutContentHasTheContentItHadBefore() {
        healer.inserted(snapshot("s", 26));
        healer.removed(BlockKind.SNAPSHOT, hash("s"));
        healer.inserted(new SnapshotBlockInserted(hash("s"), null));

        assertThat(events)
                .containsExactly(
                        snapshot("s", 26), new SnapshotBlocksRemoved(List.of(snapshot("s", 26))), snapshot("s", 26));
    }

    @Test
    void whatIsForgottenIsRemovedByItsHash() {
        var small = new OrderHealer(2, UndoOrder.NEWEST_FIRST, events::add);
        small.inserted(A);
        small.inserted(B);
        small.inserted(C);
        small.removed(BlockKind.ACCOUNT, A.hash());
        small.endUndo();

        assertThat(events.get(3))
                .isEqualTo(new AccountBlocksRemoved(List.of(new AccountBlockInserted(hash("A"), null))));
    }
}
