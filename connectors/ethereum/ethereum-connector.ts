/**
 * Drives a JSON-RPC chain through the org's own node, with the org's own accounts. A transaction is final at the block
 * event that carries it (no further confirmations: for chains with immediate finality); a read is one `eth_call`.
 */
import { keccak256, RpcRequestError, type Address, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { ConnectorBase } from '../contract/connector-base.ts';
import type { ConnectorSetup } from '../contract/connector.ts';
import { parseRequest, type ContractCall } from '../contract/request.ts';
import { TxStatus } from '../contract/tx-status.ts';
import { conclude, failure, InFlight, nowUs, type Verdict } from '../contract/verdict.ts';
import { ConnectorError, reasonOf } from '../errors.ts';
import { networkFileError } from '../network-file.ts';
import { AccountRing } from './account-ring.ts';
import { watchBlocks, type BlockWatch, type SeenBlock } from './block-watch.ts';
import { decodeAnswer, deploy, encodeCall, type DeployedContract } from './contracts.ts';
import { settleFees, type Fees } from './fees.ts';
import { openRpc, type Rpc } from './rpc.ts';
import { readArtifact, readKeys, type EthereumSettings } from './settings.ts';

const RELEASED = 'not final when its context was released';

/** What the manager prepares for a worker: places, no keys. */
export interface EthereumWorkerArguments {
  /** Contract id → address. */
  addresses?: Readonly<Record<string, Address>>;
  /** Which of the org's accounts are this worker's own, as indices into the accounts file. */
  accounts?: readonly number[];
}

interface Session {
  rpc: Rpc;
  watch: BlockWatch;
  ring: AccountRing;
  fees: Fees;
  contracts: ReadonlyMap<string, DeployedContract>;
}

export class EthereumConnector extends ConnectorBase {
  readonly #settings: EthereumSettings;
  readonly #workspace: string;
  readonly #inFlight: InFlight;
  readonly #deployed = new Map<string, Address>();
  #session: Session | undefined;

  constructor(workerIndex: number, settings: EthereumSettings, setup: ConnectorSetup) {
    super(workerIndex, 'ethereum');
    this.#settings = settings;
    this.#workspace = setup.workspace;
    this.#inFlight = new InFlight(settings.timeoutMs);
    for (const { id, address } of settings.contracts) {
      if (address !== undefined) this.#deployed.set(id, address as Address);
    }
  }

  /** Checks that the node answers and that the keys can be read. */
  override async init(): Promise<void> {
    await readKeys(this.#settings.accounts, this.#workspace);
    await (await openRpc(this.#settings.url)).close();
  }

  /** Deploys, from the first account, what this connector has not deployed and what has no address. */
  override async installSmartContract(): Promise<void> {
    const missing = this.#settings.contracts.filter(({ id }) => !this.#deployed.has(id));
    if (missing.length === 0) return;
    const [key] = await readKeys(this.#settings.accounts, this.#workspace);
    const rpc = await openRpc(this.#settings.url);
    try {
      const fees = await settleFees(rpc, this.#settings.maxFeePerGas);
      for (const contract of missing) {
        const artifact = await readArtifact(contract.path, this.#workspace);
        const { timeoutMs } = this.#settings;
        const address = await deploy(rpc, key as Hex, contract, artifact, fees, timeoutMs);
        this.#deployed.set(contract.id, address);
      }
    } finally {
      await rpc.close();
    }
  }

  /** Deals the accounts out, so that no two workers count the same nonces. */
  override async prepareWorkerArguments(number: number): Promise<EthereumWorkerArguments[]> {
    const keys = await readKeys(this.#settings.accounts, this.#workspace);
    if (keys.length < number) {
      const rule = `holds ${keys.length} accounts for ${number} workers: give each at least one`;
      throw networkFileError('ethereum.accounts', rule);
    }
    const addresses = Object.fromEntries(this.#deployed);
    return Array.from({ length: number }, (_, worker) => ({
      addresses,
      accounts: keys.flatMap((_key, index) => (index % number === worker ? [index] : [])),
    }));
  }

  override async getContext(_roundIndex: number, args: EthereumWorkerArguments): Promise<unknown> {
    this.#session ??= await this.#open(args);
    const { rpc, contracts } = this.#session;
    const addresses = [...contracts].map(([id, { address }]) => [id, address] as const);
    return { chainId: rpc.chainId, contracts: Object.fromEntries(addresses) };
  }

  override async releaseContext(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    session?.watch.stop();
    await session?.rpc.close();
    this.#inFlight.settleAll(failure('other', RELEASED));
  }

  override async _sendSingleRequest(request: object): Promise<TxStatus> {
    const session = this.#session;
    if (!session) {
      throw new ConnectorError('E_NO_CONTEXT', 'call getContext() before sending requests');
    }
    const status = new TxStatus();
    let call: ContractCall;
    let contract: DeployedContract;
    let data: Hex;
    try {
      call = parseRequest(request);
      contract = contractOf(session, call);
      data = encodeCall(contract, call);
    } catch (error) {
      return conclude(status, failure('syntax', firstLine(error)));
    }
    status.Set('request_type', call.readOnly ? 'query' : 'invoke');
    const verdict = call.readOnly
      ? await read(session.rpc, contract, call.verb, data)
      : await this.#submit(session, contract, call.verb, data, status);
    return conclude(status, verdict);
  }

  /** The block event settles it; the node's answer only when it refuses. */
  async #submit(
    session: Session,
    contract: DeployedContract,
    verb: string,
    data: Hex,
    status: TxStatus,
  ): Promise<Verdict> {
    const { rpc, ring, fees } = session;
    const { account, nonce, giveBack } = ring.take();
    const gas = BigInt(contract.gas[verb] ?? this.#settings.defaultGas);
    const to = contract.address;
    const raw = await account.signTransaction({
      ...fees,
      chainId: rpc.chainId,
      nonce,
      gas,
      to,
      data,
    });
    const hash = keccak256(raw);
    status.SetID(hash);
    // Signing takes a turn of the event loop, in which the round may have ended.
    if (this.#session !== session) return failure('other', RELEASED);
    const verdict = this.#inFlight.wait(hash);
    rpc.client
      .request({ method: 'eth_sendRawTransaction', params: [raw] }, { dedupe: false })
      .catch((error: unknown) => {
        const refusal = refusalOf(error);
        if (refusal !== 'repeated') giveBack();
        const failureClass = refusal === 'other' ? 'other' : 'syntax';
        this.#inFlight.settle(hash, failure(failureClass, firstLine(error)));
      });
    return verdict;
  }

  #onBlock({ height, atUs, txs }: SeenBlock): void {
    for (const { hash, valid } of txs) {
      const at = { finalUs: atUs, height };
      this.#inFlight.settle(
        hash,
        valid
          ? { valid, ...at }
          : { valid, ...at, failureClass: 'consensus', message: 'the contract reverted it' },
      );
    }
    this.emit('blockCommitted', { height, finalUs: atUs, transactions: txs.length });
  }

  async #open(args: EthereumWorkerArguments): Promise<Session> {
    const contracts = await this.#contracts(args.addresses ?? {});
    const keys = await readKeys(this.#settings.accounts, this.#workspace);
    const own = args.accounts ? keys.filter((_, index) => args.accounts?.includes(index)) : keys;
    const rpc = await openRpc(this.#settings.url);
    try {
      const accounts = own.map((key) => privateKeyToAccount(key));
      const [fees, ...nonces] = await Promise.all([
        settleFees(rpc, this.#settings.maxFeePerGas),
        ...accounts.map(({ address }) =>
          rpc.client.getTransactionCount({ address, blockTag: 'pending' }),
        ),
      ]);
      const ring = new AccountRing(
        accounts.map((account, index) => ({ account, nonce: nonces[index] as number })),
      );
      const watch = await watchBlocks(
        rpc,
        this.#settings.pollMs,
        (block) => this.#onBlock(block),
        (reason) => this.#inFlight.settleAll(failure('other', reason)),
      );
      return { rpc, watch, ring, fees, contracts };
    } catch (error) {
      await rpc.close();
      throw error;
    }
  }

  async #contracts(
    addresses: Readonly<Record<string, Address>>,
  ): Promise<Map<string, DeployedContract>> {
    const entries = this.#settings.contracts.map(async ({ id, path, gas }, index) => {
      const address = addresses[id] ?? this.#deployed.get(id);
      if (address === undefined) {
        throw networkFileError(
          `ethereum.contracts.${index}.address`,
          'missing: nothing deployed it',
        );
      }
      const { abi } = await readArtifact(path, this.#workspace);
      return [id, { abi, address, gas }] as const;
    });
    return new Map(await Promise.all(entries));
  }
}

function contractOf({ contracts }: Session, { contract }: ContractCall): DeployedContract {
  const found = contracts.get(contract);
  if (!found)
    throw new ConnectorError('E_REQUEST', `no contract "${contract}" in the network file`);
  return found;
}

async function read(
  { client }: Rpc,
  contract: DeployedContract,
  verb: string,
  data: Hex,
): Promise<Verdict> {
  try {
    const params = [{ to: contract.address, data }, 'latest'] as const;
    const answer = await client.request({ method: 'eth_call', params }, { dedupe: false });
    const finalUs = nowUs();
    return { valid: true, finalUs, result: decodeAnswer(contract, verb, answer) };
  } catch (error) {
    return failure('other', firstLine(error));
  }
}

/** PSWG's syntax class: repeated or malformed. What a node refuses for other reasons, or a lost line, is `other`. */
function refusalOf(error: unknown): 'repeated' | 'malformed' | 'other' {
  const said = causes(error)
    .map((cause) => (cause instanceof RpcRequestError ? cause.details : ''))
    .join(' ');
  if (/already known|already imported|nonce too low/i.test(said)) return 'repeated';
  return /invalid sender|invalid signature|rlp|decode/i.test(said) ? 'malformed' : 'other';
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

/** What the node itself said, if it said something; viem's own sentence is the same for all errors of a kind. */
function firstLine(error: unknown): string {
  const [said] = causes(error).flatMap((cause) =>
    cause instanceof RpcRequestError ? [cause.details] : [],
  );
  return (said ?? reasonOf(error)).split('\n')[0] ?? '';
}
