package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contracts that this gateway watches, for whichever account, and the accounts whose contract creations are told.
 *
 * <p>Immutable: a changed configuration is another book.
 */
public final class ContractBook {
    public static final ContractBook EMPTY = new ContractBook(List.of(), Set.of());

    // A proxy of a proxy is met in the field; a longer chain is a mistake, and a circle would never end.
    private static final int MAX_DELEGATION = 4;

    private final Map<EvmAddress, WatchedContract> contracts;
    private final Set<EvmAddress> deployers;

    /** @param contracts of one address, the last wins */
    public ContractBook(Collection<WatchedContract> contracts, Set<EvmAddress> deployers) {
        var byAddress = new LinkedHashMap<EvmAddress, WatchedContract>();
        contracts.forEach(contract -> byAddress.put(contract.address(), contract));
        this.contracts = byAddress;
        this.deployers = Set.copyOf(deployers);
    }

    public Collection<WatchedContract> contracts() {
        return List.copyOf(contracts.values());
    }

    public Set<EvmAddress> deployers() {
        return deployers;
    }

    /** Both books in one; of one address, the other's entry wins. */
    public ContractBook and(ContractBook other) {
        var all = new ArrayList<>(contracts.values());
        all.addAll(other.contracts.values());
        var everyone = new HashSet<>(deployers);
        everyone.addAll(other.deployers);
        return new ContractBook(all, everyone);
    }

    /** Whether the address is a watched contract; never for none, which is what a creation has. */
    public boolean watches(@Nullable EvmAddress address) {
        return address != null && contracts.containsKey(address);
    }

    /** Whether contract creations of this sender are told. */
    public boolean isDeployer(EvmAddress address) {
        return deployers.contains(address);
    }

    /** The contract's ABI, then those of what it delegates to; empty if none is known. */
    public List<ContractAbi> abis(EvmAddress address) {
        var abis = new ArrayList<ContractAbi>();
        @Nullable EvmAddress next = address;
        for (int i = 0; next != null && i <= MAX_DELEGATION; i++) {
            var contract = contracts.get(next);
            if (contract != null && contract.abi() != null) {
                abis.add(contract.abi());
            }
            next = contract == null ? null : contract.implementation();
        }
        return abis;
    }
}
