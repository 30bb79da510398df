/**
 * Base class of connectors, as Hyperledger Caliper's ConnectorBase: a subclass gives `_sendSingleRequest`
 * and the life-cycle methods; the base tells of every request exactly once when it starts and when it ends.
 */
import { EventEmitter } from 'node:events';
import { ConnectorError, reasonOf } from '../errors.ts';
import type { Connector, ConnectorEvents } from './connector.ts';
import { TxStatus } from './tx-status.ts';

export class ConnectorBase extends EventEmitter<ConnectorEvents> implements Connector {
  workerIndex: number;
  bcType: string;

  constructor(workerIndex: number, bcType: string) {
    super();
    this.workerIndex = workerIndex;
    this.bcType = bcType;
  }

  getType(): string {
    return this.bcType;
  }

  getWorkerIndex(): number {
    return this.workerIndex;
  }

  async init(_workerInit?: boolean): Promise<void> {
    throw notImplemented('init');
  }

  async installSmartContract(): Promise<void> {
    throw notImplemented('installSmartContract');
  }

  async prepareWorkerArguments(number: number): Promise<object[]> {
    return Array.from({ length: number }, () => ({}));
  }

  async getContext(_roundIndex: number, _args: object): Promise<unknown> {
    throw notImplemented('getContext');
  }

  async releaseContext(): Promise<void> {
    throw notImplemented('releaseContext');
  }

  /** An SUT's refusal is a failed TxStatus; what `_sendSingleRequest` throws is marked failed, told, and thrown on. */
  async sendRequests(requests: object): Promise<TxStatus | TxStatus[]> {
    return Array.isArray(requests) ? await this.#sendMany(requests) : await this.#sendOne(requests);
  }

  async #sendOne(request: object): Promise<TxStatus> {
    this._onTxsSubmitted(1);
    const { status, thrown } = await this.#attempt(request);
    this._onTxsFinished(status);
    if (thrown) throw thrown.error;
    return status;
  }

  async #sendMany(requests: object[]): Promise<TxStatus[]> {
    const attempts = await Promise.all(
      requests.map((request) => {
        this._onTxsSubmitted(1);
        return this.#attempt(request);
      }),
    );
    const statuses = attempts.map(({ status }) => status);
    this._onTxsFinished(statuses);
    const failed = attempts.find(({ thrown }) => thrown !== undefined);
    if (failed?.thrown) throw failed.thrown.error;
    return statuses;
  }

  async #attempt(request: object): Promise<{ status: TxStatus; thrown?: { error: unknown } }> {
    const started = new TxStatus();
    try {
      return { status: await this._sendSingleRequest(request) };
    } catch (error) {
      started.SetStatusFail();
      started.SetErrMsg(0, reasonOf(error));
      return { status: started, thrown: { error } };
    }
  }

  async _sendSingleRequest(_request: object): Promise<TxStatus> {
    throw notImplemented('_sendSingleRequest');
  }

  _onTxsSubmitted(count: number): void {
    this.emit('txsSubmitted', count);
  }

  _onTxsFinished(results: TxStatus | TxStatus[]): void {
    this.emit('txsFinished', results);
  }
}

function notImplemented(method: string): ConnectorError {
  return new ConnectorError(
    'E_NOT_IMPLEMENTED',
    `this connector has no ${method}(): implement it in the class that extends ConnectorBase`,
    { method },
  );
}
