/**
 * Finds connectors and workload modules: built-in name, then path, then npm package, always from the workspace and
 * never by a name that came from another member. Caliper's rule: what starts with `.` or `/` or ends in `.js` is a path.
 */
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerToCaliper, importPackage } from './caliper/resolution.ts';
import type { ConnectorFactory } from './contract/connector.ts';
import type { WorkloadFactory } from './contract/workload.ts';
import { ConnectorError, reasonOf } from './errors.ts';

type Exports = Record<string, unknown>;

const BUILT_IN: Readonly<Record<string, () => Promise<Exports>>> = {
  ledger: () => import('./ledger/index.ts'),
  ethereum: () => import('./ethereum/index.ts'),
  null: () => import('./null/index.ts'),
};

/** The names that `loadConnector` knows without a file or package. */
export const BUILT_IN_CONNECTORS: readonly string[] = Object.keys(BUILT_IN);

/** What a misspelt name may have meant: nobody is to be led to the one that drives nothing. */
const DRIVING = BUILT_IN_CONNECTORS.filter((name) => name !== 'null');

/**
 * @param spec built-in name, path (relative to the workspace or absolute), or npm package.
 * @throws ConnectorError E_CONNECTOR_NOT_INSTALLED, or E_CONNECTOR_SHAPE when it has no ConnectorFactory.
 */
export async function loadConnector(spec: string, workspaceDir: string): Promise<ConnectorFactory> {
  answerToCaliper();
  const builtIn = Object.hasOwn(BUILT_IN, spec) ? BUILT_IN[spec] : undefined;
  const exports = builtIn ? await builtIn() : await importConnector(spec, workspaceDir);
  return exported(exports, 'ConnectorFactory', 'E_CONNECTOR_SHAPE', spec) as ConnectorFactory;
}

/**
 * @param path of the module, relative to the workspace or absolute.
 * @throws ConnectorError E_WORKLOAD_NOT_FOUND, or E_WORKLOAD_SHAPE when it has no createWorkloadModule.
 */
export async function loadWorkload(path: string, workspaceDir: string): Promise<WorkloadFactory> {
  answerToCaliper();
  const file = resolve(workspaceDir, path);
  const exports = await importFile(file).catch((error: unknown) => {
    if (!isMissing(error, file)) throw error;
    throw new ConnectorError(
      'E_WORKLOAD_NOT_FOUND',
      `workload module "${path}" does not exist in the workspace: correct workload.module in the benchmark file`,
      { path },
    );
  });
  return exported(exports, 'createWorkloadModule', 'E_WORKLOAD_SHAPE', path) as WorkloadFactory;
}

async function importConnector(spec: string, workspaceDir: string): Promise<Exports> {
  const isPath = spec.startsWith('.') || isAbsolute(spec) || spec.endsWith('.js');
  const file = resolve(workspaceDir, spec);
  try {
    return isPath ? await importFile(file) : ((await importPackage(spec, workspaceDir)) as Exports);
  } catch (error) {
    if (!isMissing(error, isPath ? file : spec)) throw error;
    throw notInstalled(spec, isPath);
  }
}

function notInstalled(spec: string, isPath: boolean): ConnectorError {
  const [what, next] = isPath
    ? ['connector file', 'correct caliper.blockchain in the network file']
    : spec.startsWith('@') || spec.includes('-')
      ? ['connector package', `run "npm install ${spec}" in the workspace`]
      : ['connector', `use one of ${DRIVING.join(', ')}, a ./path.js, or a package`];
  return new ConnectorError(
    'E_CONNECTOR_NOT_INSTALLED',
    `${what} "${spec}" is not installed in the workspace: ${next}`,
    { connector: spec },
  );
}

async function importFile(file: string): Promise<Exports> {
  return (await import(pathToFileURL(file).href)) as Exports;
}

/** Whether the module itself is missing, rather than something that it asks for. */
function isMissing(error: unknown, wanted: string): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return false;
  const [what] = reasonOf(error).split(' imported from ');
  return what?.includes(`'${wanted}'`) ?? false;
}

/** CommonJS exports may be seen by name or only under `default`. */
function exported(
  exports: Exports,
  name: 'ConnectorFactory' | 'createWorkloadModule',
  code: 'E_CONNECTOR_SHAPE' | 'E_WORKLOAD_SHAPE',
  spec: string,
): unknown {
  const nested = exports['default'] as Exports | null | undefined;
  const found = exports[name] ?? nested?.[name];
  if (typeof found === 'function') return found;
  const names = [...Object.keys(exports), ...Object.keys(nested ?? {})];
  const near = names.find((other) => other.toLowerCase() === name.toLowerCase());
  const hint = near ? `rename its "${near}" (upper and lower case count)` : `export one`;
  throw new ConnectorError(code, `"${spec}" exports no function ${name}: ${hint}`, {
    spec,
    exports: names,
  });
}
