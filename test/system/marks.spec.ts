import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { homeOf, workspaceOf } from '../../scenarios/demo/world.ts';
import { preload, startTapped, type TappedWorld } from './frame-tap-world.ts';
import { findMarks, findMarksIn, newMark } from './marks.ts';
import { acceptAll, propose, publish, viewWhen } from './one-round.ts';
import { endBy, endpointIn, plantMarks, relayTo, type Planted } from './planted-marks.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];
const LENGTHS = { warmUpSeconds: 1, runSeconds: 3 };

describe('what is private to an org', function () {
  this.timeout(240_000);
  let dir: string;
  let world: TappedWorld;
  let relays: Awaited<ReturnType<typeof relayTo>>[];
  /** by the org that they are planted at */
  let planted: Map<string, Planted>;

  async function start(preloads: readonly string[]): Promise<void> {
    dir = mkdtempSync(join(tmpdir(), `${newMark('path')}-`));
    const options = { dir, sut: 'ledger', orgs: ORGS, tps: 30, seed: 3 } as const;
    world = await startTapped({ ...options, logLevel: 'debug', say: () => {} }, preloads);
    planted = new Map();
    relays = await Promise.all(ORGS.map((org) => relayTo(endpointIn(workspaceOf(dir, org)))));
    ORGS.forEach((org, i) =>
      planted.set(org, plantMarks(workspaceOf(dir, org), relays[i]?.address as string)),
    );
  }
  async function stop(): Promise<void> {
    await world?.stop();
    await Promise.all(relays?.map((relay) => relay.close()) ?? []);
    rmSync(dir, { recursive: true, force: true });
  }

  const marksOf = (org: string) => Object.values(planted.get(org) as Planted) as string[];
  const strangersTo = (org: string) =>
    ORGS.filter((other) => other !== org).map((o) => homeOf(dir, o));
  const leaks = (org: string, round: string) =>
    findMarks(marksOf(org), [...strangersTo(org), join(homeOf(dir, org), 'rounds', round)]);
  const inFrames = (marks: readonly string[]) =>
    findMarksIn(
      marks,
      world.peers.flatMap((peer) => world.sources(peer)),
    );
  const textOf = (...path: string[]) => readFileSync(join(dir, ...path), 'utf8').trim();

  describe('after a round', () => {
    let round: string;
    before(async () => {
      await start([]);
      round = (await publish(world, LENGTHS))[0]?.round as string;
    });
    after(stop);

    it('is found nowhere outside of it: no home, transcript, log, report or bundle', () => {
      for (const org of ORGS) expect(leaks(org, round), org).to.deep.equal([]);
      // it was really there to be found: at home
      for (const org of ORGS) {
        const atHome = findMarks(marksOf(org), [workspaceOf(dir, org), homeOf(dir, org)]);
        expect(new Set(atHome.map(({ mark }) => mark)).size, org).to.equal(marksOf(org).length);
        const { printed, thrown, argument, account, functionName } = planted.get(org) as Planted;
        const logged = findMarks(marksOf(org), [join(homeOf(dir, org), 'node')]);
        const names = new Set(logged.map(({ mark }) => mark));
        expect([...names], 'debug log').to.include.members([printed, thrown, argument, account]);
        expect([...names], 'the stack stays in the worker').to.not.include(functionName);
      }
    });

    it('is in nothing that a node hands to its network, before encryption', () => {
      const marks = ORGS.flatMap(marksOf);
      const machine = hostname().length >= 8 ? [hostname()] : [];
      expect(inFrames([...marks, ...machine, dir])).to.deep.equal([]);
      for (const peer of world.peers) {
        const protocols = new Set(world.said(peer).map(({ protocol }) => protocol));
        // when a connection is half a minute old it is pinged, and on a busy machine streams are given up
        for (const now of ['/ipfs/ping/1.0.0', '(given up)']) protocols.delete(now);
        expect([...protocols], peer.org).to.have.members([
          '/hushmark/clock/1',
          '/hushmark/exchange/1',
          '/hushmark/hello/1',
          '/ipfs/id/1.0.0',
          '/meshsub/1.2.0',
          '(yamux)',
        ]);
      }
      // the tap really shows what was said
      const found = inFrames(['asset-transfer', 'transfers', 'hushmark', ...ORGS]);
      expect(new Set(found.map(({ mark }) => mark)).size).to.equal(3 + ORGS.length);
      for (const part of ['frames', 'streams', 'sockets'])
        expect(
          world.peers.every((peer) =>
            world.sources(peer).some(({ name }) => name === `${part} of ${peer.org}`),
          ),
          part,
        ).to.equal(true);
    });

    it('says of a node itself its addresses and "hushmark", and nothing of the machine', () => {
      for (const peer of world.peers) {
        const identify = world
          .said(peer)
          .filter(({ protocol }) => protocol === '/ipfs/id/1.0.0')
          .flatMap(({ frames }) => frames.map(({ bytes }) => bytes.toString('latin1')))
          .join('');
        expect(identify).to.include('hushmark');
        for (const word of ['libp2p', process.version, process.version.slice(1), process.platform])
          expect(identify, word).to.not.include(word);
      }
    });

    it('is not the passphrase or the token of the control API: each is in its own file only', () => {
      for (const org of ORGS) {
        const { token } = JSON.parse(textOf('homes', org, 'node', 'control.json')) as {
          token: string;
        };
        const passphrase = textOf('passphrases', org);
        const found = findMarks([token, passphrase], [join(dir, 'homes'), world.reports]);
        expect(found.map(({ mark, file }) => [mark, file])).to.deep.equal([
          [token, join(homeOf(dir, org), 'node', 'control.json')],
        ]);
        expect(inFrames([token, passphrase])).to.deep.equal([]);
      }
    });

    it('stays at home when the own ledger is down and the round is given up', async () => {
      await relays[0]?.close();
      const id = await propose(world, LENGTHS);
      await acceptAll(world.peers.slice(1), id);
      const [own, other] = await Promise.all(
        world.peers.slice(0, 2).map((peer) => viewWhen(peer, id, (view) => view.end !== null)),
      );
      const { endpoint } = planted.get('Org1') as Planted;
      expect(own?.end).to.include({ code: 'E_SUT_DOWN' });
      expect(own?.end?.message).to.include(endpoint);
      expect(other?.end?.message).to.include('E_SUT_DOWN');
      // round.json is the org's own view of a round: it is not for the others
      const leaked = leaks('Org1', id).filter(({ file }) => !/\/round\.json(\.\w+)?$/.test(file));
      expect(leaked).to.deep.equal([]);
      expect(inFrames(marksOf('Org1'))).to.deep.equal([]);
    });
  });

  describe('would be found', () => {
    afterEach(stop);

    it('if one argument leaked', async () => {
      await start([]);
      const { argument } = planted.get('Org1') as Planted;
      const mutant = { ...LENGTHS, description: `transfers of ${argument}` };
      const round = (await publish(world, mutant))[0]?.round as string;
      const found = leaks('Org1', round);
      expect(found.map(({ mark }) => mark)).to.include(argument);
      const files = found.map(({ file }) => file);
      for (const home of strangersTo('Org1'))
        expect(
          files.some((file) => file.startsWith(home)),
          home,
        ).to.equal(true);
      const framed = inFrames(ORGS.flatMap(marksOf));
      const parts = ['frames of Org1', 'streams of Org1'];
      expect(framed.map(({ file }) => file)).to.include.members(parts);
      // what goes out is encrypted
      expect(framed.filter(({ file }) => file.startsWith('sockets'))).to.deep.equal([]);
      const all = new Set([...found, ...framed].map(({ mark }) => mark));
      expect(all, 'and nothing else').to.deep.equal(new Set([argument]));
    });

    it('if an org that gives up told the others why', async () => {
      await start([preload('./marks-leaky-abort.ts')]);
      endBy(workspaceOf(dir, 'Org1'), 'prepare');
      const id = await propose(world, LENGTHS);
      await acceptAll(world.peers.slice(1), id);
      await Promise.all(
        world.peers.map((peer: Peer) => viewWhen(peer, id, (view) => view.end !== null)),
      );
      const { thrown, argument, account } = planted.get('Org1') as Planted;
      const framed = inFrames(marksOf('Org1')).filter(({ file }) => file === 'streams of Org1');
      expect(new Set(framed.map(({ mark }) => mark))).to.include.all.keys(
        thrown,
        argument,
        account,
      );
      const atOthers = findMarks([argument], strangersTo('Org1'));
      expect(atOthers.length).to.be.above(0);
    });
  });
});
