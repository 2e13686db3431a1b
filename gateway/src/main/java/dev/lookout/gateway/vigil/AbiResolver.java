package dev.lookout.gateway.vigil;

import dev.lookout.gateway.evm.ContractAbi;
import dev.lookout.gateway.evm.EvmBlock;
import dev.lookout.model.vigil.EvmAddress;
import java.util.List;

/**
 * Finds the ABIs by which a contract's calldata and logs are read; the place where proxies are looked through (decision D-33).
 *
 * <p>Thread: called by the one thread that derives; may block on a node, as the derivation cannot go on without the answer.
 */
@FunctionalInterface
public interface AbiResolver {
    /**
     * @param at the block whose calls and logs are to be read: an upgradeable contract is read by what it was then
     * @return the contract's own ABI first, then those of its implementations; empty if none is known
     */
    List<ContractAbi> abis(EvmAddress contract, EvmBlock at);
}
