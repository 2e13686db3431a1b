package dev.lookout.gateway.evm;

/**
 * One input of a function or event.
 *
 * @param name as in the ABI, possibly empty
 * @param indexed always false for a function
 */
record AbiParameter(String name, AbiType type, boolean indexed) {}
