package dev.lookout.gateway;

/**
 * What a gateway has done since its start.
 *
 * @param viteEvents chain events of the Vite source
 * @param viteMatched results matched to Vite subscriptions, one for each that wanted it
 * @param evmEvents chain events of the EVM source
 * @param vigilMatched messages handed to MaticVigil sessions, one for each that got it
 */
public record GatewayCounts(long viteEvents, long viteMatched, long evmEvents, long vigilMatched) {}
