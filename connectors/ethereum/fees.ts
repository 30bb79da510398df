/** What a transaction offers per unit of gas: settled once per round, not per transaction. */
import type { Rpc } from './rpc.ts';

export type Fees =
  | { type: 'legacy'; gasPrice: bigint }
  | { type: 'eip1559'; maxFeePerGas: bigint; maxPriorityFeePerGas: bigint };

/** A base fee rises by an eighth per full block at most: ten times as much lasts for 19 full blocks on end. */
const HEADROOM = 10n;
const TIP_WEI = 1_000_000_000n;

/** Chains without a base fee get legacy transactions. @param maxFeePerGas wei; absent: from the newest block. */
export async function settleFees(rpc: Rpc, maxFeePerGas: bigint | undefined): Promise<Fees> {
  const { baseFeePerGas } = await rpc.client.getBlock({ blockTag: 'latest' });
  if (typeof baseFeePerGas !== 'bigint') {
    return { type: 'legacy', gasPrice: maxFeePerGas ?? 0n };
  }
  const most = maxFeePerGas ?? baseFeePerGas * HEADROOM + TIP_WEI;
  const tip = most < TIP_WEI ? most : TIP_WEI;
  return { type: 'eip1559', maxFeePerGas: most, maxPriorityFeePerGas: tip };
}
