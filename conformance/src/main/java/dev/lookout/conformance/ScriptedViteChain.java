package dev.lookout.conformance;

import dev.lookout.gateway.chain.ChainSource;
import dev.lookout.gateway.vite.AccountBlockContent;
import dev.lookout.gateway.vite.AccountBlockContent.TriggeredSend;
import dev.lookout.gateway.vite.SnapshotBlockContent;
import dev.lookout.gateway.vite.SnapshotBlockContent.Confirmed;
import dev.lookout.gateway.vite.ViteChainEvent;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.AccountBlocksRemoved;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlockInserted;
import dev.lookout.gateway.vite.ViteChainEvent.SnapshotBlocksRemoved;
import dev.lookout.gateway.vite.VmLogContent;
import dev.lookout.model.vite.Address;
import dev.lookout.model.vite.Hash;
import dev.lookout.model.vite.Height;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Vite chain that grows and shrinks as a scenario says. Hashes follow from the blocks' names, heights from the order of
 * insertion unless a step gives one.
 *
 * <p>Thread: the run's; events go into the gateway on it.
 */
final class ScriptedViteChain implements ChainSource<ViteChainEvent>, ChainControl {
    private static final String NOBODY = "vite_0000000000000000000000000000000000000000a4f3a0cb58";
    private static final int SECONDS = 1_700_000_000;

    private final Map<String, AccountBlockInserted> blocks = new HashMap<>();
    private final Map<String, SnapshotBlockInserted> snapshots = new HashMap<>();
    private final Map<String, Hash> sends = new HashMap<>(); // triggered ones included
    private final Map<Address, Tip> tips = new HashMap<>();
    private final Map<Address, Tip> unconfirmed = new LinkedHashMap<>();
    private final Consumer<Duration> clock;
    private Tip snapshotTip = new Tip(Height.ZERO, Hash.ZERO);
    private @Nullable Sink<ViteChainEvent> sink; // null until started

    private record Tip(Height height, Hash hash) {}

    ScriptedViteChain(Consumer<Duration> clock) {
        this.clock = clock;
    }

    @Override
    public String describe() {
        return "scripted Vite chain";
    }

    @Override
    public void start(Sink<ViteChainEvent> to) {
        sink = to;
    }

    @Override
    public void close() {
        sink = null;
    }

    @Override
    public void advance(Duration time) {
        clock.accept(time);
    }

    @Override
    public void apply(JsonNode step, Values values) {
        JsonNode what = values.expand(step);
        if (what.has("send")) {
            send(what, values);
        } else if (what.has("receive")) {
            receive(what, values);
        } else if (what.has("snapshot")) {
            snapshot(what, values);
        } else if (what.has("remove")) {
            remove(what.required("remove"));
        } else {
            throw new InvalidScenarioException("chain step without send, receive, snapshot or remove: " + step);
        }
    }

    private void send(JsonNode step, Values values) {
        Address from = Address.parse(step.required("from").asString());
        Address to = Address.parse(step.required("to").asString());
        insert(
                step.required("send").asString(),
                step,
                values,
                step.path("type").asInt(2),
                from,
                from,
                to,
                Hash.ZERO,
                List.of());
    }

    /** A receive of {@code of}, a send's name; without it, of a send that nobody knows. */
    private void receive(JsonNode step, Values values) {
        String name = step.required("receive").asString();
        Address on = Address.parse(step.required("on").asString());
        String of = step.path("of").asString("");
        Hash sendHash = of.isEmpty() ? hash("send of " + name) : sends.computeIfAbsent(of, ScriptedViteChain::hash);
        var triggered = new ArrayList<TriggeredSend>();
        step.path("triggered").properties().forEach(send -> {
            Hash hash = hash(send.getKey());
            sends.put(send.getKey(), hash);
            values.bind(send.getKey() + ".hash", hash.toString());
            triggered.add(new TriggeredSend(hash, Address.parse(send.getValue().asString())));
        });
        Address from = Address.parse(step.path("from").asString(NOBODY));
        insert(name, step, values, step.path("type").asInt(4), on, from, on, sendHash, triggered);
    }

    private void insert(
            String name,
            JsonNode step,
            Values values,
            int type,
            Address account,
            Address from,
            Address to,
            Hash sendHash,
            List<TriggeredSend> triggered) {
        AccountBlockInserted again = blocks.get(name);
        if (again != null) {
            account(again);
            return;
        }
        Tip tip = tips.getOrDefault(account, new Tip(Height.ZERO, Hash.ZERO));
        Height height = step.has("height")
                ? Height.parse(step.required("height").asString())
                : tip.height().next();
        var block = new AccountBlockInserted(
                hash(name),
                ChainBlocks.block(
                        type,
                        account,
                        height,
                        hash(name),
                        tip.hash(),
                        from,
                        to,
                        sendHash,
                        triggered,
                        logs(step.path("logs"))));
        blocks.put(name, block);
        sends.put(name, block.hash());
        values.bind(name + ".hash", block.hash().toString());
        values.bind(name + ".height", height.toString());
        account(block);
    }

