package dev.lookout.gateway.vite;

import java.util.List;

/** The five topics, and which parameters a subscription to each has. */
enum TopicKind {
    SNAPSHOTS,
    ACCOUNTS,
    ACCOUNTS_OF,
    UNRECEIVED_OF,
    LOGS;

    List<ParamType> params(Generation generation) {
        return switch (this) {
            case SNAPSHOTS, ACCOUNTS -> List.of();
            case ACCOUNTS_OF, UNRECEIVED_OF -> List.of(ParamType.ADDRESS);
            case LOGS -> List.of(generation == Generation.V1 ? ParamType.LOG_FILTER_V1 : ParamType.LOG_FILTER);
        };
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
