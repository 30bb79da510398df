/** What the pages point to is there: files, headings, npm scripts, commands and options of `bench-node`. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { expect } from 'chai';
import { createProgram } from '../../node/cli/program.ts';
import { createOutput } from '../../node/cli/output.ts';
import { checkScenario } from '../../node/scenario-file.ts';
import { pages, read, TOP } from './pages.ts';

const SINK = { write: () => true };
const program = createProgram(createOutput(false, SINK, SINK), () => {});
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** As GitHub makes the anchor of a heading. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

interface Found {
  readonly page: string;
  readonly target: string;
}

function everywhere(pattern: RegExp): Found[] {
  return pages().flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, target = '']) => ({ page: path, target })),
  );
}

describe('the pages', () => {
  it('link to files and headings that are there', () => {
    const links = everywhere(/\]\(([^)\s]+)\)/g).filter(({ target }) => !/^https?:/.test(target));
    expect(links).to.have.length.above(20);
    for (const { page, target } of links) {
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? page : normalize(join(dirname(page), file));
      expect(existsSync(join(TOP, path)), `${page} links to ${target}`).to.equal(true);
      if (anchor !== undefined)
        expect(anchors(read(path)), `${page} links to ${target}`).to.include(anchor);
    }
  });

  it('are each linked from another one', () => {
    const linked = everywhere(/\]\(([^)#\s]+)[^)]*\)/g).map(({ page, target }) => ({
      page,
      to: normalize(join(dirname(page), target)),
    }));
    for (const { path } of pages().filter((page) => page.path !== 'README.md'))
      expect(
        linked.some(({ page, to }) => to === path && page !== path),
        path,
      ).to.equal(true);
  });

  it('stand in the table of README.md, when they are in docs/ itself', () => {
    const [, table = ''] = read('README.md').split('## Documentation');
    for (const { path } of pages().filter(({ path }) => /^docs\/[^/]+$/.test(path)))
      expect(table, path).to.contain(`](${path})`);
  });

  it('name npm scripts that package.json has', () => {
    const named = everywhere(/npm run (?:-s )?([a-z][a-z:-]*)/g);
    expect(named).to.have.length.above(5);
    for (const { page, target } of named)
      expect(scripts, `${page}: npm run ${target}`).to.have.property(target);
  });

  it('name commands and options that bench-node has', () => {
    const named = everywhere(/(?:^|`)(?:npm run -s bench-node --|bench-node) ([^`\n]+)/gm);
    expect(named).to.have.length.above(20);
    for (const { page, target } of named) checkCommand(page, target);
  });

  it('leave no command of bench-node out of docs/cli.md', () => {
    const page = read('docs/cli.md');
    for (const path of allCommands(program))
      expect(page, path).to.match(new RegExp(`bench-node ${path}\\b`));
  });

  it('leave no option of a command out of its section of docs/cli.md', () => {
    const [, ofAll = '', ...sections] = read('docs/cli.md').split(/^## /m);
    for (const path of allCommands(program)) {
      const about = sections.filter((text) => text.includes(`bench-node ${path}`)).join('\n');
      for (const option of optionsOf(path))
        expect(ofAll + about, `${path} ${option}`).to.contain(option);
    }
  });

  it('leave no key of a scenario out of docs/cli.md', () => {
    const [, section = ''] = read('docs/cli.md').split('## scenario.yaml');
    const keys = Object.entries(SCENARIO).flatMap(([key, value]) =>
      ['sums', 'without'].includes(key) || typeof value !== 'object'
        ? [key]
        : Object.keys(value).map((inner) => `${key}.${inner}`),
    );
    expect(keys).to.include.members(['without', 'exception', 'deadlines.voteSeconds']);
    for (const key of keys) expect(section, key).to.contain(`\`${key}\``);
  });

  it('run programs from a clone that are there', () => {
    const named = everywhere(/npx node (\S+)/g);
    expect(named).to.have.length.above(0);
    for (const { page, target } of named)
      expect(existsSync(join(TOP, target)), `${page}: ${target}`).to.equal(true);
  });
});

/** Every key that a scenario may have. */
const SCENARIO = checkScenario({
  name: 'a',
  sut: { type: 'ledger', version: '1' },
  workload: { class: 'a', description: 'b' },
  warmUpSeconds: 1,
  runSeconds: 1,
  without: ['Org4'],
  exception: 'why',
});

/** The demo reads its own flags. */
function optionsOf(path: string): string[] {
  if (path === 'demo') {
    const flags = [...read('scenarios/demo/flags.ts').matchAll(/ion\('(--[a-z-]+)/g)];
    expect(flags).to.have.length.above(5);
    return flags.map(([, flag = '']) => flag);
  }
  const command = path
    .split(' ')
    .reduce((from, name) => from.commands.find((one) => one.name() === name) as Command, program);
  return command.options.flatMap(({ long }) => long ?? []);
}

/** `consortium sign x --org y`: the words lead to a command, and each option is one of it or of all. */
function checkCommand(page: string, text: string): void {
  const words = text.split(' ');
  if (/^[<…]/.test(words[0] ?? '')) return;
  let command: Command = program;
  for (const word of words) {
    const next = command.commands.find((one) => one.name() === word);
    if (!next) break;
    command = next;
  }
  if (!words[0]?.startsWith('-'))
    expect(command, `${page}: bench-node ${text}`).not.to.equal(program);
  if (command.name() === 'demo') return;
  const start = program.commands.find((one) => one.name() === 'start') as Command;
  const known = [program, start, command]
    .flatMap((one) => one.options)
    .map(({ long }) => long)
    .concat('--help');
  for (const [option] of text.matchAll(/--[a-z][a-z-]*/g))
    expect(known, `${page}: bench-node ${text}`).to.include(option);
}

function allCommands(command: Command, path: readonly string[] = []): string[] {
  return command.commands.flatMap((one) => {
    const here = [...path, one.name()];
    return one.commands.length > 0 ? allCommands(one, here) : [here.join(' ')];
  });
}
