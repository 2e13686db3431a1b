package dev.lookout.transport;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one connection one after another on a shared executor.
 *
 * <p>Holds no thread while idle and gives the thread back after some tasks, so that a busy connection does not starve
 * others. The queue itself never refuses: whoever fills it is told by {@link #add} and stops reading.
 *
 * <p>Thread: {@link #add} any. Lock: {@code tasks}, never held while a task runs.
 */
final class SerialQueue implements Runnable {
    /** Tasks run in a row before the thread is given back. */
    private static final int TURN = 32;

    private record Task(Runnable work, int bytes) {}

    private final Executor workers;
    private final int maxTasks;
    private final long maxBytes;
    private final Runnable onRoom;

    private final ArrayDeque<Task> tasks = new ArrayDeque<>(); // guarded by itself, like the fields below
    private long bytes;
    private boolean scheduled;
    private boolean full;

    /** @param onRoom called once each time the queue has drained to half after it was full; on a worker thread */
    SerialQueue(Executor workers, int maxTasks, long maxBytes, Runnable onRoom) {
        this.workers = workers;
        this.maxTasks = maxTasks;
        this.maxBytes = maxBytes;
        this.onRoom = onRoom;
    }

    /**
     * Appends a task.
     *
     * @param taskBytes what the task holds on to
     * @return true if the queue is full now: the caller stops reading until {@code onRoom}
     */
    boolean add(Runnable work, int taskBytes) {
        boolean start;
        boolean isFull;
        synchronized (tasks) {
            tasks.add(new Task(work, taskBytes));
            bytes += taskBytes;
            full |= tasks.size() >= maxTasks || bytes >= maxBytes;
            isFull = full;
            start = !scheduled;
            scheduled = true;
        }
        if (start) {
            execute();
        }
        return isFull;
    }

    @Override
    public void run() {
        for (int i = 0; i < TURN; i++) {
            Runnable work = take();
            if (work == null) {
                return;
            }
            work.run();
        }
        execute();
    }

    private void execute() {
        try {
            workers.execute(this);
        } catch (RejectedExecutionException shuttingDown) {
            // The program ends: nobody is left to listen. The queue stays scheduled, so nothing runs out of order.
            synchronized (tasks) {
                tasks.clear();
            }
        }
    }

    private @Nullable Runnable take() {
        Task task;
        boolean room;
        synchronized (tasks) {
            task = tasks.poll();
            if (task == null) {
                scheduled = false;
            } else {
                bytes -= task.bytes();
            }
            room = full && tasks.size() <= maxTasks / 2 && bytes <= maxBytes / 2;
            if (room) {
                full = false;
            }
        }
        if (room) {
            onRoom.run();
        }
        return task == null ? null : task.work();
    }
}
