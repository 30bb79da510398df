import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const pure = {
  'no-restricted-globals': [
    'error',
    ...['setTimeout', 'setInterval', 'setImmediate', 'performance', 'fetch', 'process'].map(
      (name) => ({ name, message: 'time, entropy and messages are passed in' }),
    ),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'use node:crypto, or a seeded generator' },
    { object: 'Date', property: 'now', message: 'time is passed in' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'time is passed in',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      ...['dist/', 'coverage/', 'reports/', '.stryker-tmp/'],
      ...['protocol/schema/hushmark.js', 'protocol/schema/hushmark.d.ts'],
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-properties': pure['no-restricted-properties'].slice(0, 2),
      // `import { type T }` alone still loads the module when types are stripped
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['aggregation/**/*.ts', 'protocol/**/*.ts'], rules: pure },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  {
    files: ['**/*.cjs', 'scenarios/**/*.js', 'node/bench-node.js', 'test/**/*.js', 'test/**/*.cjs'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
