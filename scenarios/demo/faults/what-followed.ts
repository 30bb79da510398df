/** What the others made of a fault: who is in the sum, who published, and what can be proven of the liar. */
import type { RoundView } from '../../../node/control/api.ts';
import { EXIT, type ExitCode } from '../../../node/exit-codes.ts';
import { benchNode } from '../bench-node.ts';
import { faultOf, type FaultName } from './faults.ts';

export interface WhatFollowed {
  readonly name: FaultName;
  readonly org: string;
  /** whether all was as it should be */
  readonly borne: boolean;
  readonly contributed: boolean;
  readonly published: boolean;
  /** what `audit evidence` says of the file of the first org; null where no lie is part of the fault */
  readonly evidence: string | null;
  readonly code: ExitCode;
  readonly text: string;
}

const BORNE: Readonly<Record<FaultName, ExitCode>> = {
  dropout: EXIT.dropoutBorne,
  crash: EXIT.crashBorne,
  liar: EXIT.liarNamed,
  partition: EXIT.partitionBorne,
  equivocation: EXIT.equivocationNamed,
};

/** @param views of all that were to publish */
export async function whatFollowed(
  name: FaultName,
  orgs: readonly string[],
  views: readonly RoundView[],
  consortium: string,
): Promise<WhatFollowed> {
  const { expects } = faultOf(name);
  const org = orgs.at(-1) as string;
  const [first] = views as [RoundView, ...RoundView[]];
  const published = views.length === orgs.length && views.at(-1)?.phase === 'published';
  const contributed = first.contributors.includes(org);
  const evidence =
    expects.lie === undefined ? null : await evidenceText(first, expects.lie, org, consortium);
  const borne =
    published === expects.lastPublishes &&
    (expects.lastContributes === undefined || contributed === expects.lastContributes) &&
    (expects.lie === undefined || evidence !== null);
  const code = borne ? BORNE[name] : EXIT.faultNotBorne;
  const text = [
    `fault        ${name} of ${org}: ${borne ? 'borne by the others' : 'NOT borne as it should be'}`,
    `             ${org} ${contributed ? 'is' : 'is not'} in the sum, and published ${published ? 'the same report' : 'nothing'}`,
    ...(evidence === null ? [] : [`             ${evidence}`]),
  ].join('\n');
  return { name, org, borne, contributed, published, evidence, code, text };
}

/** `audit evidence`, as anybody runs it; null when there is no evidence, or it does not hold. */
async function evidenceText(
  { accused }: RoundView,
  lie: string,
  org: string,
  consortium: string,
): Promise<string | null> {
  const found = accused.find((one) => one.org === org && one.lie === lie);
  if (!found) return null;
  const args = ['audit', 'evidence', found.file, '--consortium', consortium];
  const { code, stdout } = await benchNode(args);
  return code === 0 ? (stdout.trim().split('\n').at(-1) ?? '') : null;
}
