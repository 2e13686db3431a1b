package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.EvmAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A key ring in memory, filled by whoever made it: for generated and recorded chains, and as what a file is loaded into.
 *
 * <p>Thread: any.
 */
public final class InMemoryKeyRing implements KeyRing {
    /**
     * Keys that everybody may know: they open a gateway whose chain is a generated or a recorded one. A gateway over a real node does
     * not accept them.
     */
    public static final KeyPair DEMO = new KeyPair(
            ApiKey.of("00000000-0000-4000-8000-00000000d340"), ApiKey.of("00000000-0000-4000-8000-00000000d341"));

    private final Map<KeyFingerprint, Account> accounts = new ConcurrentHashMap<>();
    private final List<Consumer<KeyFingerprint>> listeners = new CopyOnWriteArrayList<>();

    /** A ring with one account named {@code demo} that hears of everything and has the keys of {@link #DEMO}. */
    public static InMemoryKeyRing demo() {
        var ring = new InMemoryKeyRing();
        ring.add("demo", DEMO);
        return ring;
    }

    /** Adds an account that hears of every watched contract. */
    public Account add(String name, KeyPair keys) {
        return add(account(name, keys, Optional.empty()));
    }

    /** Adds an account that hears of these contracts and deployers only. */
    public Account add(String name, KeyPair keys, Set<EvmAddress> contracts) {
        return add(account(name, keys, Optional.of(contracts)));
    }

    public Account add(Account account) {
        accounts.put(account.readKey(), account);
        accounts.put(account.writeKey(), account);
        return account;
    }

    /** Makes a key invalid and tells the listeners; false if it was not valid. */
    public boolean revoke(KeyFingerprint key) {
        if (accounts.remove(key) == null) {
            return false;
        }
        listeners.forEach(listener -> listener.accept(key));
        return true;
    }

    /** Makes exactly these accounts valid; keys that are gone count as revoked. */
    public void replaceAll(List<Account> valid) {
        var gone = new HashSet<>(accounts.keySet());
        for (var account : valid) {
            add(account);
            gone.remove(account.readKey());
            gone.remove(account.writeKey());
        }
        gone.forEach(this::revoke);
    }

    @Override
    public CompletionStage<Optional<Account>> find(KeyFingerprint key) {
        return CompletableFuture.completedStage(Optional.ofNullable(accounts.get(key)));
    }

    @Override
    public Watch onRevoked(Consumer<KeyFingerprint> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static Account account(String name, KeyPair keys, Optional<Set<EvmAddress>> contracts) {
        return new Account(name, KeyFingerprint.of(keys.readKey()), KeyFingerprint.of(keys.writeKey()), contracts);
    }
}
