/** How much memory another process of this org holds. */
import { readFileSync } from 'node:fs';

/** Resident set size in bytes, from /proc; 0 where that is not known (no such process, or no Linux). */
export function residentBytes(pid: number | undefined): number {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}
