package dev.lookout.gateway.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Counts who listens: subscriptions, polling filters and registered sessions that stand. A source that replays a recording
 * can wait until enough of them do.
 *
 * <p>Thread: any. Waiting tasks run on the thread that completed the number.
 */
public final class Audience {
    private final Object guard = new Object(); // guards both fields
    private final List<Waiting> waiting = new ArrayList<>();
    private int standing;

    /** One more stands. Call it when the listener is registered with the event log, not before. */
    public void joined() {
        var due = new ArrayList<Waiting>();
        synchronized (guard) {
            standing++;
            for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
                Waiting one = all.next();
                if (one.number <= standing) {
                    due.add(one);
                    all.remove();
                }
            }
        }
        due.forEach(one -> one.task.run());
    }

    /** One has gone. */
    public void left() {
        synchronized (guard) {
            standing--;
        }
    }

    /** How many stand now. */
    public int standing() {
        synchronized (guard) {
            return standing;
        }
    }

    /** Runs the task once, as soon as {@code number} stand at one time; at once if they do already. */
    public void whenStanding(int number, Runnable task) {
        synchronized (guard) {
            if (standing < number) {
                waiting.add(new Waiting(number, task));
                return;
            }
        }
        task.run();
    }

    private record Waiting(int number, Runnable task) {}
}
