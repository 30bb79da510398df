import { expect } from 'chai';
import { parseEthereumSettings } from '../../connectors/ethereum/settings.ts';
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

describe('a section of the network file', () => {
  const section = { url: 'ws://127.0.0.1:8545', accounts: 'keys.json' };

  it('is filled up with what most chains need', () => {
    const given = { ...section, contracts: [{ id: 'c', path: 'c.json' }], maxFeePerGas: '7' };
    expect(parseEthereumSettings({ ethereum: given })).to.deep.equal({
      ...section,
      contracts: [
        { id: 'c', path: 'c.json', constructorArguments: [], deployGas: 3_000_000, gas: {} },
      ],
      defaultGas: 300_000,
      maxFeePerGas: 7n,
      pollMs: 50,
      timeoutMs: 60_000,
    });
  });

  const wrong: [what: string, network: unknown, key: string, message: string][] = [
    ['its absence', {}, 'ethereum', 'ethereum: is missing'],
    [
      'an unknown key',
      { ethereum: { ...section, pollms: 5 } },
      'ethereum.pollms',
      'unknown key "ethereum.pollms"',
    ],
    [
      'a wrong url',
      { ethereum: { ...section, url: 'ftp://' } },
      'ethereum.url',
      'ethereum.url: must start with ws://, wss://, http:// or https://',
    ],
    [
      'a list of gas limits',
      { ethereum: { ...section, contracts: [{ id: 'c', path: 'p', gas: [] }] } },
      'ethereum.contracts.0.gas',
      'ethereum.contracts.0.gas: must be an object',
    ],
    [
      'a fee of no number',
      { ethereum: { ...section, maxFeePerGas: 'much' } },
      'ethereum.maxFeePerGas',
      'ethereum.maxFeePerGas: must be a whole number',
    ],
    [
      'a negative fee',
      { ethereum: { ...section, maxFeePerGas: -1 } },
      'ethereum.maxFeePerGas',
      'ethereum.maxFeePerGas: must be at least 0',
    ],
  ];
  for (const [what, network, key, message] of wrong)
    it(`is refused for ${what}, naming the key`, () => {
      const error = (() => {
        try {
          return parseEthereumSettings(network);
        } catch (thrown) {
          return thrown as Error & { code: string; details: object };
        }
      })();
      expect(error).to.include({ code: 'E_NETWORK_FILE', message: `network file, ${message}` });
      expect(error).to.have.deep.property('details', { key });
    });
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
