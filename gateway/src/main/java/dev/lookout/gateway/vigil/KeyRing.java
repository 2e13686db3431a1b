package dev.lookout.gateway.vigil;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Knows which keys are valid and whose they are.
 *
 * <p>Thread: any.
 */
public interface KeyRing {
    /**
     * The account that owns the key, as read or as write key; absent if no valid one does.
     *
     * <p>Must not block; may complete on any thread, at once or later. Failing means that it cannot tell.
     */
    CompletionStage<Optional<Account>> find(KeyFingerprint key);

    /**
     * Has the listener called for every key that becomes invalid from now on, on the thread that revoked it.
     *
     * @return ends it
     */
    Watch onRevoked(Consumer<KeyFingerprint> listener);

    /** A listener's registration. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
