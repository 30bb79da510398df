/** What is computed: the grid, masks, shares, and metrics from sums. Pure: no networks, files, clocks. */
export * from './commitments.ts';
export { contextOf, earlierResult, setupOf, SUITE, type SumTerms } from './context.ts';
export { LEAST_BEYOND, type Percentile, type PercentileName } from './distribution.ts';
export * from './errors.ts';
export * from './grid.ts';
export * from './layout.ts';
export { maskVector, unmask, type PairSeed } from './mask.ts';
export * from './metrics.ts';
export * from './quorum.ts';
export * from './recorder.ts';
export * from './secrets.ts';
export * from './shamir.ts';
export * from './shares.ts';
export * from './vector.ts';
export { type KeyPair } from './x25519.ts';
