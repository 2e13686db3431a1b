package dev.lookout.client;

import dev.lookout.model.vigil.ApiKey;
import dev.lookout.transport.Connection;
import dev.lookout.transport.JsonLimits;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link VigilClient}, from {@code register} to its end: registers, beats, watches for silence, sorts what comes in.
 *
 * <p>A session that has ended reports nothing more, whatever its socket still does; the owner starts the next one.
 *
 * <p>Thread: everything on the client's loop; timers bring themselves there.
 */
final class VigilSession {
    /** Pushes that arrive before the acknowledgement; a server that sends more has no idea of the protocol. */
    static final int MAX_EARLY = 1024;

    /** What a session tells its client, on the loop. */
    interface Owner {
        /** First acknowledgement of this session. */
        void acknowledged();

        /** Refused for good. */
        void refused();

        void pushed(VigilInbound.Pushed push);

        void noticed(Notice.Kind kind, String text, String why);

        /** Last call of all. */
        void ended(int code, String reason);
    }

    private final VigilClientOptions options;
    private final ScheduledExecutorService scheduler;
    private final InstantSource clock;
    private final SerialLoop loop;
    private final Owner owner;
    private final JsonLimits limits;
    private final List<VigilInbound.Pushed> early = new ArrayList<>();
    private final List<Future<?>> timers = new ArrayList<>();
    private @Nullable Connection connection;
    private Optional<String> sessionId = Optional.empty();
    private Instant lastHeard;
    private boolean acknowledged;
    private boolean leaving;
    private boolean over;

    VigilSession(VigilClientOptions options, ScheduledExecutorService scheduler, SerialLoop loop, Owner owner) {
        this.options = options;
        this.scheduler = scheduler;
        this.clock = options.clock();
        this.loop = loop;
        this.owner = owner;
        this.limits = JsonLimits.DEFAULT.withBytes(options.maxMessageBytes());
        this.lastHeard = clock.instant();
    }

    void opened(Connection opened) {
        if (over) {
            opened.close(1000, "");
            return;
        }
        connection = opened;
        heard();
        watchForSilence(options.deadPeerAfter());
        send(command("register", "key", options.key()));
    }

    /** A frame of any kind came in. */
    void heard() {
        lastHeard = clock.instant();
    }

    Instant lastHeard() {
        return lastHeard;
    }

    Optional<String> sessionId() {
        return sessionId;
    }

    void text(String text) {
        if (over) {
            return;
        }
        heard();
        handle(VigilInbound.read(text, limits));
    }

    void unreadable(String what) {
        if (!over) {
            heard();
            owner.noticed(Notice.Kind.MALFORMED_MESSAGE, "", what);
        }
    }

    /** The socket ended by itself or because the peer closed it. */
    void closed(int code, String reason) {
        if (!over) {
            over = true;
            timers.forEach(timer -> timer.cancel(false));
            owner.ended(code, reason);
        }
    }

    /** Says goodbye and waits for the answer, or closes at once if there is nobody to say it to. */
    void leave() {
        if (over || leaving) {
            return;
        }
        leaving = true;
        if (!acknowledged) {
            closeWith(1000, "");
            return;
        }
        send(command("unregister", "key", options.key()));
        later(options.closeWait(), () -> closeWith(1000, ""));
    }

    /** Ends the session from our side; the socket's own end is not waited for. */
    void closeWith(int code, String reason) {
        if (over) {
            return;
        }
        if (connection != null) {
            connection.close(code, reason);
        }
        closed(code, reason);
    }

    private void handle(VigilInbound message) {
        if (message instanceof VigilInbound.Pushed push) {
            onPush(push);
        } else if (message instanceof VigilInbound.Ack ack) {
            onAck(ack);
        } else if (message instanceof VigilInbound.Nack) {
            owner.refused();
            closeWith(1000, "");
        } else if (message instanceof VigilInbound.Unregistered) {
            if (leaving) {
                closeWith(1000, "");
            }
        } else if (message instanceof VigilInbound.Complaint complaint) {
            owner.noticed(Notice.Kind.SERVER_ERROR, complaint.text(), "The server did not understand us");
        } else if (message instanceof VigilInbound.UnknownCommand unknown) {
            owner.noticed(Notice.Kind.UNKNOWN_COMMAND, unknown.text(), "An unknown command");
        } else if (message instanceof VigilInbound.Malformed malformed) {
            owner.noticed(Notice.Kind.MALFORMED_MESSAGE, malformed.text(), malformed.why());
        }
    }

    private void onPush(VigilInbound.Pushed push) {
        if (acknowledged) {
            owner.pushed(push);
        } else if (early.size() < MAX_EARLY) {
            early.add(push);
        } else {
            owner.noticed(
                    Notice.Kind.MALFORMED_MESSAGE, "", "More than " + MAX_EARLY + " pushes came before register:ack");
            abort("too many pushes before register:ack");
        }
    }

    private void onAck(VigilInbound.Ack ack) {
        sessionId = ack.sessionId();
        if (acknowledged) {
            return;
        }
        acknowledged = true;
        owner.acknowledged();
        // One timer per connection, whatever the traffic; the first beat is due at the acknowledgement.
        long period = options.heartbeatInterval().toNanos();
        timers.add(scheduler.scheduleAtFixedRate(() -> loop.run(this::beat), period, period, TimeUnit.NANOSECONDS));
        beat();
        List<VigilInbound.Pushed> waiting = List.copyOf(early);
        early.clear();
        waiting.forEach(owner::pushed);
    }

    private void beat() {
        if (over || leaving) {
            return;
        }
        var beat = JsonObject.builder().put("command", "heartbeat");
        sessionId.ifPresent(id -> beat.put("sessionID", id));
        send(beat.build().toJson());
    }

    private void watchForSilence(Duration wait) {
        later(wait, () -> {
            var silent = Duration.between(lastHeard, clock.instant());
            if (silent.compareTo(options.deadPeerAfter()) >= 0) {
                abort("nothing heard for " + silent.toSeconds() + " s");
            } else {
                watchForSilence(options.deadPeerAfter().minus(silent));
            }
        });
    }

    private void abort(String why) {
        if (!over && connection != null) {
            connection.abort();
        }
        closed(1006, why);
    }

    private void send(String text) {
        if (connection != null && !connection.send(Lane.CONTROL, text) && !over) {
            abort("the send queue is full");
        }
    }

    private void later(Duration wait, Runnable task) {
        timers.removeIf(Future::isDone);
        timers.add(scheduler.schedule(
                () -> loop.run(() -> {
                    if (!over) {
                        task.run();
                    }
                }),
                wait.toNanos(),
                TimeUnit.NANOSECONDS));
    }

    private static String command(String name, String member, ApiKey key) {
        return JsonObject.builder()
                .put("command", name)
                .put(member, key.reveal())
                .build()
                .toJson();
    }
}
