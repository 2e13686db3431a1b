package dev.lookout.transport;

import jakarta.websocket.Endpoint;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.HttpClientFilter;
import org.glassfish.grizzly.nio.transport.TCPNIOConnectorHandler;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLFilter;
import org.glassfish.tyrus.spi.ClientEngine;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect: TCP, TLS if asked for, then the opening handshake by {@link ClientFilter}.
 *
 * <p>Thread: {@link #connect} and {@link #abandon} on the connecting thread, {@link #open} on the I/O thread.
 */
final class ClientOpening {
    private final URI uri;
    private final TCPNIOTransport transport;
    private final ConnectOptions options;
    private final ConnectionListener listener;
    private final CompletableFuture<dev.lookout.transport.Connection> opened;
    private final BiFunction<GrizzlySocket, ConnectOptions, WebSocketConnection> connections;

    private volatile @Nullable Connection<?> tcp;
    private volatile boolean abandoned;
    private volatile @Nullable WebSocketConnection connection;

    ClientOpening(
            URI uri,
            TCPNIOTransport transport,
            ConnectOptions options,
            ConnectionListener listener,
            CompletableFuture<dev.lookout.transport.Connection> opened,
            BiFunction<GrizzlySocket, ConnectOptions, WebSocketConnection> connections) {
        this.uri = uri;
        this.transport = transport;
        this.options = options;
        this.listener = listener;
        this.opened = opened;
        this.connections = connections;
    }

    Endpoint endpoint() {
        return new MessageEndpoints.MessageEndpoint(session -> Objects.requireNonNull(connection));
    }

    /** Starts to connect; how it ends is told to {@code engine}. */
    void connect(ClientEngine engine) {
        boolean secure = "wss".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        var chain = FilterChainBuilder.stateless().add(new TransportFilter());
        if (secure) {
            chain.add(tls(engine, port));
        }
        chain.add(new HttpClientFilter()).add(new ClientFilter(this, engine));
        TCPNIOConnectorHandler.builder(transport)
                .processor(chain.build())
                .build()
                .connect(new InetSocketAddress(uri.getHost(), port), new EmptyCompletionHandler<>() {
                    @Override
                    public void failed(Throwable cause) {
                        engine.processError(cause);
                    }
                });
    }

    /** TCP stands; drops it if nobody waits any more. */
    void connected(Connection<?> connection) {
        tcp = connection;
        if (abandoned) {
            connection.terminateSilently();
        }
    }

    void abandon() {
        abandoned = true;
        Connection<?> standing = tcp;
        if (standing != null) {
            standing.terminateSilently();
        }
    }

    /** The server has answered: makes the connection that the Jakarta endpoint asks for if it agreed. */
    WebSocketConnection open(GrizzlySocket socket) {
        WebSocketConnection made = connections.apply(socket, options);
        connection = made;
        return made;
    }

    /** Lets the listener hear the connection, then the caller. */
    void announce(WebSocketConnection made) {
        made.listenWith(() -> new OpeningListener(listener, opened));
    }

    private SSLFilter tls(ClientEngine engine, int port) {
        return new SSLFilter(null, new PlatformTls(uri.getHost(), port)) {
            @Override
            @SuppressWarnings("rawtypes") // Grizzly declares it so
            protected void notifyHandshakeFailed(Connection connection, Throwable cause) {
                engine.processError(cause);
            }
        };
    }

    /** The platform's trust and protocols, with the host name checked as HTTPS does. */
    private static final class PlatformTls extends SSLEngineConfigurator {
        private final String host;
        private final int port;

        PlatformTls(String host, int port) {
            super(platform(), true, false, false);
            this.host = host;
            this.port = port;
        }

        private static SSLContext platform() {
            try {
                return SSLContext.getDefault();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This platform has no TLS", e);
            }
        }

        @Override
        public SSLEngine createSSLEngine(String ignoredHost, int ignoredPort) {
            SSLEngine engine = super.createSSLEngine(host, port);
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            return engine;
        }

        @Override
        public SSLEngineConfigurator copy() {
            return new PlatformTls(host, port);
        }
    }
}
