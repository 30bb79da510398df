import { createHash } from 'node:crypto';
import { expect } from 'chai';
import {
  contextOf,
  earlierResult,
  encodeLanes,
  GRID_ID,
  layoutDigest,
  mainLayout,
  maskVector,
  openSecrets,
  pairHash,
  pairSeed,
  sealShares,
  selfHash,
  setupOf,
  shareHash,
  split,
  SUITE,
  toBytes,
} from '../../aggregation/index.ts';
import { bytes32 } from './room.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

// Bytes that other machines and other releases of this suite must give too. A change here needs another SUITE.
const GOLDEN = {
  setup: 'ff9238b999064077d4aaecc7fd28752634cad50e89293666d08cd3bd5b849f8c',
  context: '8a8f6d97e759c11749b0187475078c73d75e7ba5d84a8e45c3b3e7c433fed253',
  'earlier result': '2ed0c7e4a2cb4575e32f9248646143a5585ab1eabbac3793250c805008082eab',
  'mask key': 'c2ab969483e7d1e2e6a486e9af71abee1bd517503044471efe1f52fa1b7f353f',
  'seal key': 'aa3132c4337c37c07d0d81a19c3ccd2e78ac61117af139bf955c569516488921',
  'self hash': '7c43537db103571b3bef91b89f916a8501e179cb7cb0eb911f34294bad46df55',
  'pair hash': 'b2a638be8a9c0a4b625ffba1e19f2a2efed924076fbe1c4eef952c7d1be7cce2',
  'share hash': '37ebbc22ccaddb7cfbca71c9434cb83b2e7cdbd4d760b8601e08aa67cce0ad00',
  'sealed shares': '32bae7980fb5b80d394986f3461308783a4e0a715dd635d1f3cf9f8dc140c728',
  'masked vector': '9f94e3649bf742b92a6341df8397efa5518d984a91dbec3d291560c6a63cc870',
};
type Name = keyof typeof GOLDEN;

function suiteBytes(): Record<Name, Uint8Array> {
  const setup = setupOf({
    suite: SUITE,
    consortium: bytes32('consortium'),
    round: bytes32('round'),
    sum: 'main',
    layoutDigest: layoutDigest(mainLayout()),
    grid: GRID_ID,
    rosterDigest: bytes32('roster'),
    n: 3,
    f: 1,
    q: 3,
  });
  const context = contextOf(setup, bytes32('set-up'), [bytes32('earlier')]);
  const own = openSecrets(bytes32('a'), setup);
  const peer = openSecrets(bytes32('b'), setup);
  const seed = pairSeed(own, setup, 0, 1, peer.maskPublic);
  const [, self] = split(own.selfSeed, 3, 3, own.selfCoefficients) as [Uint8Array, Uint8Array];
  const [, sigma] = split(own.sigma, 3, 3, own.sigmaCoefficients) as [Uint8Array, Uint8Array];
  const sealed = sealShares(own, setup, 0, 1, peer.sealPublic, { self, sigma });
  const x = encodeLanes(Float64Array.from({ length: 100 }, (_, lane) => lane));
  const masked = toBytes(maskVector(context, x, 0, own.selfSeed, new Map([[1, seed]])));
  return {
    setup,
    context,
    'earlier result': earlierResult(bytes32('set'), bytes32('lanes')),
    'mask key': own.maskPublic,
    'seal key': own.sealPublic,
    'self hash': selfHash(setup, 0, own.selfSeed),
    'pair hash': pairHash(setup, 0, 1, seed),
    'share hash': shareHash(setup, 'sigma', 0, 1, sigma),
    'sealed shares': createHash('sha256').update(sealed).digest(),
    'masked vector': createHash('sha256').update(masked).digest(),
  };
}

describe('the bytes of the suite', () => {
  for (const name of Object.keys(GOLDEN) as Name[])
    it(`are the same for the ${name}`, () => {
      expect(hex(suiteBytes()[name])).to.equal(GOLDEN[name]);
    });
});
