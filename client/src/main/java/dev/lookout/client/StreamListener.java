package dev.lookout.client;

import dev.lookout.model.StreamException;
import java.util.Optional;

/**
 * Takes what an {@link EventStream} delivers.
 *
 * <p>Thread: one call at a time, in order, on the executor of the client's options. A listener may block: only its own stream waits, up
 * to the bound of its buffer. An exception from a listener ends its stream.
 *
 * @param <E> type of the events
 */
@FunctionalInterface
public interface StreamListener<E> {
    /** An event of the chain. */
    void onEvent(E event);

    /** Events may be missing between the last event and the next one. */
    default void onGap(Gap gap) {}

    /** Something that does not harm the stream. */
    default void onNotice(Notice notice) {}

    /**
     * Last call of all, exactly once.
     *
     * @param failure why the stream ended; empty after {@link EventStream#close}
     */
    default void onEnd(Optional<StreamException> failure) {}
}
