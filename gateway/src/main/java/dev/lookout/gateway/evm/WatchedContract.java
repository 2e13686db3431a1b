package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import org.jspecify.annotations.Nullable;

/**
 * A contract whose transactions and events are delivered.
 *
 * @param name for people
 * @param abi null if it is not known: then calls are not decoded and there are no events (decision D-32)
 * @param implementation the contract it delegates to, if it is a proxy whose implementation was configured; its ABI is tried
 *     after the own one (decision D-33)
 */
public record WatchedContract(
        EvmAddress address,
        String name,
        @Nullable ContractAbi abi,
        @Nullable EvmAddress implementation) {}
