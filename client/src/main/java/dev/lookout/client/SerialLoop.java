package dev.lookout.client;

import java.util.ArrayDeque;

/**
 * Runs tasks one after another on whichever thread brings them, so that a state machine needs no locks.
 *
 * <p>A task that is brought while another runs, by the same thread or by another, runs right after it. Tasks are short and never block, so
 * what waits here stays short too: its producers are one connection's reader, a few timers and the user's calls.
 *
 * <p>Thread: any. The lock guards the queue and is not held while a task runs.
 */
final class SerialLoop {
    private final Object lock = new Object();
    // Guarded by lock.
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    void run(Runnable task) {
        synchronized (lock) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        while (true) {
            Runnable next;
            synchronized (lock) {
                next = tasks.poll();
                if (next == null) {
                    running = false;
                    return;
                }
            }
            runOne(next);
        }
    }

    private void runOne(Runnable task) {
        boolean returned = false;
        try {
            task.run();
            returned = true;
        } finally {
            if (!returned) {
                // The failure goes to the thread that ran the task; what waits goes on with the next one brought.
                synchronized (lock) {
                    running = false;
                }
            }
        }
    }
}
