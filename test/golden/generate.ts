/**
 * Adds golden files that are not there yet; what is there stays as it is. Run by hand: `node test/golden/generate.ts`.
 * good/demo is no part of it: it was published by a real demo.
 */
import { consortiumOf } from '../protocol/consortium.ts';
import { badBundles } from './bad-bundles.ts';
import { badCopies } from './bad-copies.ts';
import { chainCases, chainManifests } from './chain.ts';
import { badEvidence, goodEvidence } from './evidence.ts';
import { addGolden } from './files.ts';
import { badRarities, goodRounds, world } from './rounds.ts';

let added = 0;
const add = (name: string, content: string | Uint8Array) => {
  if (!addGolden(name, content)) return;
  added += 1;
  process.stdout.write(`added ${name}\n`);
};
const addJson = (name: string, value: unknown) => add(name, `${JSON.stringify(value, null, 2)}\n`);

for (const [name, published] of Object.entries(goodRounds()))
  for (const [file, content] of Object.entries(published())) add(`good/${name}/${file}`, content);
for (const [name, bad] of Object.entries({
  ...badBundles(world),
  ...badRarities(world),
  ...badCopies(),
}))
  addJson(`bad/${name}.json`, bad);
for (const [name, text] of Object.entries(chainManifests(world))) add(`chain/${name}.json`, text);
addJson('chain/cases.json', chainCases);
add('evidence/seven.json', consortiumOf(7).text);
for (const [name, { bytes, verdict }] of Object.entries(goodEvidence())) {
  add(`evidence/good/${name}.evidence`, bytes);
  addJson(`evidence/good/${name}.json`, verdict);
}
for (const [name, bad] of Object.entries(badEvidence())) addJson(`evidence/bad/${name}.json`, bad);
process.stdout.write(`${added} added\n`);
