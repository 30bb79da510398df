/**
 * Entry of the vault's process, which client.ts starts under Node's permission model. Its one argument, if there is one,
 * is the folder that keeps compiled code for the next start.
 */
import { enableCompileCache } from 'node:module';

process.umask(0o077);
const [, , compiledCode] = process.argv;
if (compiledCode !== undefined) enableCompileCache(compiledCode);
await import('./service.ts');
