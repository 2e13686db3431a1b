package dev.lookout.gateway.evm;

import dev.lookout.gateway.evm.DevTransaction.Emitted;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.EvmBytes;
import dev.lookout.model.vigil.EvmHash;
import dev.lookout.model.vigil.Keccak256;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up a chain: the contracts are created first, then people send tokens, approve, post and now and then fail; some blocks
 * are taken back and their transactions come again in others.
 *
 * <p>The same options make the same chain, its times included. Thread: one at a time.
 */
final class DevEvmChain {
    private static final long START = 1_700_000_000L;
    private static final int ACCOUNTS = 16;
    private static final int DEEPEST_REORG = 3;
    private static final int CREATIONS_PER_BLOCK = 50;
    private static final BigInteger BASE_FEE = BigInteger.valueOf(30_000_000_000L);
    private static final EvmHash TRANSFER = Keccak256.hash("Transfer(address,address,uint256)");
    private static final EvmHash APPROVAL = Keccak256.hash("Approval(address,address,uint256)");
    private static final EvmHash NEW_POST = Keccak256.hash("NewPost(uint256,string)");
    private static final EvmHash INCREMENTED = Keccak256.hash("ContractIncremented(uint8,address,string)");

    private final DevEvmOptions options;
    private final int blockSeconds;
    private final SplittableRandom random;
    private final Deque<Made> recent = new ArrayDeque<>(); // the head is last
    private double owed;
    private long number;
    private long transactions;
    private int created;
    private int forks;
    private int posts;

    DevEvmChain(DevEvmOptions options, int blockSeconds) {
        this.options = options;
        this.blockSeconds = blockSeconds;
        this.random = new SplittableRandom(options.seed());
    }

    /** What happens at the next tick: a block, or a reorganisation and its new blocks. */
    List<EvmChainEvent> next() {
        boolean reorg = created == options.contracts()
                && recent.size() > DEEPEST_REORG
                && random.nextDouble() < options.reorgs();
        return reorg ? reorg(1 + random.nextInt(DEEPEST_REORG)) : List.of(insert(fresh()));
    }

    private List<EvmChainEvent> reorg(int depth) {
        var events = new ArrayList<EvmChainEvent>();
        var undone = new ArrayList<Made>();
        for (int i = 0; i < depth; i++) {
            var head = recent.removeLast();
            undone.add(head);
            events.add(new EvmChainEvent.BlockRemoved(
                    head.block().number(), head.block().hash()));
        }
        Collections.reverse(undone);
        number -= depth;
        forks++;
        for (var old : undone) {
            events.add(insert(again(old.transactions())));
        }
        events.add(insert(fresh()));
        return events;
    }

    /** The same transactions in another order, one in ten failing this time. */
    private List<DevTransaction> again(List<DevTransaction> old) {
        var again = new ArrayList<DevTransaction>();
        for (var transaction : old) {
            again.add(transaction.to() != null && random.nextInt(10) == 0 ? transaction.failing() : transaction);
        }
        Collections.rotate(again, 1);
        return again;
    }

    private EvmChainEvent insert(List<DevTransaction> made) {
        number++;
        var baseFee = BASE_FEE.add(BigInteger.valueOf(number % 7 * 1_000_000L));
        var placed = new ArrayList<EvmTransaction>();
        var receipts = new ArrayList<EvmReceipt>();
        int logs = 0;
        for (int i = 0; i < made.size(); i++) {
            placed.add(made.get(i).at(i));
            var receipt = made.get(i).receipt(i, logs, baseFee);
            receipts.add(receipt);
            logs += receipt.logs().size();
        }
        var parent =
                recent.isEmpty() ? hash("genesis") : recent.getLast().block().hash();
        var block = new EvmBlock(
                number,
                hash("block " + number + " fork " + forks),
                parent,
                START + number * blockSeconds,
                baseFee,
                placed,
                receipts);
        recent.addLast(new Made(block, made));
        if (recent.size() > DEEPEST_REORG + 1) {
            recent.removeFirst();
        }
        return new EvmChainEvent.BlockInserted(block);
    }

