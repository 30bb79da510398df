#!/usr/bin/env node
/**
 * The program's entry, plain JavaScript without static imports: an old Node must be able to read it and say what is
 * missing, instead of dying inside some dependency.
 */
const LEAST = [22, 18];

// it would open the debugger to whoever may signal us, a workload of ours among them
process.on('SIGUSR1', () => {});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  const message = `bench-node needs Node ${LEAST.join('.')} or later, and this is ${process.versions.node}: install Node 24`;
  const error = { code: 'E_NODE_VERSION', message };
  console.error(
    process.argv.includes('--json') ? JSON.stringify({ error }) : `${error.code}: ${message}`,
  );
  process.exit(69);
}

const { enableCompileCache } = await import('node:module');
const { existsSync } = await import('node:fs');
const { homedir } = await import('node:os');
const { join } = await import('node:path');
// Node's own default is a folder that other users can write: code from there would run with our keys
const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
enableCompileCache?.(join(caches, 'hushmark'));
const isBuilt = existsSync(join(import.meta.dirname, 'cli', 'main.js'));
const { main } = await import(isBuilt ? './cli/main.js' : './cli/main.ts');
await main(process.argv.slice(2));
