/** TLS files that the network file names: there, readable, valid by date; keys for their owner alone. */
import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok, warn, type Check } from './check.ts';
import type { Text } from './network-texts.ts';

const TLS_FILE = /\.(pem|crt|cer|cert|key)$/i;
const PEM = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;
const DAY_MS = 86_400_000;
const SOON_DAYS = 30;

/** @param nowMs - epoch ms */
export function tlsChecks(texts: readonly Text[], workspace: string, nowMs: number): Check[] {
  return texts.flatMap(({ key, text }) => {
    if (text.includes('-----BEGIN ')) return pemChecks(key, text, nowMs);
    if (!TLS_FILE.test(text) || text.includes('\n')) return [];
    return fileChecks(`${text} (${key})`, resolve(workspace, text), nowMs);
  });
}

function fileChecks(where: string, path: string, nowMs: number): Check[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return [fail('tls', `${where}: ${code}`, 'Put it there, or correct the network file.')];
  }
  const isKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  if (isKey && (statSync(path).mode & 0o077) !== 0)
    return [warn('tls', `${where}: others can read this key`, `\`chmod 600 ${path}\` stops it.`)];
  const checks = pemChecks(where, text, nowMs);
  return checks.length > 0
    ? checks
    : [warn('tls', `${where} is no PEM`, 'The connector may take it all the same.')];
}

function pemChecks(where: string, text: string, nowMs: number): Check[] {
  return [...text.matchAll(PEM)].map(([pem, kind]) =>
    kind === 'CERTIFICATE' ? certificateCheck(where, pem, nowMs) : ok('tls', `${where}: ${kind}`),
  );
}

function certificateCheck(where: string, pem: string, nowMs: number): Check {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return fail('tls', `${where} is no certificate`, 'Get it anew from who issued it.');
  }
  const fromMs = Date.parse(certificate.validFrom);
  const toMs = Date.parse(certificate.validTo);
  const until = new Date(toMs).toISOString().slice(0, 10);
  if (nowMs < fromMs)
    return fail('tls', `${where} is not valid yet`, "Check this machine's clock.");
  if (nowMs >= toMs) return fail('tls', `${where} ended ${until}`, 'Have it issued anew.');
  return toMs - nowMs < SOON_DAYS * DAY_MS
    ? warn('tls', `${where} ends ${until}`, 'Have it issued anew in time.')
    : ok('tls', `${where} is valid until ${until}`);
}
