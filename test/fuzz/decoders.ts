/** Everything that reads bytes or values of others: what is taken must be what its own encoding gives again. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { decodeAnswer, encodeRefusal, encodeResult } from '../../node/net/answer.ts';
import {
  decodeEnvelopes,
  decodeIds,
  decodeRequest,
  encodeEnvelopes,
  encodeIds,
  encodeRequest,
} from '../../node/net/exchange-frames.ts';
import { NodeError } from '../../node/errors.ts';
import { parseRequest, parseStatement } from '../../node/vault/messages.ts';
import {
  audit,
  decode,
  encode,
  encodePayload,
  open,
  openConsortium,
  parseManifestFile,
  ProtocolError,
  STATEMENTS,
  verifyEvidence,
  type MessageName,
  type StatementType,
  type Verified,
} from '../../protocol/index.ts';
import { said } from '../protocol/consortium.ts';
import type { Random } from '../simulation/random.ts';
import { mutateBytes, mutateValue } from './mutate.ts';
import type { Seeds } from './seeds.ts';
import type { Target } from './target.ts';

export function decodersOf(seeds: Seeds): Target[] {
  return [
    envelopes(seeds),
    ...messages(seeds),
    ...frames(seeds),
    manifests(seeds),
    vaultRequests(seeds),
    vaultStatements(seeds),
    bundles(seeds),
    evidence(seeds),
  ];
}

/** Mutated bytes of any of these. */
function bytesOf(
  name: string,
  weight: number,
  from: readonly Uint8Array[],
  attempt: (bytes: Uint8Array) => void,
): Target {
  const make = (random: Random) => mutateBytes(random.one(from), random, random.one(from));
  return { name, weight, make, attempt: (input) => attempt(input as Uint8Array) };
}

const same = (bytes: Uint8Array, again: Uint8Array) =>
  assert.equal(Buffer.compare(bytes, again), 0, 'what was taken has another encoding');

function envelopes({ world, statements }: Seeds): Target {
  const genuine = new Set(statements.map(({ id }) => id));
  const from = statements.map(({ bytes }) => bytes);
  return bytesOf('open', 20, from, (bytes) => {
    const { id } = open(world.consortium, bytes);
    assert(genuine.has(id), 'a statement that nobody signed was opened');
  });
}

function messages({ statements, bundle }: Seeds): Target[] {
  const types = Object.keys(STATEMENTS) as StatementType[];
  const payloads = (type: StatementType) =>
    statements.filter((one) => one.type === type).map((one) => encodePayload(one));
  const roundTrip = (name: MessageName, weight: number, from: readonly Uint8Array[]) =>
    bytesOf(`decode${name}`, weight, from, (bytes) =>
      same(bytes, encode(name, decode(name, bytes))),
    );
  return [
    roundTrip(
      'Envelope',
      60,
      statements.map(({ bytes }) => bytes),
    ),
    roundTrip('Bundle', 4, [bundle]),
    ...types.map((type) => {
      const weight = type === 'contribution' ? 20 : 60;
      return roundTrip(STATEMENTS[type].message, weight, payloads(type));
    }),
  ];
}

function frames({ frames: from, statements }: Seeds): Target[] {
  const answers = [
    encodeResult(statements[0]?.bytes ?? Buffer.alloc(1)),
    encodeRefusal(new NodeError('E_PEER_BUSY', 'later')),
  ];
  return [
    bytesOf('exchangeRequest', 60, from, (bytes) =>
      same(bytes, encodeRequest(decodeRequest(bytes))),
    ),
    bytesOf('exchangeIds', 30, from, (bytes) => same(bytes, encodeIds(decodeIds(bytes)))),
    bytesOf('exchangeEnvelopes', 60, from, (bytes) =>
      same(bytes, encodeEnvelopes(decodeEnvelopes(bytes))),
    ),
    bytesOf('answer', 60, answers, (bytes) => void decodeAnswer(bytes, 'Org2')),
  ];
}

/** As bytes, and as JSON with other values in it. */
function manifests({ world }: Seeds): Target {
  const text = Buffer.from(world.text);
  const value: unknown = JSON.parse(world.text);
  return {
    name: 'manifest',
    weight: 10,
    make: (random) =>
      random.chance(0.4)
        ? mutateBytes(text, random, text).toString()
        : jsonOf(mutateValue(value, random)),
    attempt(input) {
      const { digest } = openConsortium(parseManifestFile(input as string));
      same(digest, world.consortium.digest);
    },
  };
}

