/**
 * An EVM chain as the gateway sees it: blocks, transactions, receipts and logs ({@link
 * dev.lookout.gateway.evm.EvmBlock}), the events they arrive in ({@link dev.lookout.gateway.evm.EvmChainEvent}), where
 * they come from, and what calldata and logs mean by a contract's ABI ({@link dev.lookout.gateway.evm.ContractAbi}).
 *
 * <p>Knows no session and no message of any protocol.
 */
@NullMarked
package dev.lookout.gateway.evm;

import org.jspecify.annotations.NullMarked;
