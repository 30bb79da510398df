/** A home with something wrong in it: refused by name, before anything is lost. */
import {
  cpSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { writeKey } from '../../../node/home/keystore.ts';
import { readKey } from '../../../node/home/keystore.ts';
import { finishedWorld, type FinishedWorld } from './finished-world.ts';
import { bytesOf } from './home-bytes.ts';
import { expectJsonRefusal, expectRefusal, run, type Expected } from './refusal.ts';

interface Row extends Expected {
  /** of a copy of Org1's home */
  spoil(home: string): void | Promise<void>;
  /** default: the peer is started */
  readonly command?: (home: string) => readonly string[];
}

const half = (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2));
const change = (path: string, how: (text: string) => string) =>
  writeFileSync(path, how(readFileSync(path, 'utf8')));

describe('a home in which something is wrong', function () {
  this.timeout(240_000);
  let world: FinishedWorld;
  let taken: ReturnType<typeof createServer>;
  let takenPort: number;

  before(async () => {
    world = await finishedWorld();
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    takenPort = (taken.address() as AddressInfo).port;
  });
  after(() => {
    taken?.close();
    world?.remove();
  });

  const as = (home: string) => ['--org', 'Org1', '--home', home];
  const start = (home: string) => [...as(home), '--passphrase-file', world.passphrase('Org1')];
  const config = (home: string) => join(home, 'config.yaml');
  const inRound = (home: string, name: string) => join(home, 'rounds', world.round, name);

  /** Another org's key, sealed under the passphrase of this home. */
  async function reseal(home: string, path: string, purpose: 'identity' | 'transport') {
    const passphrase = (org: string) => readFileSync(world.passphrase(org), 'utf8');
    const key = await readKey(join(world.home('Org2'), path), passphrase('Org2'), purpose);
    rmSync(join(home, path));
    await writeKey(join(home, path), key, passphrase('Org1'), purpose);
  }

  const rows: Record<string, Row> = {
    'settings that name another org than its keys': {
      spoil: (home) => change(config(home), (text) => text.replace('org: Org1', 'org: Org2')),
      command: (home) => ['--home', home, '--passphrase-file', world.passphrase('Org1')],
      code: 'E_TWO_ORGS',
      says: /config\.yaml names Org2, and the identity key of this home is Org1's/,
    },
    "another org's identity key": {
      spoil: (home) => reseal(home, 'vault/identity.key.json', 'identity'),
      code: 'E_TWO_ORGS',
      says: /the identity key and the journal of this home do not belong together/,
    },
    "another org's transport key": {
      spoil: (home) => reseal(home, 'node/transport.key.json', 'transport'),
      code: 'E_TWO_ORGS',
      says: /the transport key of this home is Org2's, not Org1's/,
    },
    'a wrong passphrase': {
      spoil: () => {},
      command: (home) => [...as(home), '--passphrase-file', world.passphrase('Org2')],
      code: 'E_WRONG_PASSPHRASE',
      says: /the passphrase does not open the (identity|transport) key/,
    },
    'a manifest that lacks a signature': {
      spoil: (home) =>
        change(join(home, 'consortium.json'), (text) => {
          const file = JSON.parse(text) as { signatures: Record<string, string> };
          delete file.signatures['Org3'];
          return JSON.stringify(file);
        }),
      code: 'E_MANIFEST_UNSIGNED',
      says: /lacks the signature of Org3: each runs `bench-node consortium sign`/,
    },
    'a manifest whose signature does not hold': {
      spoil: (home) =>
        change(join(home, 'consortium.json'), (text) =>
          text.replace('"minimumContributors": 3', '"minimumContributors": 2'),
        ),
      code: 'E_MANIFEST',
      says: /minimumContributors/,
    },
    'a manifest with one member’s address changed': {
      spoil: (home) =>
        change(join(home, 'consortium.json'), (text) =>
          text.replace('/ip4/127.0.0.1', '/ip4/127.0.0.2'),
        ),
      code: 'E_BAD_SIGNATURE',
      says: /Org1's signature of consortium\.json does not hold/,
    },
    'an identity key cut in half': {
      spoil: (home) => half(join(home, 'vault/identity.key.json')),
      code: 'E_KEYSTORE',
      says: /identity\.key\.json is no key file/,
    },
    'a transport key cut in half': {
      spoil: (home) => half(join(home, 'node/transport.key.json')),
      code: 'E_KEYSTORE',
      says: /transport\.key\.json is no key file/,
    },
    'a consortium cut in half': {
      spoil: (home) => half(join(home, 'consortium.json')),
      code: 'E_MANIFEST',
      says: /consortium\.json is no JSON/,
    },
    'settings cut off between two lines': {
      spoil: (home) => change(config(home), (text) => text.replace(/controlPort[^]*$/, '')),
      code: 'E_CONFIG',
      says: /config\.yaml, line \d+: the line "# end of settings" is missing/,
    },
    'settings with a typing error': {
      spoil: (home) => change(config(home), (text) => text.replace('logLevel:', 'logLevle:')),
      code: 'E_CONFIG',
      says: /config\.yaml, line 7: unknown key "logLevle"/,
    },
    'settings that are no YAML': {
      spoil: (home) => change(config(home), (text) => text.replace('announce: []', 'announce: [')),
      code: 'E_CONFIG',
      says: /config\.yaml, line \d+: /,
    },
    'a card cut in half': {
      spoil: (home) => half(join(home, 'card.json')),
      command: (home) => ['consortium', 'install', world.consortium, ...as(home)],
      code: 'E_CARD',
      says: /card\.json: .*JSON/,
    },
    'a journal cut in half': {
      spoil: (home) => half(join(home, 'vault/journal.db')),
      code: 'E_JOURNAL_DAMAGED',
      says: /the journal is damaged: database disk image is malformed/,
    },
    'a transcript cut in half': {
      spoil: (home) => half(join(home, 'node/rounds.db')),
      code: 'E_TRANSCRIPT',
      says: /cannot open .*rounds\.db: database disk image is malformed/,
    },
    'a transcript that is something else': {
      spoil: (home) => writeFileSync(join(home, 'node/rounds.db'), 'x'.repeat(5000)),
      code: 'E_TRANSCRIPT',
      says: /file is not a database/,
    },
    'a ledger of disclosures cut in half': {
      spoil: (home) => half(join(home, 'node/disclosures.jsonl')),
      code: 'E_DISCLOSURE_LEDGER',
      says: /disclosures\.jsonl lacks the contribution to round [0-9a-f]{12}/,
    },
    'a ledger of disclosures that ends within a line': {
      spoil: (home) => truncateSync(join(home, 'node/disclosures.jsonl'), 100),
      command: (home) => ['ledger', 'show', ...as(home)],
      code: 'E_DISCLOSURE_LEDGER',
      says: /ends in the middle of a line\. Start the peer/,
    },
    'a ledger of disclosures with a changed line': {
      spoil: (home) =>
        change(join(home, 'node/disclosures.jsonl'), (text) => text.replace('"sent"', '"said"')),
      code: 'E_DISCLOSURE_LEDGER',
      says: /disclosures\.jsonl, line 1: /,
    },
    'a control file cut in half': {
      spoil: (home) =>
        writeFileSync(join(home, 'node/control.json'), '{"url":"http://127.0.0.1:4', {
          mode: 0o600,
        }),
      command: (home) => ['status', ...as(home)],
      code: 'E_CONTROL_FILE',
      says: /control\.json is damaged/,
    },
    'own counts cut in half': {
      spoil: (home) => half(join(home, 'own', world.round, 'own.json')),
      command: (home) => ['own', ...as(home)],
      code: 'E_OWN_DATA',
      says: /own\.json is damaged/,
    },
    'a report cut in half': {
      spoil: (home) => half(inRound(home, 'report.json')),
      command: (home) => ['report', ...as(home)],
      code: 'E_REPORT',
      says: /report\.json is damaged/,
    },
    'a port that is taken': {
      spoil: (home) =>
        change(config(home), (text) =>
          text.replace(/^listen: .*$/m, `listen: /ip4/127.0.0.1/tcp/${takenPort}`),
        ),
      code: 'E_LISTEN',
      says: /cannot listen on \/ip4\/127\.0\.0\.1\/tcp\/\d+/,
    },
    'a control port that is taken': {
      spoil: (home) =>
        change(config(home), (text) =>
          text.replace(/^controlPort: .*$/m, `controlPort: ${takenPort}`),
        ),
      code: 'E_LISTEN',
      says: /127\.0\.0\.1:\d+ is taken \(controlPort\)/,
    },
    'a peer already': {
      spoil: (home) =>
        writeFileSync(
          join(home, 'node/control.json'),
          JSON.stringify({ url: 'http://127.0.0.1:9', token: 'x'.repeat(43), pid: process.pid }),
        ),
      code: 'E_PEER_RUNNING',
      says: new RegExp(`process ${process.pid} runs this home`),
    },
  };

  for (const [what, { spoil, command = start, ...expected }] of Object.entries(rows))
    it(`is refused for ${what}, and stays as it is`, async () => {
      const home = world.copy();
      await spoil(home);
      const before = bytesOf(home);
      expectRefusal(await run(command(home)), expected);
      expect(bytesOf(home)).to.deep.equal(before);
      expectJsonRefusal(await run([...command(home), '--json']), expected);
    });

  it('is refused when its journal is gone, or another one lies there', async () => {
    const expected = {
      code: 'E_JOURNAL_DAMAGED',
      says: /does not know that Org1 signed demo/,
    } as const;
    const home = world.copy();
    rmSync(join(home, 'vault/journal.db'));
    expectRefusal(await run(start(home)), expected);
    const empty = world.copy();
    truncateSync(join(empty, 'vault/journal.db'), 0);
    expectRefusal(await run(start(empty)), expected);
    const foreign = world.copy();
    copyFileSync(join(world.home('Org2'), 'vault/journal.db'), join(foreign, 'vault/journal.db'));
    const before = bytesOf(foreign);
    expectRefusal(await run(start(foreign)), {
      code: 'E_TWO_ORGS',
      says: /the identity key and the journal of this home do not belong together/,
    });
    expect(bytesOf(foreign)).to.deep.equal(before);
  });

  it('has a bundle that verifies with no changed byte, and not without its end', async () => {
    const home = world.copy();
    const bundle = readFileSync(inRound(home, 'round.bundle'));
    const file = join(home, 'changed.bundle');
    const verify = ['audit', 'verify', file, '--consortium', world.consortium];
    const places = Array.from({ length: 8 }, (_, i) => Math.floor((bundle.length * (i + 0.5)) / 8));
    for (const at of places) {
      const changed = Buffer.from(bundle);
      changed[at] = (changed[at] as number) ^ 1;
      writeFileSync(file, changed);
      const { code, stdout, stderr } = await run(verify);
      expect([code, stderr], `byte ${at}`).to.deep.equal([14, '']);
      expect(stdout).to.match(/^NOT verified: [a-z-]+: .+ \(E_[A-Z_]+\)$/m);
    }
    writeFileSync(file, bundle.subarray(0, bundle.length / 2));
    expect(await run(verify)).to.include({ code: 14 });
    cpSync(inRound(home, 'round.bundle'), file);
    expect(await run(verify)).to.include({ code: 0, stderr: '' });
  });
});
