/** What will leave this machine, as text for a terminal: pure. */
import type {
  DisclosedField,
  DisclosedStatement,
  DisclosedSum,
  Disclosure,
} from '../disclosure/disclosure.ts';
import { countText } from '../report/figures.ts';
import { shortId } from './reach-peer.ts';
import { earlierRoundsText, leftOutText, stayText } from './terms-text.ts';
import { wrapped } from '../terminal/width.ts';

/** Below this, columns within the text would leave too little room for words. */
const NARROW = 72;

const lanesText = (count: number) => `${countText(count)} ${count === 1 ? 'lane' : 'lanes'}`;

/** @param columns - of the terminal */
export function disclosureText(disclosure: Disclosure, columns: number): string {
  const { round, org, roster, build, statements, sums, bytes, usualBytes } = disclosure;
  if (statements.length === 0)
    return `${org} takes no part in round ${shortId(round)}: nothing of it leaves this machine.`;
  const stay = stayText(disclosure);
  const paragraph = (text: string, indent = 0) => wrapped(text, columns, indent);
  return [
    ...paragraph(
      `What leaves this machine in round ${shortId(round)}, when ${org} accepts: at most ${countText(usualBytes)} bytes where nobody is late or fails, and never more than ${countText(bytes)}, whatever the load was.`,
    ),
    '',
    ...paragraph(`for ${roster.join(', ')}`, 2),
    ...paragraph(`terms ${round}`, 2),
    ...paragraph(
      `program hushmark ${build.packageVersion}, with the lockfile ${build.lockfileDigest}`,
      2,
    ),
    ...[...earlierRoundsText(disclosure), ...leftOutText(disclosure.leftOut)].flatMap((text) =>
      paragraph(text, 2),
    ),
    ...(stay === null ? [] : paragraph(stay, 2)),
    '',
    ...paragraph('Every statement travels in an envelope:'),
    ...fieldLines(disclosure.envelope, columns),
    ...statements.flatMap((one) => ['', ...statementLines(one, columns)]),
    ...sums.flatMap((sum) => ['', ...sumLines(sum, columns)]),
    '',
    ...paragraph('Besides:'),
    ...disclosure.besides.flatMap((text) => paragraph(text, 2)),
  ].join('\n');
}

function statementLines(one: DisclosedStatement, columns: number): string[] {
  const { type, sum, when, count, usually, bytes, exact, fields, to } = one;
  const size = `${exact ? '' : 'at most '}${countText(bytes)} bytes`;
  const times = count === 1 ? '' : `${usually === count ? '' : 'up to '}${count} x `;
  const receiver = to === 'one member' ? ', to one member each' : '';
  const title = `${type}${sum === null ? '' : ` of ${sum}`}`;
  return [
    ...wrapped(`${title}: ${times}${size}${receiver}; ${when}`, columns, 2),
    ...fieldLines(fields, columns),
  ];
}

function fieldLines(fields: readonly DisclosedField[], columns: number): string[] {
  return fields.flatMap(({ path, class: privacy, bytes, values, about, value }) => {
    const many = values > 1 ? ` in ${values}` : '';
    const size = `${countText(bytes)} B${many}`;
    const more = value === undefined || value.length > 64 ? about : value;
    if (columns < NARROW)
      return wrapped(`  ${path} (${privacy}, ${size})${more && `: ${more}`}`, columns, 4);
    return wrapped(
      `  ${path.padEnd(22)} ${privacy.padEnd(7)} ${size.padStart(9)}  ${more}`.trimEnd(),
      columns,
      25,
    );
  });
}

function sumLines({ id, layout, input, lanes, groups }: DisclosedSum, columns: number): string[] {
  const or = groups.some(({ kind }) => kind === 'or');
  return [
    ...wrapped(
      `The sum ${id} (${layout}, of ${input}): the whole summed vector is disclosed, ${countText(lanes)} lanes of 8 bytes. Your own lanes stay under masks; the total of each lane over all contributors becomes known:`,
      columns,
    ),
    ...groups.flatMap(({ name, kind, lanes: count }) =>
      wrapped(
        columns < NARROW
          ? `  ${name}: ${lanesText(count)}${or ? ` (${kind})` : ''}`
          : `  ${name.padEnd(30)} ${lanesText(count).padStart(11)}${or ? ` (${kind})` : ''}`,
        columns,
        4,
      ),
    ),
  ];
}
