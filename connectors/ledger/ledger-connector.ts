/**
 * Drives the embedded ledger through the org's own peer. A transaction is final when that peer's block event carries
 * it; a read when the peer answers. The rest of the ledger is never spoken to. What was in flight when the peer went
 * away has failed; the blocks that came meanwhile are told when it is back.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConnectorBase } from '../contract/connector-base.ts';
import type { ConnectorSetup } from '../contract/connector.ts';
import { parseRequest, type ContractCall } from '../contract/request.ts';
import { TxStatus } from '../contract/tx-status.ts';
import { conclude, failure, InFlight, type Verdict } from '../contract/verdict.ts';
import { ConnectorError, reasonOf } from '../errors.ts';
import type { BlockEvent, LedgerTx } from './messages.ts';
import { PeerLink } from './peer-link.ts';
import type { LedgerSettings } from './settings.ts';

export class LedgerConnector extends ConnectorBase {
  readonly #settings: LedgerSettings;
  readonly #setup: ConnectorSetup;
  readonly #inFlight: InFlight;
  #link: PeerLink | undefined;
  #installed = false;

  constructor(workerIndex: number, settings: LedgerSettings, setup: ConnectorSetup) {
    super(workerIndex, 'ledger');
    this.#settings = settings;
    this.#setup = setup;
    this.#inFlight = new InFlight(settings.timeoutMs);
  }

  /** Checks that the peer answers. */
  override async init(): Promise<void> {
    await this.#connected(async () => {});
  }

  override async installSmartContract(): Promise<void> {
    if (this.#installed) return;
    await this.#connected(async (link) => {
      for (const { id, path, initArguments } of this.#settings.contracts) {
        const file = resolve(this.#setup.workspace, path);
        const source = await readFile(file, 'utf8').catch((error: unknown) => {
          throw installError(id, reasonOf(error));
        });
        const tx = { id: randomUUID(), contract: id, source, args: initArguments };
        const verdict = await this.#submit(link, tx);
        if (!verdict.valid) throw installError(id, verdict.message);
      }
    });
    this.#installed = true;
  }

  override async getContext(_roundIndex: number, _args: object): Promise<unknown> {
    this.#link ??= await this.#connect();
    return { contracts: this.#settings.contracts.map(({ id }) => id) };
  }

  override async releaseContext(): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    await link?.close();
    this.#inFlight.settleAll(failure('other', 'not final when its context was released'));
  }

  override async _sendSingleRequest(request: object): Promise<TxStatus> {
    const link = this.#link;
    if (!link) {
      throw new ConnectorError('E_NO_CONTEXT', 'call getContext() before sending requests');
    }
    const status = new TxStatus(randomUUID());
    let call: ContractCall;
    try {
      call = parseRequest(request);
    } catch (error) {
      return conclude(status, failure('syntax', reasonOf(error)));
    }
    status.Set('request_type', call.readOnly ? 'query' : 'invoke');
    const id = status.GetID() as string;
    const { contract, verb, args } = call;
    const verdict = call.readOnly
      ? await this.#read(link, id, call)
      : await this.#submit(link, { id, contract, verb, args: [...args] });
    return conclude(status, verdict);
  }

  async #read(link: PeerLink, re: string, call: ContractCall): Promise<Verdict> {
    const { contract, verb, args } = call;
    const answer = await link.ask({ op: 'read', re, contract, verb, args: [...args] });
    return answer.ok
      ? { valid: true, finalUs: answer.atUs, result: answer.result }
      : { ...answer, valid: false, finalUs: answer.atUs };
  }

  /** The block event settles it; the peer's answer only when it refuses. */
  async #submit(link: PeerLink, tx: LedgerTx): Promise<Verdict> {
    const verdict = this.#inFlight.wait(tx.id);
    void link.ask({ op: 'submit', re: tx.id, tx }).then((answer) => {
      if (!answer.ok) {
        const { failureClass, message, atUs } = answer;
        this.#inFlight.settle(tx.id, { valid: false, finalUs: atUs, failureClass, message });
      }
    });
    return verdict;
  }

  #onBlock({ height, txs }: BlockEvent['block'], finalUs: number): void {
    for (const { id, valid, failureClass = 'consensus', why = 'invalid' } of txs) {
      this.#inFlight.settle(
        id,
        valid ? { valid, finalUs, height } : { valid, finalUs, height, failureClass, message: why },
      );
    }
    this.emit('blockCommitted', { height, finalUs, transactions: txs.length });
  }

  async #connect(): Promise<PeerLink> {
    return await PeerLink.open({
      endpoint: this.#settings.endpoint,
      org: this.#setup.org,
      onBlock: (block, atUs) => this.#onBlock(block, atUs),
      onLost: () => this.#inFlight.settleAll(failure('other', 'the connection to the peer ended')),
    });
  }

  /** Uses the round's connection if there is one, else one of its own for the time of the work. */
  async #connected(work: (link: PeerLink) => Promise<void>): Promise<void> {
    if (this.#link) return await work(this.#link);
    const link = await this.#connect();
    try {
      await work(link);
    } finally {
      await link.close();
    }
  }
}

function installError(id: string, why: string): ConnectorError {
  const next = 'correct ledger.contracts in the network file';
  return new ConnectorError('E_CONTRACT_INSTALL', `contract "${id}": ${why}; ${next}`, { id });
}