    private List<DevTransaction> fresh() {
        var made = new ArrayList<DevTransaction>();
        while (created < options.contracts() && made.size() < CREATIONS_PER_BLOCK) {
            made.add(creation(created++));
        }
        if (made.isEmpty()) {
            owed += options.rate() * blockSeconds;
            for (; owed >= 1; owed--) {
                made.add(call());
            }
        }
        return made;
    }

    private DevTransaction creation(int index) {
        EvmBytes code = new AbiWords().add(index).call("initCode()");
        return new DevTransaction(
                nextHash(),
                DevContracts.DEPLOYER,
                null,
                code,
                BigInteger.ZERO,
                true,
                false,
                DevContracts.address(index),
                List.of());
    }

    private DevTransaction call() {
        int contract = random.nextInt(options.contracts());
        return DevContracts.isToken(contract)
                ? token(DevContracts.address(contract))
                : blog(DevContracts.address(contract));
    }

    private DevTransaction token(EvmAddress token) {
        var from = someone();
        var other = someone();
        var amount = BigInteger.valueOf(1 + random.nextInt(1_000_000)).multiply(BigInteger.TEN.pow(random.nextInt(19)));
        int kind = random.nextInt(100);
        if (kind < 70) {
            var moved = new Emitted(
                    token,
                    List.of(TRANSFER, AbiWords.topic(from), AbiWords.topic(other)),
                    new AbiWords().add(amount).data());
            return sent(from, token, new AbiWords().add(other).add(amount).call("transfer(address,uint256)"), moved);
        } else if (kind < 85) {
            var allowed = new Emitted(
                    token,
                    List.of(APPROVAL, AbiWords.topic(from), AbiWords.topic(other)),
                    new AbiWords().add(amount).data());
            return sent(from, token, new AbiWords().add(other).add(amount).call("approve(address,uint256)"), allowed);
        } else if (kind < 95) {
            return sent(from, token, new AbiWords().add(other).add(amount).call("transfer(address,uint256)"))
                    .failing();
        }
        return new DevTransaction(
                nextHash(), from, token, EvmBytes.EMPTY, amount, true, random.nextBoolean(), null, List.of());
    }

    private DevTransaction blog(EvmAddress blog) {
        var from = someone();
        if (random.nextInt(3) > 0) {
            String title = "Post " + ++posts;
            EvmBytes input = new AbiWords()
                    .add(title)
                    .add("Written by " + from + " – żółw 🐢")
                    .add("https://example.org/" + posts)
                    .add("none")
                    .call("addPost(string,string,string,string)");
            var posted = new Emitted(
                    blog,
                    List.of(NEW_POST),
                    new AbiWords().add(posts).add(title).data());
            return sent(from, blog, input, posted);
        }
        int increment = random.nextInt(256);
        var incremented = new Emitted(
                blog,
                List.of(INCREMENTED),
                new AbiWords().add(increment).add(from).add("Quarterly check").data());
        return sent(
                from,
                blog,
                new AbiWords().add(increment).add("Quarterly check").call("setContractInformation(uint8,string)"),
                incremented);
    }

    private DevTransaction sent(EvmAddress from, EvmAddress to, EvmBytes input, Emitted... logs) {
        return new DevTransaction(
                nextHash(), from, to, input, BigInteger.ZERO, true, random.nextBoolean(), null, List.of(logs));
    }

    private EvmAddress someone() {
        return DevContracts.account("account " + random.nextInt(ACCOUNTS));
    }

    private EvmHash nextHash() {
        return hash("transaction " + transactions++);
    }

    private EvmHash hash(String name) {
        return Keccak256.hash("seed " + options.seed() + " " + name);
    }

    private record Made(EvmBlock block, List<DevTransaction> transactions) {}
}
