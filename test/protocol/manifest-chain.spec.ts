/** The chain of manifests: each follows the one before it by digest and by signatures; a gap, a fork, a silent change are refused. */
import { expect } from 'chai';
import { audit } from '../../protocol/audit.ts';
import { hex } from '../../protocol/digest.ts';
import { openChain } from '../../protocol/manifest-chain.ts';
import {
  createManifest,
  manifestBytes,
  manifestDigest,
  openConsortium,
  parseManifestFile,
  shortDigest,
  type Manifest,
} from '../../protocol/manifest.ts';
import { bundleOf } from '../../protocol/publish.ts';
import { consortiumOf, POLICY, signerOf, type Signer, type TestConsortium } from './consortium.ts';
import { refusalBy } from './refusal.ts';
import { createRoom } from './round/room.ts';

interface Change {
  readonly name?: string;
  readonly signers?: readonly Signer[];
  /** the manifest before; null: there is none */
  readonly after?: string | null;
}

const four = ['A', 'B', 'C', 'D'].map((org) => signerOf(org));

/** A consortium.json that all of its members signed. */
function manifestText({ name = 'test', signers = four, after = null }: Change = {}): string {
  const cards = signers.map(({ card }) => card);
  const previous = after === null ? null : digestOf(after);
  const manifest: Manifest = { ...createManifest(name, cards, POLICY), previous };
  const bytes = manifestBytes(manifest);
  const signatures = Object.fromEntries(
    signers.map(({ card, sign }) => [card.org, Buffer.from(sign(bytes)).toString('base64')]),
  );
  return JSON.stringify({ manifest, signatures });
}

const digestOf = (text: string) => hex(manifestDigest(parseManifestFile(text).manifest));
const short = (text: string) => digestOf(text).slice(0, 16);
const refused = (...texts: string[]) => {
  const error = refusalBy(() => openChain(texts));
  expect(error.code).to.equal('E_MANIFEST_CHAIN');
  return error;
};

const first = manifestText();
const second = manifestText({ signers: [...four, signerOf('E')], after: first });
const third = manifestText({ name: 'other', signers: [...four, signerOf('E')], after: second });

describe('the chain of manifests', () => {
  it('is one manifest, whatever came before it', () => {
    for (const text of [first, second])
      expect(openChain([text]).map(shortDigest)).to.deep.equal([short(text)]);
  });

  it('stands oldest first, in whatever order and however often its manifests are given', () => {
    const sorted = [first, second, third].map(short);
    for (const texts of [
      [first, second, third],
      [third, first, second],
      [second, third, third, first, first],
    ])
      expect(openChain(texts).map(shortDigest)).to.deep.equal(sorted);
    expect(openChain([third, second]).map(shortDigest)).to.deep.equal(sorted.slice(1));
  });

  it('refuses a gap, and names what is missing', () => {
    const error = refused(first, third);
    expect(error.message).to.contain('gap').and.to.contain(short(second));
    expect(error.details['missing']).to.deep.equal([digestOf(second)]);
  });

  it('refuses a fork, and names both sides, also when what they follow was not given', () => {
    const fork = manifestText({ name: 'fork', after: second });
    for (const texts of [
      [first, second, third, fork],
      [third, fork],
    ]) {
      const error = refused(...texts);
      expect(error.message).to.contain('fork');
      expect(error.details['fork']).to.deep.equal([short(third), short(fork)].sort());
    }
  });

  it('refuses two consortia', () => {
    const stranger = manifestText({ name: 'stranger' });
    expect(refused(first, stranger).message).to.contain('both found a consortium');
    expect(refused(second, stranger, first).message).to.contain('both found a consortium');
  });

  it('refuses a change that leaves a member out without its word', () => {
    const without = manifestText({ signers: four.slice(0, 3), after: first });
    const error = refused(first, without);
    expect(error.message).to.contain('not signed by D');
    expect(error.details).to.deep.equal({ silent: ['D'] });
  });

  it("refuses a change that puts another key in a member's place", () => {
    const signers = [...four.slice(0, 3), signerOf('D', 'other')];
    expect(refused(first, manifestText({ signers, after: first })).details).to.deep.equal({
      silent: ['D'],
    });
  });

  it('takes no manifest that lacks a signature, and says which one of those given', () => {
    const file = JSON.parse(second) as { signatures: Record<string, string> };
    delete file.signatures['E'];
    const error = refusalBy(() => openChain([first, JSON.stringify(file), third]));
    expect(error.code).to.equal('E_MANIFEST_UNSIGNED');
    expect(error.message).to.match(/^manifest 2 of the 3 given: .*signature of E/);
    expect(error.details).to.deep.equal({ missing: ['E'], place: 2 });
  });

  it('refuses nothing at all', () => {
    expect(refused().message).to.contain('at least one');
  });
});

describe('an audit with a chain of manifests', () => {
  const world: TestConsortium = consortiumOf(4);
  const published = (of: TestConsortium) => {
    const room = createRoom(of);
    room.load();
    room.finish();
    return room.state('A');
  };
  const bundle = bundleOf(world.consortium, world.text, published(world));
  const later = manifestText({ signers: [...four, signerOf('E')], after: world.text });
  const latest = manifestText({ name: 'later', signers: [...four, signerOf('E')], after: later });
  it('names the manifest under which the bundle was made', () => {
    const found = audit(bundle, [latest, world.text, later]);
    expect(found.ok).to.equal(true);
    expect(found.manifest).to.deep.equal({ digest: digestOf(world.text), place: 1, of: 3 });
    expect(found.checks[1]?.detail).to.equal(
      `signed by all 4 members of test; manifest 1 of 3 in one chain, ${short(world.text)}`,
    );
  });

  it('says when nothing older was given', () => {
    const consortium = openConsortium(parseManifestFile(later));
    const signers = new Map([...four, signerOf('E')].map((signer) => [signer.card.org, signer]));
    const five = { consortium, text: later, orgs: consortium.orgs, signers };
    const bundle = bundleOf(consortium, later, published(five));
    for (const [texts, said] of [
      [[world.text, later, latest], `manifest 2 of 3 in one chain, ${short(later)}`],
      [[latest, later], `manifest 1 of 2 in one chain, ${short(later)}; nothing older than ${short(later)} was given`], // prettier-ignore
      [[later], `nothing older than ${short(later)} was given`],
    ] as const) {
      const found = audit(bundle, texts);
      expect(found.ok).to.equal(true);
      expect(found.checks[1]?.detail).to.equal(`signed by all 5 members of test; ${said}`);
    }
  });

  it("fails at consortium when the bundle's manifest is not among those given", () => {
    const found = audit(bundle, [later, latest]);
    expect(found.checks.at(-1)).to.deep.equal({
      name: 'consortium',
      ok: false,
      code: 'E_AUDIT',
      detail: 'the bundle was made under none of the 2 manifests given',
    });
  });

  it('fails at consortium for a chain that does not hold, whichever manifest the bundle names', () => {
    const fork = manifestText({ name: 'fork', after: world.text });
    for (const texts of [[world.text, latest], [world.text, later, fork], []]) {
      const found = audit(bundle, texts);
      expect([found.ok, found.manifest]).to.deep.equal([false, null]);
      expect(found.checks.at(-1)?.name).to.equal('consortium');
    }
  });
});
