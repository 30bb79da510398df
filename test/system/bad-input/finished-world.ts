/** Three orgs that published one round and stopped: homes with everything in them, to be copied and spoiled. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeOf, startWorld } from '../../../scenarios/demo/world.ts';
import { publish } from '../one-round.ts';

export interface FinishedWorld {
  readonly dir: string;
  readonly consortium: string;
  readonly round: string;
  /** a copy of Org1's home; of no use to two tests at once */
  copy(): string;
  passphrase(org: string): string;
  home(org: string): string;
  remove(): void;
}

export async function finishedWorld(): Promise<FinishedWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'hushmark-bad-'));
  const orgs = ['Org1', 'Org2', 'Org3'];
  const world = await startWorld({ dir, sut: 'ledger', orgs, tps: 10, seed: 8, say: () => {} });
  let round: string;
  try {
    const lengths = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 15 };
    const [view] = await publish(world, lengths);
    // a round that came too late before it has a folder, too
    round = view?.round as string;
  } finally {
    await world.stop();
  }
  const home = (org: string) => homeOf(dir, org);
  let copies = 0;
  return {
    dir,
    consortium: world.consortium,
    round,
    copy() {
      const to = join(dir, 'copies', String(++copies));
      cpSync(home('Org1'), to, { recursive: true });
      return to;
    },
    passphrase: (org) => join(dir, 'passphrases', org),
    home,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
