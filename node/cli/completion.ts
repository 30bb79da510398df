/** Shell completion: a script made of the program's own commands and options, so that it cannot fall behind them. Pure. */
import type { Command } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What can follow a command: its path, as in `consortium sign`, empty for the program itself. */
interface Node {
  readonly path: string;
  readonly commands: readonly Word[];
  readonly options: readonly Word[];
}

interface Word {
  readonly word: string;
  readonly about: string;
}

export function completionScript(shell: Shell, program: Command): string {
  const nodes = nodesOf(program, []);
  switch (shell) {
    case 'bash':
      return bash(nodes);
    case 'zsh':
      return zsh(nodes);
    case 'fish':
      return fish(nodes);
  }
}

function nodesOf(command: Command, path: readonly string[]): Node[] {
  const inner = command.commands.filter((one) => one.name() !== 'help');
  const node: Node = {
    path: path.join(' '),
    commands: inner.map((one) => ({ word: one.name(), about: one.description() })),
    options: optionsOf(command),
  };
  return [node, ...inner.flatMap((one) => nodesOf(one, [...path, one.name()]))];
}

/** Those of the commands above it too: they stand anywhere. */
function optionsOf(command: Command): Word[] {
  const above = command.parent ? optionsOf(command.parent) : [];
  const own = command.options.flatMap(({ long, description }) =>
    long ? [{ word: long, about: description }] : [],
  );
  const help = command.parent ? [] : [{ word: '--help', about: 'how it is done' }];
  return [...own, ...above, ...help];
}

const words = (list: readonly Word[]) => list.map(({ word }) => word).join(' ');

/** The words that are no options name the command; the longest path that is one wins. */
function bash(nodes: readonly Node[]): string {
  const cases = nodes.map(
    ({ path, commands, options }) =>
      `    "${path}") commands="${words(commands)}"; options="${words(options)}" ;;`,
  );
  return `# bash completion of bench-node: eval "$(bench-node completion bash)"
_bench_node() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word commands options
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $(_bench_node_commands "$path") " in *" $word "*) path="\${path:+$path }$word" ;; esac
  done
  _bench_node_node "$path"
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  else COMPREPLY=($(compgen -W "$commands" -- "$current")); fi
}
_bench_node_commands() { local commands options; _bench_node_node "$1"; echo "$commands"; }
_bench_node_node() {
  case "$1" in
${cases.join('\n')}
    *) commands=""; options="" ;;
  esac
}
complete -o default -F _bench_node bench-node
`;
}

/** zsh's own _describe takes \`word:about\`. */
function zsh(nodes: readonly Node[]): string {
  const described = (list: readonly Word[]) =>
    list.map(({ word, about }) => quoted(`${word.replaceAll(':', '\\:')}:${about}`)).join(' ');
  const cases = nodes.map(
    ({ path, commands, options }) =>
      `    ${quoted(path)}) commands=(${described(commands)}); options=(${described(options)}) ;;`,
  );
  return `#compdef bench-node
# zsh completion of bench-node: eval "$(bench-node completion zsh)"
_bench_node() {
  local path_="" word
  local -a commands options names
  _bench_node_node ""
  for word in "\${(@)words[2,CURRENT-1]}"; do
    names=("\${(@)commands%%:*}")
    if (( \${names[(Ie)$word]} )); then path_="\${path_:+$path_ }$word"; _bench_node_node "$path_"; fi
  done
  if [[ $PREFIX == -* ]]; then _describe option options
  elif (( \${#commands} )); then _describe command commands
  else _files; fi
}
_bench_node_node() {
  case "$1" in
${cases.join('\n')}
    *) commands=(); options=() ;;
  esac
}
compdef _bench_node bench-node
`;
}

function fish(nodes: readonly Node[]): string {
  const lines = nodes.flatMap(({ path, commands, options }) => {
    const seen =
      path === '' ? [] : path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
    const none = commands.map(({ word }) => word).join(' ');
    const here = [...seen, ...(none ? [`not __fish_seen_subcommand_from ${none}`] : [])].join(
      '; and ',
    );
    const when = here === '' ? '' : ` -n ${quoted(here)}`;
    return [
      ...commands.map(
        ({ word, about }) => `complete -c bench-node -f${when} -a ${word} -d ${quoted(about)}`,
      ),
      ...options.map(
        ({ word, about }) =>
          `complete -c bench-node${when} -l ${word.slice(2)} -d ${quoted(about)}`,
      ),
    ];
  });
  return `# fish completion of bench-node: bench-node completion fish | source\n${lines.join('\n')}\n`;
}

/** In single quotes, for any of the three shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
