/**
 * Adds golden files that are not there yet; what is there stays as it is. Run by hand: `node test/golden/generate.ts`.
 * good/demo is no part of it: it was published by a real demo.
 */
import { bundleOf, publishedReport } from '../../protocol/publish.ts';
import { reportText } from '../../protocol/report.ts';
import { reportHtml } from '../../node/report/html.ts';
import { consortiumOf } from '../protocol/consortium.ts';
import { lanesOf } from '../protocol/round/lanes.ts';
import { createRoom, type RoomOptions } from '../protocol/round/room.ts';
import { badBundles } from './bad-bundles.ts';
import { badCopies } from './bad-copies.ts';
import { chainCases, chainManifests } from './chain.ts';
import { addGolden } from './files.ts';

const world = consortiumOf(4);
const rounds: Readonly<Record<string, RoomOptions>> = {
  'four-orgs': {},
  'one-left-out': { lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)) },
  'two-sums': { sums: ['main', 'second'] },
};

let added = 0;
const add = (name: string, content: string | Uint8Array) => {
  if (!addGolden(name, content)) return;
  added += 1;
  process.stdout.write(`added ${name}\n`);
};
const addJson = (name: string, value: unknown) => add(name, `${JSON.stringify(value, null, 2)}\n`);

for (const [name, options] of Object.entries(rounds)) {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  const state = room.state('A');
  const report = publishedReport(world.consortium, state);
  add(`good/${name}/round.bundle`, bundleOf(world.consortium, world.text, state));
  add(`good/${name}/consortium.json`, world.text);
  add(`good/${name}/report.json`, reportText(report));
  add(`good/${name}/report.html`, reportHtml(report));
}
for (const [name, bad] of Object.entries({ ...badBundles(world), ...badCopies() }))
  addJson(`bad/${name}.json`, bad);
for (const [name, text] of Object.entries(chainManifests(world))) add(`chain/${name}.json`, text);
addJson('chain/cases.json', chainCases);
process.stdout.write(`${added} added\n`);
