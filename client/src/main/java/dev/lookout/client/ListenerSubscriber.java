package dev.lookout.client;

import dev.lookout.model.StreamException;
import java.util.Optional;
import java.util.concurrent.Flow;

/**
 * Feeds a {@link StreamListener} from a buffer, one item at a time.
 *
 * <p>Thread: called by the buffer's drain, serially.
 */
final class ListenerSubscriber<E> implements Flow.Subscriber<StreamItem<E>>, StreamItem.Cases<E, Boolean> {
    private final StreamListener<? super E> listener;

    ListenerSubscriber(StreamListener<? super E> listener) {
        this.listener = listener;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(StreamItem<E> item) {
        item.match(this);
    }

    @Override
    public Boolean event(E event) {
        listener.onEvent(event);
        return true;
    }

    @Override
    public Boolean gap(Gap gap) {
        listener.onGap(gap);
        return true;
    }

    @Override
    public Boolean notice(Notice notice) {
        listener.onNotice(notice);
        return true;
    }

    @Override
    public void onError(Throwable failure) {
        listener.onEnd(Optional.of(
                failure instanceof StreamException known
                        ? known
                        : new StreamException("The stream ended: " + failure.getMessage(), failure)));
    }

    @Override
    public void onComplete() {
        listener.onEnd(Optional.empty());
    }
}
