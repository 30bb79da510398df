/** What a scripted liar does in a set-up: other deals and shares than it should, and a load under what it showed. */
import type { Payload, Verified } from '../../../protocol/statement.ts';
import type { Stage } from '../stage.ts';
import { T0 } from '../world.ts';

export type Dealt = Payload<'deal'>['sums'][number];

/** Everybody accepts and commits, and hears all keys; deals and shares are made, but not yet brought. */
export function untilDealt(stage: Stage): void {
  for (const peer of stage.room.peers.values()) peer.accept();
  stage.room.runUntil(T0 + 100);
  for (const type of ['acceptance', 'commit', 'keys'] as const)
    stage.bring({ type }, stage.world.roster);
}

/** The liar's deal, changed, to these; everything else of the set-up to everybody. */
export function bringSetUp(
  stage: Stage,
  lies: readonly {
    to: readonly string[];
    change: (deal: Dealt) => Dealt;
    shares?: (holder: string) => Uint8Array;
  }[],
): void {
  const { roster } = stage.world;
  const [liar] = stage.liars as [string];
  const [own] = stage.said({ type: 'deal', from: liar });
  if (own?.type !== 'deal') throw new Error('the liar has not dealt');
  stage.bring({ type: 'deal', from: stage.honest }, roster);
  bringShares(stage, stage.honest, roster);
  for (const { to, change, shares } of lies) {
    const message = { ...own.message, sums: own.message.sums.map(change) };
    stage.lie(liar, { type: 'deal', message }, to);
    if (!shares) bringShares(stage, [liar], to);
    else
      for (const holder of to) {
        const sums = [{ sum: 'main', sealed: shares(holder) }];
        stage.lie(liar, { type: 'shares', message: { round: own.message.round, holder, sums } }, [
          holder,
        ]);
      }
  }
  stage.bring({ type: 'ready', from: stage.honest }, roster);
}

function bringShares(stage: Stage, from: readonly string[], to: readonly string[]): void {
  for (const message of stage.said({ type: 'shares', from }))
    if (message.type === 'shares' && to.includes(message.message.holder))
      stage.room.bring(message, [message.message.holder]);
  stage.room.runUntil(stage.room.nowMs());
}

/** The liar's signature of the set-up that an honest member signed. */
export function signReady(stage: Stage, to: readonly string[]): Verified | undefined {
  const [liar] = stage.liars as [string];
  const [theirs] = stage.said({ type: 'ready', from: stage.honest });
  return theirs?.type === 'ready'
    ? stage.lie(liar, { type: 'ready', message: theirs.message }, to)
    : undefined;
}

/** Good shares, with good hashes, of a secret that the dealer never committed to. */
export function sharesOfAnother(stage: Stage, liar: string) {
  const { product, roster, terms, secretsOf } = stage.world;
  const { split, shareHash, sealShares } = product.aggregation;
  const { setup } = terms.sums[0] as (typeof terms.sums)[number];
  const own = secretsOf(liar, 'main');
  const place = roster.indexOf(liar);
  const { n, q } = terms;
  const selves = split(new Uint8Array(32).fill(1), q, n, own.selfCoefficients);
  const sigmas = split(own.sigma, q, n, own.sigmaCoefficients);
  return {
    hashes: selves.map((share, holder) => shareHash(setup, 'self', place, holder, share)),
    seal(holder: string): Uint8Array {
      const to = roster.indexOf(holder);
      const pair = { self: selves[to] as Uint8Array, sigma: sigmas[to] as Uint8Array };
      return sealShares(own, setup, place, to, secretsOf(holder, 'main').sealPublic, pair);
    },
  };
}

/** The secret that it committed to, but to one holder a share, with its hash, that is not on the polynomial. */
export function sharesWithOneWrong(stage: Stage, liar: string, holder: string) {
  const { product, roster, terms, secretsOf } = stage.world;
  const { split, shareHash, sealShares } = product.aggregation;
  const { setup } = terms.sums[0] as (typeof terms.sums)[number];
  const own = secretsOf(liar, 'main');
  const place = roster.indexOf(liar);
  const { n, q } = terms;
  const wrong = new Uint8Array(32).fill(1);
  const right = split(own.selfSeed, q, n, own.selfCoefficients);
  const selves = right.map((share, to) => (roster[to] === holder ? wrong : share));
  const sigmas = split(own.sigma, q, n, own.sigmaCoefficients);
  return {
    own: right[place] as Uint8Array,
    hashes: selves.map((share, to) => shareHash(setup, 'self', place, to, share)),
    seal(org: string): Uint8Array {
      const to = roster.indexOf(org);
      const pair = { self: selves[to] as Uint8Array, sigma: sigmas[to] as Uint8Array };
      return sealShares(own, setup, place, to, secretsOf(org, 'main').sealPublic, pair);
    },
  };
}

/** The liar's machine heard another deal than it showed, so it contributes by hand. */
export function bringLiarsOwn(stage: Stage, like: string): void {
  const [liar] = stage.liars as [string];
  const [theirs] = stage.said({ type: 'contribution', from: like });
  if (theirs?.type !== 'contribution') return;
  const { roster, terms, product } = stage.world;
  const { message } = theirs;
  const plan = terms.sums[0] as (typeof terms.sums)[number];
  const pairs = new Map(
    roster.flatMap((other, place): [number, Uint8Array][] =>
      other === liar ? [] : [[place, stage.world.pairSeed('main', liar, other)]],
    ),
  );
  const { maskVector, toBytes } = product.aggregation;
  const { selfSeed } = stage.world.secretsOf(liar, 'main');
  const x = new Int32Array(2 * plan.layout.lanes);
  const lanes = toBytes(maskVector(message.context, x, roster.indexOf(liar), selfSeed, pairs));
  stage.lie(liar, { type: 'contribution', message: { ...message, lanes } }, []);
}

/** Certifies this set under whatever context the honest members are in. */
export function certifyAsThere(stage: Stage, set: readonly string[]): void {
  const [a] = stage.honest as [string];
  const context = stage
    .said({ type: 'contribution', from: a })
    .map(({ message }) => 'context' in message && message.context)[0];
  const { roster, terms, product } = stage.world;
  const [liar] = stage.liars as [string];
  const honest = stage.honest.filter((org) => set.includes(org));
  const contributions = roster
    .filter((org) => set.includes(org))
    .map((org) => ({ org, one: stage.said({ type: 'contribution', from: org }).at(-1) }));
  for (const { one } of contributions) if (one) stage.room.bring(one, honest);
  const members = contributions.map(({ org, one }) => ({
    org,
    contribution: Buffer.from(one?.id ?? '', 'hex'),
  }));
  const at = { round: terms.roundId, sum: 'main', context: context as Uint8Array };
  const turn = roster
    .map((_, view) => product.protocol.coordinatorOf(terms, at.context, view))
    .indexOf(liar);
  stage.untilView(turn);
  stage.until(Math.max(stage.room.nowMs() - (terms.sums[0] as { cutMs: number }).cutMs, 5));
  const view = turn;
  stage.lie(
    liar,
    { type: 'candidate', message: { ...at, view, set: members, carried: [] } },
    honest,
  );
  const vote = { ...at, view, set: product.protocol.setHash(at.context, members) };
  stage.lie(liar, { type: 'prevote', message: vote }, honest);
  stage.share(['prevote'], honest);
  stage.lie(liar, { type: 'precommit', message: vote }, honest);
  stage.share(['precommit'], honest);
}
