package dev.lookout.gateway.vite;

import java.util.Arrays;
import java.util.Optional;

/** The five topics, under the names that the spec has for them. */
enum TopicKind {
    SNAPSHOTS("snapshotBlock"),
    ACCOUNTS("accountBlock"),
    ACCOUNTS_OF("accountBlockByAddress"),
    UNRECEIVED_OF("unreceivedBlockByAddress"),
    LOGS("vmLog");

    private final String specName;

    TopicKind(String specName) {
        this.specName = specName;
    }

    /** {@code event} of an entry in the spec's {@code x-lookout-events}. */
    static Optional<TopicKind> named(String specName) {
        return Arrays.stream(values())
                .filter(kind -> kind.specName.equals(specName))
                .findFirst();
    }

    /** @throws RpcFault if a log filter's addresses or heights are wrong */
    ViteTopic topic(Generation generation, Params params, ViteOptions options) {
        return switch (this) {
            case SNAPSHOTS -> new ViteTopic.Snapshots(generation);
            case ACCOUNTS -> new ViteTopic.Accounts(generation);
            case ACCOUNTS_OF -> new ViteTopic.AccountsOf(generation, params.address(0));
            case UNRECEIVED_OF -> new ViteTopic.UnreceivedOf(generation, params.address(0));
            case LOGS -> new ViteTopic.Logs(generation, params.logFilter(0).filter(options));
        };
    }
}
