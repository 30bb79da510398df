/**
 * Where modules of a workspace are found: `@hyperledger/caliper-core` is answered by our own module, and package
 * names are resolved from the workspace. Uses Node's synchronous module hooks, which serve import and require.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CALIPER = '@hyperledger/caliper-core';
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
let answering = false;

/** Deep paths (`@hyperledger/caliper-core/lib/...`) export their one class, as Caliper's files do. */
function answerFor(specifier: string): string | undefined {
  if (specifier === CALIPER) return 'core';
  if (!specifier.startsWith(`${CALIPER}/lib/common/core/`)) return undefined;
  const file = specifier.slice(specifier.lastIndexOf('/') + 1).replace(/\.js$/, '');
  if (file === 'connector-base') return 'deep-connector-base';
  return file === 'transaction-status' ? 'deep-transaction-status' : undefined;
}

/** Answers to Caliper's name from now on in this process. Idempotent. */
export function answerToCaliper(): void {
  if (answering) return;
  answering = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const answer = answerFor(specifier);
      if (answer === undefined) return nextResolve(specifier, context);
      const url = new URL(`./${answer}${EXTENSION}`, import.meta.url).href;
      return { url, shortCircuit: true };
    },
  });
}

let asked = 0;

/** Imports a package (CommonJS or ESM) as a module inside `workspace` would. @throws what Node's resolver throws. */
export async function importPackage(name: string, workspace: string): Promise<unknown> {
  const token = `workspace-package:${++asked}`;
  const parentURL = pathToFileURL(join(workspace, 'package.json')).href;
  const hook = registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === token
        ? nextResolve(name, { ...context, parentURL })
        : nextResolve(specifier, context),
  });
  try {
    return await import(token);
  } finally {
    hook.deregister();
  }
}
