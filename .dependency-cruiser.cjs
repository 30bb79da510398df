/**
 * The floors: scenarios > node > protocol > aggregation, connectors.
 * A file imports from its own floor and the floors under it, never upwards, never sideways.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'a cycle has no floor',
      from: {},
      to: { circular: true },
    },
    never(
      'floor-1-aggregation',
      '^aggregation/',
      '^(connectors|protocol|node|scenarios|test)/',
      'only computes',
    ),
    never(
      'floor-1-connectors',
      '^connectors/',
      '^(aggregation|protocol|node|scenarios|test)/',
      'only drives a ledger',
    ),
    never(
      'floor-2-protocol',
      '^protocol/',
      '^(connectors|node|scenarios|test)/',
      'only says and decides',
    ),
    never('floor-3-node', '^node/', '^(scenarios|test)/', 'does not know the worlds it runs in'),
    never('product-not-test', '^(scenarios)/', '^test/', 'the product does not know its tests'),
    never(
      'aggregation-pure',
      '^aggregation/',
      '^(node:)?(fs|net|http|https|child_process|worker_threads|timers|dgram|tls|dns|sqlite)(/|$)',
      'no networks, files, clocks',
    ),
    never(
      'protocol-pure',
      '^protocol/',
      '^(node:)?(fs|net|http|https|child_process|worker_threads|timers|dgram|tls|dns|sqlite)(/|$)',
      'no I/O, no timers',
    ),
    {
      name: 'no-orphan-dependency',
      severity: 'error',
      comment: 'what ships imports only what package.json ships',
      from: { path: '^(node|aggregation|connectors|protocol|scenarios)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'every import exists; the loader answers to the name of Caliper',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@hyperledger/caliper-core$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.json'],
    },
    // What an org's workspace is filled with is not imported: it asks for Caliper's name at run time.
    exclude: { path: 'protocol/schema/hushmark\\.(js|d\\.ts)$|^scenarios/[^/]+/private/' },
  },
};
