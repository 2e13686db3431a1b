package dev.lookout.transport;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where threads are made when the caller brings no executor. */
final class WorkerPool {
    private static final int MAX_THREADS = 32;
    private static final long IDLE_SECONDS = 30;

    private WorkerPool() {}

    /**
     * Up to 32 daemon threads that end when idle. The queue before them holds each connection once at most, and each HTTP
     * request in work, so the server's limits bound it.
     */
    static ExecutorService create(String name) {
        var count = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, name + "-worker-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** One writer for each two processors: writes are short and join up under load. */
    static int flushers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