    private void account(AccountBlockInserted block) {
        AccountBlockContent content = contentOf(block);
        tips.put(content.address(), new Tip(content.height(), content.hash()));
        unconfirmed.put(content.address(), new Tip(content.height(), content.hash()));
        emit(block);
    }

    private static List<VmLogContent> logs(JsonNode logs) {
        var all = new ArrayList<VmLogContent>();
        for (JsonNode log : logs) {
            var topics = new ArrayList<Hash>();
            log.path("topics").forEach(topic -> topics.add(Hash.parse(topic.asString())));
            JsonNode data = log.path("data");
            all.add(new VmLogContent(topics, data.isString() ? data.asString() : null));
        }
        return all;
    }

    private void snapshot(JsonNode step, Values values) {
        int count = step.path("count").asInt(1);
        String name = step.required("snapshot").asString();
        for (int i = 1; i <= count; i++) {
            oneSnapshot(count == 1 ? name : name + i, step, values);
        }
    }

    private void oneSnapshot(String name, JsonNode step, Values values) {
        SnapshotBlockInserted again = snapshots.get(name);
        if (again != null) {
            snapshotTip = new Tip(contentOf(again).height(), again.hash());
            emit(again);
            return;
        }
        Height height = step.has("height")
                ? Height.parse(step.required("height").asString())
                : snapshotTip.height().next();
        var confirmed = unconfirmed.entrySet().stream()
                .map(one -> new Confirmed(
                        one.getKey(), one.getValue().height(), one.getValue().hash()))
                .toList();
        unconfirmed.clear();
        Hash hash = hash(name);
        int time = SECONDS + (int) height.longBits();
        var content = new SnapshotBlockContent(
                hash, snapshotTip.hash(), height, time, confirmed, snapshotJson(hash, height, time, confirmed));
        var block = new SnapshotBlockInserted(hash, content);
        snapshots.put(name, block);
        snapshotTip = new Tip(height, hash);
        values.bind(name + ".hash", hash.toString());
        values.bind(name + ".height", height.toString());
        emit(block);
    }

    private String snapshotJson(Hash hash, Height height, int time, List<Confirmed> confirmed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        JsonNode data = json.nullNode();
        if (!confirmed.isEmpty()) {
            ObjectNode accounts = json.objectNode();
            for (Confirmed one : confirmed) {
                ObjectNode newest = accounts.putObject(one.address().toString());
                newest.put("height", one.height().toBigInteger());
                newest.put("hash", one.hash().toString());
            }
            data = accounts;
        }
        json.put("producer", "vite_c1d11e6eda9a9b80e388a38e0ac541cbc3333736233b4eaaab");
        json.put("hash", hash.toString());
        json.put("prevHash", snapshotTip.hash().toString());
        json.put("height", height.toBigInteger());
        json.putNull("publicKey");
        json.putNull("signature");
        json.put("seed", 0);
        json.putNull("seedHash");
        json.set("snapshotContent", data);
        json.put("version", 0);
        json.put("previousHash", snapshotTip.hash().toString());
        json.putNull("nextSeedHash");
        json.set("snapshotData", data);
        json.put("timestamp", time);
        return json.toString();
    }

    /** One undo: the names in the order of announcement, all of account blocks or all of snapshot blocks. */
    private void remove(JsonNode names) {
        var accounts = new ArrayList<AccountBlockInserted>();
        var gone = new ArrayList<SnapshotBlockInserted>();
        for (JsonNode name : names) {
            AccountBlockInserted block = blocks.get(name.asString());
            SnapshotBlockInserted snapshot = snapshots.get(name.asString());
            if (block != null) {
                accounts.add(block);
                AccountBlockContent content = contentOf(block);
                stepBack(content);
            } else if (snapshot != null) {
                gone.add(snapshot);
                stepBack(contentOf(snapshot));
            } else {
                throw new InvalidScenarioException("remove " + name + ": never inserted");
            }
        }
        if (!gone.isEmpty()) {
            emit(new SnapshotBlocksRemoved(gone));
        }
        if (!accounts.isEmpty()) {
            emit(new AccountBlocksRemoved(accounts));
        }
    }

    private void stepBack(AccountBlockContent content) {
        Tip tip = tips.get(content.address());
        Tip below = new Tip(Height.of(content.height().longBits() - 1), content.previousHash());
        if (tip != null && tip.height().compareTo(below.height()) > 0) {
            tips.put(content.address(), below);
        }
        unconfirmed.remove(content.address());
    }

    private void stepBack(SnapshotBlockContent content) {
        Height below = Height.of(content.height().longBits() - 1);
        if (snapshotTip.height().compareTo(below) > 0) {
            snapshotTip = new Tip(below, content.previousHash());
        }
    }

    private static AccountBlockContent contentOf(AccountBlockInserted block) {
        return java.util.Objects.requireNonNull(block.content(), "scripted blocks have content");
    }

    private static SnapshotBlockContent contentOf(SnapshotBlockInserted block) {
        return java.util.Objects.requireNonNull(block.content(), "scripted blocks have content");
    }

    private void emit(ViteChainEvent event) {
        Sink<ViteChainEvent> to = sink;
        if (to == null) {
            throw new IllegalStateException("the gateway has not started its source");
        }
        to.event(event);
    }

    private static Hash hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Hash.of(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
