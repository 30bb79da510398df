/** What the pages point to is there: files, headings, npm scripts, commands and options of `bench-node`. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Command } from 'commander';
import { expect } from 'chai';
import { createProgram } from '../../node/cli/program.ts';
import { createOutput } from '../../node/cli/output.ts';
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

  it('run programs from a clone that are there', () => {
    const named = everywhere(/npx node (\S+)/g);
    expect(named).to.have.length.above(0);
    for (const { page, target } of named)
      expect(existsSync(join(TOP, target)), `${page}: ${target}`).to.equal(true);
  });
});

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