const jsonOf = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '';

/** What a node that an attacker has taken over could send to its vault. */
function vaultRequests({ statements, room, world }: Seeds): Target {
  const envelopes = statements.slice(0, 4).map(({ bytes }) => bytes);
  const { round } = room.terms;
  const context = new Uint8Array(32);
  const ofView = (type: 'candidate' | 'precommit', view: number) =>
    statements.flatMap((one) =>
      one.type === type && one.message.view === view ? [one.bytes] : [],
    );
  const certificateIn = (view: number) => ({
    candidate: ofView('candidate', view)[0],
    precommits: ofView('precommit', view),
  });
  const certificate = certificateIn(0);
  const earlier = [{ set: context, lanes: new Uint8Array(64) }];
  const sum = { round, sum: 'main', context };
  const requests: Record<string, unknown> = {
    start: { passphrase: 'p', identityKey: '/k', journal: '/j' },
    use: { consortium: world.text },
    signManifest: { manifest: world.text },
    sign: { type: 'commit', payload: envelopes[1] },
    signed: { round },
    comparable: { workload: context },
    permit: { proposal: envelopes[0] },
    open: { proposal: envelopes[0] },
    deal: { round, keys: envelopes },
    accept: { round, deals: envelopes, shares: envelopes },
    mask: { ...sum, lanes: new Float64Array(8), clockBoundUs: 5, earlier },
    reveal: { ...sum, certificate },
    release: {
      ...sum,
      certificate: certificateIn(1),
      earlier,
      missing: { self: ['A'], sigma: ['B'] },
    },
    wipe: { round },
  };
  const from = Object.entries(requests).map(([method, args]) => ({ id: 7, method, args }));
  return {
    name: 'vaultRequest',
    weight: 30,
    make: (random) => mutateValue(random.one(from), random),
    attempt(input) {
      const { id, request } = parseRequest(input);
      assert(Number.isSafeInteger(id) && Object.hasOwn(requests, request.method));
      assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    },
  };
}

function vaultStatements({ statements }: Seeds): Target {
  const types = Object.keys(STATEMENTS) as StatementType[];
  return {
    name: 'vaultStatement',
    weight: 40,
    make(random) {
      const payload = encodePayload(random.one(statements));
      return { type: random.one(types), payload: mutateBytes(payload, random, payload) };
    },
    attempt(input) {
      const { payload } = input as { payload: Uint8Array };
      same(payload, encodePayload(parseStatement(input as never)));
    },
  };
}

/** A bundle that still verifies tells the very same report. */
function bundles({ bundle, world }: Seeds): Target {
  const { report } = audit(bundle, world.text);
  return bytesOf('bundle', 0.2, [bundle], (bytes) => {
    const audited = audit(bytes, world.text);
    const last = audited.checks.at(-1);
    if (audited.ok) assert(isDeepStrictEqual(audited.report, report), 'another report verified');
    else if (last?.ok === false) throw new ProtocolError('E_AUDIT', last.detail);
    else assert.fail('a failed audit names its check');
  });
}

/** Whatever is done to evidence against C, it convicts nobody else. */
function evidence({ world, room }: Seeds): Target {
  const { roundId: round } = room.terms;
  const two = [1, 2].map(
    (fill) =>
      said(world, 'C', 'result', {
        ...{ round, sum: 'main', context: new Uint8Array(32), set: new Uint8Array(32) },
        lanesDigest: new Uint8Array(32).fill(fill),
        reportDigest: new Uint8Array(32),
      }) as Verified,
  );
  const bytes = encode('Evidence', {
    ...{ version: 1, lie: 'equivocation', org: 'C' },
    envelopes: two.map((one) => one.bytes),
    keysIds: [],
    dealIds: [],
  });
  assert.equal(verifyEvidence(bytes, world.consortium).org, 'C');
  return bytesOf('evidence', 2, [bytes], (changed) => {
    assert.equal(verifyEvidence(changed, world.consortium).org, 'C', 'an honest org was convicted');
  });
}
