/**
 * Resolves every request at once, as a success, and speaks to nobody: what is measured with it is the harness itself,
 * its ceiling and its own share of every latency.
 */
import { ConnectorBase } from '../contract/connector-base.ts';
import { TxStatus } from '../contract/tx-status.ts';
import { conclude, nowUs } from '../contract/verdict.ts';
import { ConnectorError } from '../errors.ts';

export class NullConnector extends ConnectorBase {
  #hasContext = false;
  #sent = 0;

  constructor(workerIndex: number) {
    super(workerIndex, 'null');
  }

  override async init(): Promise<void> {}

  override async installSmartContract(): Promise<void> {}

  override async getContext(_roundIndex: number, _args: object): Promise<unknown> {
    this.#hasContext = true;
    return {};
  }

  override async releaseContext(): Promise<void> {
    this.#hasContext = false;
  }

  /** Takes any object; only `readOnly: true` is looked at. */
  override async _sendSingleRequest(request: object): Promise<TxStatus> {
    if (!this.#hasContext) {
      throw new ConnectorError('E_NO_CONTEXT', 'call getContext() before sending requests');
    }
    const status = new TxStatus(`null-${this.workerIndex}-${++this.#sent}`);
    const { readOnly } = request as { readOnly?: unknown };
    status.Set('request_type', readOnly === true ? 'query' : 'invoke');
    return conclude(status, { valid: true, finalUs: nowUs() });
  }
}
