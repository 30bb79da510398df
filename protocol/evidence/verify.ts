/**
 * Evidence: statements that prove a lie to anybody who has the consortium's public keys, without a word of whoever brings
 * it. It convicts one org, of something that an honest vault never signs, whatever all others say.
 */
import { decode } from '../schema/codec.ts';
import { ProtocolError, refusalOf } from '../errors.ts';
import { manifestIn, type AuditedManifest, type ManifestChain } from '../manifest-chain.ts';
import type { Consortium } from '../manifest.ts';
import type { Lie } from '../round/event.ts';
import { open, type Verified } from '../statement.ts';
import { badDealer } from './bad-dealer.ts';
import { equivocation } from './equivocation.ts';
import { falseSeed, falseShare } from './false-opening.ts';
import { flaw, type Held, type Proof } from './held.ts';

export const EVIDENCE_VERSION = 1;

/** Of 256 members the most that can prove a lie, with room to spare. */
const MAX_EVIDENCE = 32 * 1024 * 1024;

/** Who lied, and how. */
export interface Conviction extends Proof {
  readonly lie: Lie;
  readonly org: string;
}

const PROVERS: Readonly<Record<Lie, (held: Held) => Proof>> = {
  equivocation,
  falseSeed,
  falseShare,
  badDealer,
};

/** @throws ProtocolError E_EVIDENCE, which says what does not hold; details.cause is the code behind it, if there is one */
export function verifyEvidence(bytes: Uint8Array, consortium: Consortium): Conviction {
  try {
    return convict(bytes, consortium);
  } catch (error) {
    const { code, message } = refusalOf(error);
    const details = code === 'E_EVIDENCE' ? {} : { cause: code };
    throw new ProtocolError('E_EVIDENCE', `this evidence does not hold: ${message}`, details);
  }
}

/**
 * The same, under the manifest of a chain under which its statements were signed.
 * @throws ProtocolError E_EVIDENCE
 */
export function verifyEvidenceIn(
  bytes: Uint8Array,
  chain: ManifestChain,
): Conviction & { readonly manifest: AuditedManifest } {
  const signedUnder = chain.find((consortium) => hasStatementOf(bytes, consortium));
  if (!signedUnder && chain.length > 1)
    throw new ProtocolError(
      'E_EVIDENCE',
      `this evidence does not hold: it has no statement that was signed under one of the ${chain.length} manifests given`,
    );
  const consortium = signedUnder ?? chain[0];
  return { ...verifyEvidence(bytes, consortium), manifest: manifestIn(consortium, chain) };
}

/** Whether one of its statements opens under this manifest. */
function hasStatementOf(bytes: Uint8Array, consortium: Consortium): boolean {
  return bytes.length <= MAX_EVIDENCE && envelopesIn(bytes).some((one) => opens(one, consortium));
}

function envelopesIn(bytes: Uint8Array): readonly Uint8Array[] {
  try {
    return decode('Evidence', bytes).envelopes;
  } catch (error) {
    refusalOf(error);
    return [];
  }
}

function opens(envelope: Uint8Array, consortium: Consortium): boolean {
  try {
    open(consortium, envelope);
    return true;
  } catch (error) {
    refusalOf(error);
    return false;
  }
}

function convict(bytes: Uint8Array, consortium: Consortium): Conviction {
  if (bytes.length > MAX_EVIDENCE) flaw('it is over 32 MiB');
  const { version, lie, org, envelopes, keysIds, dealIds } = decode('Evidence', bytes);
  if (version !== EVIDENCE_VERSION)
    flaw(`it has version ${version}, this release knows ${EVIDENCE_VERSION}`);
  if (!isLie(lie)) flaw('it is about a lie that this release does not know');
  if (!consortium.keys.has(org)) flaw('whom it accuses is no member of this consortium');
  const statements: Verified[] = envelopes.map((envelope) => open(consortium, envelope));
  const held = { consortium, org, statements, keysIds, dealIds };
  return { lie, org, ...PROVERS[lie as Lie](held) };
}

function isLie(lie: string): lie is Lie {
  return Object.hasOwn(PROVERS, lie);
}
