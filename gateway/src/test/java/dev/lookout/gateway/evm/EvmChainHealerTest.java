package dev.lookout.gateway.evm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However blocks are reported, what comes out is one head that moves: undo before redo, newest first, each once. */
class EvmChainHealerTest {
    private final List<String> told = new ArrayList<>();
    private final EvmChainHealer healer = new EvmChainHealer(event -> told.add(describe(event)));
    private final List<String> names = new ArrayList<>();

    @Test
    void blocksInARowPassThrough() {
        insert("a", "genesis", 1);
        insert("b", "a", 2);

        assertThat(told).containsExactly("+a", "+b");
        assertThat(healer.gaps()).isZero();
    }

    @Test
    void sameBlockAgainIsToldOnce() {
        insert("a", "genesis", 1);
        insert("a", "genesis", 1);

        assertThat(told).containsExactly("+a");
    }

    @Test
    @Tag("VIGIL-B-31")
    void anotherBlockOfTheSameHeightTakesTheFirstBack() {
        insert("a", "genesis", 1);
        insert("b", "a", 2);
        insert("b'", "a", 2);

        assertThat(told).containsExactly("+a", "+b", "-b", "+b'");
    }

    @Test
    void announcedRemovalsInTheWrongOrderComeNewestFirst() {
        chain();
        remove("b");
        remove("c");
        insert("b'", "a", 2);

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "-b", "+b'");
    }

    @Test
    void removalsInTheRightOrderAreToldOnce() {
        chain();
        remove("c");
        remove("b");
        insert("b'", "a", 2);
        insert("c'", "b'", 3);

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "-b", "+b'", "+c'");
    }

    @Test
    void removalThatComesAfterTheNewBlockChangesNothing() {
        chain();
        insert("b'", "a", 2);
        remove("c");
        remove("b");

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "-b", "+b'");
    }

    @Test
    void blockThatWasTakenBackCanComeAgain() {
        chain();
        remove("c");
        insert("c", "b", 3);

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "+c");
    }

    @Test
    void returnToTheFirstForkTakesTheSecondBack() {
        chain();
        insert("b'", "a", 2);
        insert("b", "a", 2);
        insert("c", "b", 3);

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "-b", "+b'", "-b'", "+b", "+c");
    }

    @Test
    void unknownParentIsAGap() {
        insert("a", "genesis", 1);
        insert("d", "c", 4);

        assertThat(told).containsExactly("+a", "+d");
        assertThat(healer.gaps()).isEqualTo(1);
    }

    @Test
    void removalOfAnUnknownBlockChangesNothing() {
        insert("a", "genesis", 1);
        remove("z");

        assertThat(told).containsExactly("+a");
    }

    @Test
    void blockBelowTheHeadThatComesAgainBecomesTheHead() {
        chain();
        insert("b", "a", 2);

        assertThat(told).containsExactly("+a", "+b", "+c", "-c", "-b", "+b");
    }

    @Test
    void deepestForkThatIsRememberedIsHealed() {
        insert("0", "genesis", 0);
        for (int i = 1; i < EvmChainHealer.REMEMBERED; i++) {
            insert("" + i, "" + (i - 1), i);
        }
        told.clear();

        insert("1'", "0", 1);

        assertThat(told)
                .hasSize(EvmChainHealer.REMEMBERED)
                .startsWith("-255", "-254")
                .endsWith("-1", "+1'");
        assertThat(healer.gaps()).isZero();
    }

    private void chain() {
        insert("a", "genesis", 1);
        insert("b", "a", 2);
        insert("c", "b", 3);
    }

    private void insert(String name, String parent, long number) {
        healer.inserted(new EvmBlock(number, hash(name), hash(parent), 1, null, List.of(), List.of()));
    }

    private void remove(String name) {
        healer.removed(hash(name));
    }

    private EvmHash hash(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return Keccak256.hash(name);
    }

    private String describe(EvmChainEvent event) {
        String name = names.stream()
                .filter(candidate -> Keccak256.hash(candidate).equals(event.hash()))
                .findFirst()
                .orElseThrow();
        return (event instanceof EvmChainEvent.BlockInserted ? "+" : "-") + name;
    }
}
