package dev.lookout.gateway.vite;

import dev.lookout.gateway.chain.Audience;
import dev.lookout.gateway.chain.EventLog;
import dev.lookout.transport.RpcElement;
import dev.lookout.transport.RpcError;
import dev.lookout.transport.RpcMessage;
import dev.lookout.transport.RpcRequest;
import dev.lookout.transport.RpcWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on what a client sent and writes the answer (VITE 1.4 to 1.7).
 *
 * <p>Thread: any; one client's messages one at a time.
 */
final class ViteRpc {
    private static final Logger LOG = LoggerFactory.getLogger(ViteRpc.class);

    private final RpcMethods methods;
    private final SubscriptionIndex index;
    private final EventLog<ViteChainEvent> log;
    private final ViteOptions options;
    private final Audience audience;
    private final StreamIds ids = new StreamIds();
    private volatile boolean stopping;

    ViteRpc(
            RpcMethods methods,
            SubscriptionIndex index,
            EventLog<ViteChainEvent> log,
            ViteOptions options,
            Audience audience) {
        this.methods = methods;
        this.index = index;
        this.log = log;
        this.options = options;
        this.audience = audience;
    }

    /**
     * What goes back.
     *
     * @param text the reply
     * @param made subscriptions whose callbacks may follow it
     * @param fatal whether a real node would close the WebSocket after it
     */
    record Answer(String text, List<Subscription> made, boolean fatal) {}

    /** From now on every request is answered with {@code server is shutting down}. */
    void stop() {
        stopping = true;
    }

    /**
     * Answers one message; absent if there is nothing to answer.
     *
     * @param connection the WebSocket it came on; absent over HTTP, where nothing can be subscribed to
     */
    Optional<Answer> answer(RpcMessage message, Optional<ViteConnection> connection) {
        if (message instanceof RpcMessage.Single single) {
            var made = new ArrayList<Subscription>();
            String reply = reply(single.request(), connection, made);
            return Optional.of(new Answer(reply, made, false));
        }
        if (message instanceof RpcMessage.Batch batch) {
            return Optional.of(batch(batch.elements(), connection));
        }
        if (message instanceof RpcMessage.Invalid invalid) {
            return Optional.of(new Answer(RpcWriter.error(invalid.idText(), invalid.error()), List.of(), true));
        }
        return Optional.empty();
    }

    private Answer batch(List<RpcElement> elements, Optional<ViteConnection> connection) {
        if (elements.size() > options.batchLength()) {
            String text = "batch of " + elements.size() + " requests, the limit is " + options.batchLength();
            return new Answer(RpcWriter.error(null, new RpcError(RpcError.INVALID_REQUEST, text)), List.of(), false);
        }
        var made = new ArrayList<Subscription>();
        var replies = new ArrayList<String>();
        for (RpcElement element : elements) {
            if (element instanceof RpcRequest request) {
                replies.add(reply(request, connection, made));
            } else if (element instanceof RpcElement.Refused refused) {
                replies.add(RpcWriter.error(refused.idText(), refused.error()));
            }
        }
        return new Answer(RpcWriter.batch(replies), made, false);
    }

    private String reply(RpcRequest request, Optional<ViteConnection> connection, List<Subscription> made) {
        try {
            return RpcWriter.resultJson(request.idText(), result(request, connection, made));
        } catch (RpcFault e) {
            return RpcWriter.error(request.idText(), e.error());
        } catch (RuntimeException e) {
            LOG.error("request {} failed", request.method(), e);
            return RpcWriter.error(request.idText(), new RpcError(RpcError.PANIC, "server execute panic"));
        }
    }

    private String result(RpcRequest request, Optional<ViteConnection> connection, List<Subscription> made) {
        if (stopping) {
            throw new RpcFault(RpcError.SHUTTING_DOWN, "server is shutting down");
        }
        if (request.isSubscribe()) {
            Subscription subscription = subscribe(request, connection);
            made.add(subscription);
            return '"' + subscription.id() + '"';
        }
        if (request.isUnsubscribe()) {
            return unsubscribe(request, connection);
        }
        return methods.find(request.method())
                .orElseThrow(() -> new RpcFault(RpcError.methodNotFound(request.service(), request.name())))
                .call(request.params(), request.idText());
    }

    /** Registers before the id goes back, so that no event falls between (VITE 8.1, G4). */
    private Subscription subscribe(RpcRequest request, Optional<ViteConnection> connection) {
        ViteTopic topic = topic(request);
        ViteConnection client = connection.orElseThrow(() -> RpcFault.of("notifications not supported"));
        var subscription = new Subscription(ids.next(), topic, client, log.last());
        if (!client.add(subscription, options.subscriptionsPerConnection())) {
            throw RpcFault.of("too many subscriptions: " + options.subscriptionsPerConnection()
                    + " stand on this connection, its limit; unsubscribe some or open another one");
        }
        try {
            index.add(subscription);
        } catch (RuntimeException e) {
            client.remove(subscription.id());
            throw e;
        }
        audience.joined();
        return subscription;
    }

    private ViteTopic topic(RpcRequest request) {
        String event = request.event();
        Optional<MethodTable.Event> named =
                request.service().equals("subscribe") ? methods.event(event) : Optional.empty();
        MethodTable.Event meaning =
                named.orElseThrow(() -> new RpcFault(RpcError.methodNotFound(request.service(), event)));
        List<ParamType> types = meaning.params();
        Params params = types.isEmpty() ? Params.none() : Params.read(request.params(), 1, types);
        return meaning.kind().topic(meaning.generation(), params, options);
    }

    private String unsubscribe(RpcRequest request, Optional<ViteConnection> connection) {
        String id = Params.read(request.params(), 0, List.of(ParamType.ID)).id(0);
        ViteConnection client = connection.orElseThrow(() -> RpcFault.of("notifications not supported"));
        Subscription gone = client.remove(id).orElseThrow(() -> RpcFault.of("subscription not found"));
        forget(gone);
        return "true";
    }

    /** The connection has ended: its subscriptions are nobody's. */
    void forget(Subscription subscription) {
        index.remove(subscription);
        audience.left();
    }
}
