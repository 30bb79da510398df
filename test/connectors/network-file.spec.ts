import { expect } from 'chai';
import { parseNetworkFile, parseRequest } from '../../connectors/index.ts';

describe('network file', () => {
  it('names its connector as Caliper does, or in our own word', () => {
    const section = { ledger: { endpoint: 'x' } };
    const caliper = { caliper: { blockchain: 'ledger' }, ...section };
    expect(parseNetworkFile(caliper)).to.deep.equal({ connector: 'ledger', network: caliper });
    expect(parseNetworkFile({ bench: { connector: './mine.js' } }).connector).to.equal('./mine.js');
  });

  for (const file of [undefined, 'text', {}, { caliper: {} }, { caliper: { blockchain: '' } }]) {
    it(`refuses ${JSON.stringify(file)}, naming the key`, () => {
      expect(() => parseNetworkFile(file))
        .to.throw('caliper.blockchain')
        .with.property('code', 'E_NETWORK_FILE');
    });
  }
});

describe('request', () => {
  it('has no arguments and is no read unless it says so', () => {
    const call = parseRequest({ contractId: 'c', contractFunction: 'f' });
    expect(call).to.deep.equal({ contract: 'c', verb: 'f', args: [], readOnly: false });
  });

  const wrong: [field: string, request: unknown][] = [
    ['request', null],
    ['contractId', { contractFunction: 'f' }],
    ['contractFunction', { contractId: 'c' }],
    ['contractArguments', { contractId: 'c', contractFunction: 'f', contractArguments: 'a' }],
    ['readOnly', { contractId: 'c', contractFunction: 'f', readOnly: 'yes' }],
  ];
  for (const [field, request] of wrong) {
    it(`names ${field} when it is wrong`, () => {
      expect(() => parseRequest(request))
        .to.throw(field)
        .with.property('code', 'E_REQUEST');
    });
  }
});
