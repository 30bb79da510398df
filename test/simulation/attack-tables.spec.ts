/** docs/simulation.md tells every scripted attack: the rule that it needs out of the way, the promise that it breaks, its name. */
import { expect } from 'chai';
import { read } from '../docs/pages.ts';
import type { Attack } from './attacks/attack.ts';
import { ATTACKS } from './attacks/index.ts';

const PAGE = read('docs/simulation.md');

/** What breaks an agreed and masked sum when it is left out, each on its own: none of these may lose its script. */
const LEFT_OUT = [
  'agreement in one vote',
  'lock',
  'lock durability',
  'journal first',
  'q lowered by one',
  'Shamir threshold raised by one',
  'first certificate only',
  'one kind only',
  'relay of liars’ messages',
  'carried prevotes',
  'certificate forwarding',
  'closing instant',
  'one vector for each (round, sum)',
  'context in the key derivation',
  'hash for each kind',
  'members outside the set silent',
  'threshold for the main set only',
  'exception for members with two contributions',
  'no second sum over the same data, or with another set',
];

/** The cells of the one table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = PAGE.split(`\n${heading}\n`);
  const lines = (section.split(/\n##/)[0] as string).split('\n');
  return lines
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1));
}

const cellsOf = ({ rule, breaks, name }: Attack) => [rule, breaks, name];

describe('the tables of attacks in docs/simulation.md', () => {
  for (const row of LEFT_OUT)
    it(`have a script for what breaks without: ${row}`, () => {
      const rules = ATTACKS.filter((attack) => attack.row === row).map(({ rule }) => rule);
      const inPage = tableUnder('## What breaks without each rule').map(([rule]) => rule);
      expect(rules).to.have.length.above(0);
      expect(inPage).to.include.members(rules);
    });

  it('name the script for each row of what breaks without each rule', () => {
    const listed = ATTACKS.filter(({ row }) => row !== undefined);
    expect(listed).to.have.length.above(30);
    expect(tableUnder('## What breaks without each rule')).to.deep.equal(listed.map(cellsOf));
  });

  it('name the scripts of all other rules', () => {
    const others = ATTACKS.filter(({ row }) => row === undefined);
    expect(others).to.have.length.above(10);
    expect(tableUnder('### The other rules')).to.deep.equal(others.map(cellsOf));
  });

  it('tell scripts apart by their names', () => {
    expect(new Set(ATTACKS.map(({ name }) => name))).to.have.property('size', ATTACKS.length);
  });
});
