package dev.lookout.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * A future that is completed on the user's executor, so that whatever users hang on it never runs on a reader or timer thread.
 *
 * <p>Thread: any; only the first outcome counts.
 */
final class Promise {
    private final CompletableFuture<Void> future = new CompletableFuture<>();
    private final Executor executor;

    Promise(Executor executor) {
        this.executor = executor;
    }

    void succeed() {
        settle(() -> future.complete(null));
    }

    void fail(Throwable why) {
        settle(() -> future.completeExceptionally(why));
    }

    /** For users: completing it does not complete this. */
    CompletableFuture<Void> view() {
        return future.copy();
    }

    private void settle(Runnable outcome) {
        if (future.isDone()) {
            return;
        }
        try {
            executor.execute(outcome);
        } catch (RejectedExecutionException e) {
            // The user shut the executor down; better on this thread than never.
            outcome.run();
        }
    }
}
