/** The org's own contracts: deployed with its own keys at addresses that only it is told, and called by ABI. */
import {
  decodeFunctionResult,
  encodeDeployData,
  encodeFunctionData,
  type Abi,
  type Address,
  type Hex,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { ConnectorError, reasonOf } from '../errors.ts';
import type { ContractCall } from '../contract/request.ts';
import type { Fees } from './fees.ts';
import type { Rpc } from './rpc.ts';
import type { Artifact, ContractSettings } from './settings.ts';

export interface DeployedContract {
  abi: Abi;
  address: Address;
  gas: Readonly<Record<string, number>>;
}

const RECEIPT_POLL_MS = 50;

/** Resolves with the address when the deployment is in a block. @throws ConnectorError E_CONTRACT_INSTALL */
export async function deploy(
  rpc: Rpc,
  key: Hex,
  settings: ContractSettings,
  artifact: Artifact,
  fees: Fees,
  timeoutMs: number,
): Promise<Address> {
  const account = privateKeyToAccount(key);
  try {
    const { abi, bytecode } = artifact;
    const data = encodeDeployData({ abi, bytecode, args: settings.constructorArguments });
    const nonce = await rpc.client.getTransactionCount({
      address: account.address,
      blockTag: 'pending',
    });
    const gas = BigInt(settings.deployGas);
    const raw = await account.signTransaction({ ...fees, chainId: rpc.chainId, nonce, gas, data });
    const hash = await rpc.client.sendRawTransaction({ serializedTransaction: raw });
    const receipt = await rpc.client.waitForTransactionReceipt({
      hash,
      pollingInterval: RECEIPT_POLL_MS,
      timeout: timeoutMs,
    });
    if (receipt.status !== 'success' || !receipt.contractAddress) {
      throw new Error('the deployment was reverted (more deployGas, or other arguments?)');
    }
    return receipt.contractAddress;
  } catch (error) {
    const [why] = reasonOf(error).split('\n');
    const message = `contract "${settings.id}": ${why}; correct ethereum.contracts in the network file, or fund ${account.address}`;
    throw new ConnectorError('E_CONTRACT_INSTALL', message, { id: settings.id });
  }
}

/** @throws when the ABI has no such function or the arguments do not fit it. */
export function encodeCall({ abi }: DeployedContract, { verb, args }: ContractCall): Hex {
  return encodeFunctionData({ abi, functionName: verb, args });
}

/** Integers become decimal text, so that the result is JSON. */
export function decodeAnswer({ abi }: DeployedContract, verb: string, data: Hex): unknown {
  const result: unknown = decodeFunctionResult({ abi, functionName: verb, data });
  return JSON.parse(
    JSON.stringify(result ?? null, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
}
