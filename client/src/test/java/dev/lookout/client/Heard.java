package dev.lookout.client;

import dev.lookout.model.StreamException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A listener that remembers what it heard; waits at most 10 s of real time for more. */
final class Heard<E> implements StreamListener<E> {
    final List<E> events = new CopyOnWriteArrayList<>();
    final List<Gap> gaps = new CopyOnWriteArrayList<>();
    final List<Notice> notices = new CopyOnWriteArrayList<>();
    final List<String> order = new CopyOnWriteArrayList<>();
    final List<String> threads = new CopyOnWriteArrayList<>();
    final CompletableFuture<Optional<StreamException>> end = new CompletableFuture<>();

    @Override
    public void onEvent(E event) {
        events.add(event);
        note("event");
    }

    @Override
    public void onGap(Gap gap) {
        gaps.add(gap);
        note("gap");
    }

    @Override
    public void onNotice(Notice notice) {
        notices.add(notice);
        note(notice.kind().name());
    }

    @Override
    public void onEnd(Optional<StreamException> failure) {
        note("end");
        end.complete(failure);
    }

    /** Waits for as many items of any kind, and gives their kinds in order. */
    synchronized List<String> await(int items) throws InterruptedException {
        await(() -> order.size() >= items);
        return List.copyOf(order);
    }

    Optional<StreamException> awaitEnd() throws Exception {
        return end.get(10, TimeUnit.SECONDS);
    }

    private synchronized void note(String kind) {
        threads.add(Thread.currentThread().getName());
        order.add(kind);
        notifyAll();
    }

    private synchronized void await(BooleanSupplier met) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!met.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("Within 10 s only: " + order);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
