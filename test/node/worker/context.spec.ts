import { expect } from 'chai';
import { EventEmitter } from 'node:events';
import { mainLayout } from '../../../aggregation/layout.ts';
import { createRecorder } from '../../../aggregation/recorder.ts';
import { ConnectorBase, TxStatus, type Connector } from '../../../connectors/index.ts';
import { createContext } from '../../../node/worker/context.ts';
import { createMeter } from '../../../node/worker/meter.ts';
import type { Row } from '../../../node/worker/transaction-rows.ts';

class ScriptedConnector extends ConnectorBase {
  readonly #own = 'kept private';

  constructor(answer: (request: { n: number }) => Promise<TxStatus>) {
    super(0, 'scripted');
    this._sendSingleRequest = answer as (request: object) => Promise<TxStatus>;
  }

  own(): string {
    return this.#own;
  }
}

function success(finalUs?: number): TxStatus {
  const status = new TxStatus('id');
  status.SetStatusSuccess();
  if (finalUs !== undefined) status.finalUs = finalUs;
  return status;
}

function contextOf(connector: Connector, clock: { us: number }) {
  const rows: Row[] = [];
  const meter = createMeter({
    recorder: createRecorder(mainLayout()),
    rows: { add: (row) => void rows.push(row), flush: () => {} },
    windowStartUs: 0,
    windowEndUs: 1e6,
    plannedInWindow: 10,
  });
  const context = createContext(connector, () => clock.us);
  return { context, meter, rows };
}

/** Makes one call and waits until the workload's promise settled. */
async function callOnce(
  connector: Connector,
  submit: (adapter: Connector) => Promise<unknown>,
  clock = { us: 500 },
): Promise<{ rows: Row[]; rejection: unknown }> {
  const { context, meter, rows } = contextOf(connector, clock);
  context.attach(meter);
  const submitted = Promise.withResolvers<unknown>();
  const submitAndTell = () => {
    const sent = submit(context.adapter);
    sent.then(() => submitted.resolve(undefined), submitted.resolve);
    return sent;
  };
  context.call(100, submitAndTell, () => {});
  return { rejection: await submitted.promise, rows };
}

describe('context', () => {
  it('hands a request the intended instant of its call, across awaits', async () => {
    const connector = new ScriptedConnector(async () => success());
    const { rows } = await callOnce(connector, async (adapter) => {
      await Promise.resolve();
      await adapter.sendRequests({ n: 1 });
    });
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ intendedUs: 100, sentUs: 500, outcome: 'committed', id: 'id' });
  });

  it('counts each request of a batch with its own fate', async () => {
    const connector = new ScriptedConnector(async ({ n }) => {
      const status = success();
      if (n === 1) {
        status.SetStatusFail();
        status.failureClass = 'consensus';
      }
      return status;
    });
    const { rows } = await callOnce(connector, (adapter) =>
      adapter.sendRequests([{ n: 0 }, { n: 1, readOnly: true }, { n: 2 }]),
    );
    expect(rows.map(({ kind, outcome }) => `${kind} ${outcome}`)).to.deep.equal([
      'transaction committed',
      'read consensus',
      'transaction committed',
    ]);
  });

  it('keeps what committed in a batch of which one request threw', async () => {
    const connector = new ScriptedConnector(async ({ n }) => {
      await Promise.resolve();
      if (n === 1) throw new Error('lost');
      return success();
    });
    const { rows, rejection } = await callOnce(connector, (adapter) =>
      adapter.sendRequests([{ n: 0 }, { n: 1 }]),
    );
    expect(rejection).to.be.an('error').with.property('message', 'lost');
    expect(rows.map(({ outcome }) => outcome)).to.deep.equal(['committed', 'other']);
  });

  const odd: [string, unknown][] = [
    ['nothing', undefined],
    ['a word', 'done'],
    ['an unfinished status', new TxStatus('x')],
    ['too many statuses', [success(), success()]],
  ];
  for (const [name, answer] of odd) {
    it(`counts an answer of ${name} as one failure`, async () => {
      const connector = Object.assign(new EventEmitter(), {
        getType: () => 'odd',
        sendRequests: async () => answer,
      }) as unknown as Connector;
      const { rows } = await callOnce(connector, (adapter) => adapter.sendRequests({ n: 1 }));
      expect(rows.map(({ outcome }) => outcome)).to.deep.equal(['other']);
    });
  }

  const finals: [string, number | undefined, number][] = [
    ['takes the connector’s instant', 520.4, 520],
    ['takes its own when the connector has none', undefined, 600],
    ['does not believe one before the send', 499, 600],
    ['does not believe one in the future', 9000, 600],
    ['does not believe what is no number', NaN, 600],
  ];
  for (const [title, told, expected] of finals) {
    it(`${title} (final instant)`, async () => {
      const clock = { us: 500 };
      const connector = new ScriptedConnector(async () => {
        clock.us = 600;
        return success(told);
      });
      const { rows } = await callOnce(
        connector,
        (adapter) => adapter.sendRequests({ n: 1 }),
        clock,
      );
      expect(rows[0]?.finalUs).to.equal(expected);
    });
  }

  it('counts nothing before the load, such as what a workload sends to set up', async () => {
    const { context, rows } = contextOf(new ScriptedConnector(async () => success()), { us: 1 });
    await context.adapter.sendRequests({ n: 1 });
    expect(rows).to.be.empty;
  });

  it('leaves everything else of the connector as it is', () => {
    const connector = new ScriptedConnector(async () => success());
    const { adapter } = contextOf(connector, { us: 1 }).context;
    expect(adapter.getType()).to.equal('scripted');
    expect((adapter as ScriptedConnector).own()).to.equal('kept private');
    expect((adapter as ScriptedConnector).bcType).to.equal('scripted');
  });

  it('hands on the request objects themselves, neither frozen nor copied', async () => {
    const seen: unknown[] = [];
    const connector = new ScriptedConnector(async (request) => {
      seen.push(Object.assign(request, { nonce: 1 }));
      return success();
    });
    const request = { n: 1 };
    await callOnce(connector, (adapter) => adapter.sendRequests(request));
    expect(seen[0]).to.equal(request);
  });
});
