/**
 * Entry of the vault's process, which client.ts starts under Node's permission model. The folder that it alone writes
 * keeps its compiled code, so that it starts sooner the second time.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

process.umask(0o077);
enableCompileCache(join(process.cwd(), 'compiled'));
await import('./service.ts');
