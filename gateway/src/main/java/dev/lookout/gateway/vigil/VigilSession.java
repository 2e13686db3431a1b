package dev.lookout.gateway.vigil;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.lookout.model.vigil.ApiKey;
import dev.lookout.model.vigil.SessionId;
import dev.lookout.transport.Connection;
import dev.lookout.transport.ConnectionListener;
import dev.lookout.transport.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's conversation, from the upgrade to the end: the states of VIGIL 1.2 and the rows of its table 1.4.
 *
 * <p>Thread: frames come one at a time in their order; pushes, deadlines, the key ring's answer and a revocation come from other
 * threads. {@code guard} orders them. Under it only the connection is called, which neither blocks nor calls back; the key
 * ring and the fan-out are called outside.
 *
 * <p>Neither a key nor a session id is ever logged: a session is named by the number of its connection.
 */
final class VigilSession implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(VigilSession.class);

    private enum State {
        OPEN,
        REGISTERING,
        ACTIVE,
        LEAVING,
        CLOSED
    }

    private final Connection connection;
    private final SessionSurroundings surroundings;
    private final Liveness liveness;

    private final Object guard = new Object(); // guards all fields below
    private final SlidingWindow frames;
    private final SlidingWindow violations;
    private final Queue<InboundCommand> waiting =
            new ArrayDeque<>(); // while REGISTERING; bounded by the rate of frames
    private State state = State.OPEN;
    private @Nullable Future<?> deadline;
    private @Nullable Registration registration;

    VigilSession(Connection connection, SessionSurroundings surroundings) {
        this.connection = connection;
        this.surroundings = surroundings;
        var limits = surroundings.limits();
        this.frames = new SlidingWindow(limits.frames(), limits.frameWindow());
        this.violations = new SlidingWindow(limits.violations() - 1, limits.violationWindow());
        this.liveness = new Liveness(connection, surroundings, () -> close(CloseReason.IDLE));
        connection.inboundLimit(limits.inboundMessageBytes());
    }

    /** Starts the register deadline (row 3). Called once, before the first frame. */
    void begin() {
        synchronized (guard) {
            if (state == State.OPEN) {
                setDeadline(surroundings.limits().registerDeadline(), CloseReason.REGISTER_TIMEOUT);
            }
        }
    }

    long connectionId() {
        return connection.id();
    }

    @Override
    public void onText(String text) {
        boolean tooBig = text.length() > surroundings.limits().inboundMessageBytes()
                || text.getBytes(StandardCharsets.UTF_8).length
                        > surroundings.limits().inboundMessageBytes();
        if (tooBig) {
            // A connection shared with another protocol may have begun with a larger limit.
            close(CloseReason.TOO_BIG);
        } else if (frameAllowed()) {
            handle(InboundCommand.parse(text, surroundings.json()));
        }
    }

    @Override
    public void onBinary(byte[] data) {
        close(CloseReason.BINARY);
    }

    @Override
    public void onTooLarge(long bytes) {
        close(CloseReason.TOO_BIG);
    }

    @Override
    public void onPing() {
        frameAllowed();
    }

    @Override
    public void onPong() {
        frameAllowed();
    }

    @Override
    public void onClosed(int code, String reason) {
        synchronized (guard) {
            end();
        }
        surroundings.fanout().left(this);
        LOG.debug("connection {}: ended with {}", connection.id(), code);
    }

    /** Sends a push if the session is one that gets it. Thread: the one that follows the chain; never blocks. */
    void push(Emission emission) {
        synchronized (guard) {
            if (state != State.ACTIVE || registration == null || !registration.gets(emission)) {
                return;
            }
            if (connection.send(Lane.DATA, emission.message().text())) {
                surroundings.counters().delivery();
                return;
            }
        }
        surroundings.counters().slowConsumer();
        close(CloseReason.SLOW_CONSUMER);
    }

    /** Messages that wait to be written. */
    int queued() {
        return connection.queuedMessages();
    }

    /** Whether the queue is more than half full. */
    boolean isCrowded() {
        var limits = surroundings.limits();
        return connection.queuedMessages() > limits.queuedMessages() / 2
                || connection.queuedBytes() > limits.queuedBytes() / 2;
    }

    /** Row 24. */
    void revoked(KeyFingerprint key) {
        synchronized (guard) {
            if (state != State.ACTIVE
                    || registration == null
                    || !registration.key().equals(key)) {
                return;
            }
            connection.send(Lane.CONTROL, VigilReplies.REGISTER_NACK);
        }
        close(CloseReason.INVALID_KEY);
    }

    /** Ends the session for the reason given; nothing happens if it has ended. */
    void close(CloseReason reason) {
        synchronized (guard) {
            if (state == State.CLOSED) {
                return;
            }
            end();
            connection.close(reason.legacyCode(surroundings.options()), reason.text());
        }
        surroundings.fanout().left(this);
        LOG.debug("connection {}: closed, {}", connection.id(), reason.text());
    }

    /** Row 22, and row 26: after a close nothing counts. Any frame shows that the peer lives (decision D-11). */
    private boolean frameAllowed() {
        synchronized (guard) {
            if (state == State.CLOSED) {
                return false;
            }
            liveness.frame();
            if (!frames.exceededAt(surroundings.nanoTime().getAsLong())) {
                return true;
            }
        }
        close(CloseReason.RATE_LIMITED);
        return false;
    }

    private void handle(InboundCommand command) {
        @Nullable CloseReason farewell;
        Optional<KeyFingerprint> lookup = Optional.empty();
        synchronized (guard) {
            switch (state) {
                case OPEN -> {
                    lookup = key(command);
                    farewell = lookup.isPresent() ? beginLookup() : first(command);
                }
                case REGISTERING -> {
                    waiting.add(command);
                    farewell = null;
                }
                case ACTIVE -> farewell = next(command);
                default -> farewell = null;
            }
        }
        if (farewell != null) {
            close(farewell);
        }
        lookup.ifPresent(this::lookUp);
    }

    private static Optional<KeyFingerprint> key(InboundCommand command) {
        return command instanceof InboundCommand.Register register
                ? register.key().map(ApiKey::of).map(KeyFingerprint::of)
                : Optional.empty();
    }

    private @Nullable CloseReason beginLookup() {
        state = State.REGISTERING;
        return null;
    }

    private void lookUp(KeyFingerprint key) {
        surroundings.keys().find(key).whenComplete((account, failure) -> {
            if (account == null) {
                LOG.warn("connection {}: the key ring failed", connection.id(), failure);
                close(CloseReason.INTERNAL);
            } else if (account.isEmpty()) {
                refuse();
            } else {
                activate(new Registration(
                        SessionId.of(UUID.randomUUID().toString()),
                        account.get(),
                        key,
                        surroundings.fanout().now()));
            }
        });
    }

    /** Row 2, for a key that the ring does not know. */
    private void refuse() {
        synchronized (guard) {
            if (state != State.REGISTERING) {
                return;
            }
            connection.send(Lane.CONTROL, VigilReplies.REGISTER_NACK);
        }
        close(CloseReason.INVALID_KEY);
    }

    /** Row 1: the ack is queued before anything else can be. */
    private void activate(Registration accepted) {
        @Nullable CloseReason farewell = null;
        synchronized (guard) {
            if (state != State.REGISTERING) {
                return;
            }
            cancelDeadline();
            registration = accepted;
            connection.send(Lane.CONTROL, VigilReplies.registerAck(accepted.session()));
            state = State.ACTIVE;
            liveness.start();
            while (farewell == null && state == State.ACTIVE && !waiting.isEmpty()) {
                farewell = next(waiting.remove());
            }
            waiting.clear();
        }
        if (farewell != null) {
            close(farewell);
            return;
        }
        LOG.debug(
                "connection {}: registered for account {}",
                connection.id(),
                accepted.account().name());
        if (!surroundings.fanout().joined(this)) {
            close(CloseReason.SHUTDOWN);
        } else if (!isActive()) {
            // Ended between the ack and the joining: whoever ended it found nothing to take out.
            surroundings.fanout().left(this);
        } else {
            // Revoked between the answer and the joining: the revocation did not find this session.
            surroundings.keys().find(accepted.key()).thenAccept(account -> {
                if (account.isEmpty()) {
                    revoked(accepted.key());
                }
            });
        }
    }

    private boolean isActive() {
        synchronized (guard) {
            return state == State.ACTIVE;
        }
    }

    /** The first command of a connection, unless it is a register with a key: answered, then closed. */
    private CloseReason first(InboundCommand command) {
        if (command instanceof InboundCommand.Register) {
            connection.send(Lane.CONTROL, VigilReplies.REGISTER_NACK); // row 2
            return CloseReason.INVALID_KEY;
        } else if (command instanceof InboundCommand.Heartbeat) {
            connection.send(Lane.CONTROL, VigilReplies.HEARTBEAT_NACK); // row 10
            return CloseReason.NOT_REGISTERED;
        } else if (command instanceof InboundCommand.Unregister) {
            connection.send(Lane.CONTROL, VigilReplies.UNREGISTER_NACK); // row 14
            return CloseReason.NOT_REGISTERED;
        } else if (command instanceof InboundCommand.Unknown unknown) {
            connection.send(Lane.CONTROL, VigilReplies.unknownCommand(unknown.command())); // row 16
            return CloseReason.UNKNOWN_COMMAND;
        } else if (command instanceof InboundCommand.Malformed malformed) {
            connection.send(Lane.CONTROL, VigilReplies.malformed(malformed.what())); // row 18
            return CloseReason.MALFORMED;
        }
        throw new IllegalStateException("no row for " + command);
    }

    /** A command of a registered client; answers why to close, or null to go on. */
    private @Nullable CloseReason next(InboundCommand command) {
        if (registration == null) {
            throw new IllegalStateException("active without a registration");
        } else if (command instanceof InboundCommand.Register) {
            return registerAgain(registration, key(command));
        } else if (command instanceof InboundCommand.Heartbeat heartbeat) {
            return heartbeat(registration, heartbeat);
        } else if (command instanceof InboundCommand.Unregister unregister) {
            unregister(registration, unregister);
            return null;
        } else if (violations.exceededAt(surroundings.nanoTime().getAsLong())) {
            return CloseReason.RATE_LIMITED; // row 22
        } else if (command instanceof InboundCommand.Unknown unknown) {
            connection.send(Lane.CONTROL, VigilReplies.unknownCommand(unknown.command())); // row 15
            return null;
        } else if (command instanceof InboundCommand.Malformed malformed) {
            connection.send(Lane.CONTROL, VigilReplies.malformed(malformed.what())); // row 17
            return null;
        }
        throw new IllegalStateException("no row for " + command);
    }

    private @Nullable CloseReason registerAgain(Registration current, Optional<KeyFingerprint> key) {
        if (key.isPresent() && current.key().equals(key.get())) {
            connection.send(Lane.CONTROL, VigilReplies.registerAck(current.session())); // row 4
            return null;
        }
        connection.send(Lane.CONTROL, VigilReplies.REGISTER_NACK); // row 5
        return CloseReason.INVALID_KEY;
    }

    private @Nullable CloseReason heartbeat(Registration current, InboundCommand.Heartbeat heartbeat) {
        if (heartbeat.sessionGiven()
                && !heartbeat.sessionId().equals(current.session().text())) {
            connection.send(Lane.CONTROL, VigilReplies.HEARTBEAT_NACK); // row 8
            return surroundings.options().strictSession() ? CloseReason.WRONG_SESSION : null;
        }
        liveness.heartbeat();
        connection.send(Lane.CONTROL, VigilReplies.heartbeat(current.session())); // rows 7 and 9
        return null;
    }

    private void unregister(Registration current, InboundCommand.Unregister unregister) {
        boolean own = unregister
                .key()
                .map(ApiKey::of)
                .map(KeyFingerprint::of)
                .filter(current.account()::owns)
                .isPresent();
        if (!own) {
            connection.send(Lane.CONTROL, VigilReplies.UNREGISTER_NACK); // row 13
            return;
        }
        // Row 12: the vendor's Python client takes whatever comes next for the ack.
        connection.discardData();
        connection.send(Lane.CONTROL, VigilReplies.UNREGISTER_ACK);
        state = State.LEAVING;
        liveness.stop();
        setDeadline(surroundings.limits().unregisterGrace(), CloseReason.BYE);
    }

    private void end() {
        state = State.CLOSED;
        waiting.clear();
        cancelDeadline();
        liveness.stop();
    }

    private void setDeadline(Duration after, CloseReason reason) {
        deadline = surroundings.timers().schedule(() -> close(reason), after.toNanos(), NANOSECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
