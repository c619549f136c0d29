import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const layer = (name, ...may) => ({ sourceTag: `layer:${name}`, onlyDependOnLibsWithTags: may.map((m) => `layer:${m}`) });

/** Who may import whom; what is not drawn here is forbidden (docs/decisions: the layout). */
const boundaries = [
  layer('kernel'),
  layer('law', 'kernel'),
  layer('domain', 'kernel', 'law'),
  layer('event-store', 'kernel'),
  layer('event-store-adapter', 'kernel', 'event-store'),
  layer('database', 'kernel'),
  layer('privacy', 'kernel', 'database'),
  layer('runtime', 'kernel', 'event-store'),
  layer('directory', 'kernel', 'database'),
  layer('access', 'kernel', 'privacy', 'law', 'database', 'event-store', 'runtime', 'domain', 'access'),
  layer('edge', 'kernel', 'runtime', 'event-store'),
  layer('read', 'kernel', 'law', 'event-store', 'runtime', 'database', 'domain'),
  layer('api', 'kernel', 'privacy', 'law', 'event-store', 'runtime', 'edge', 'directory', 'access', 'domain', 'read'),
  layer('policies', 'kernel', 'law', 'runtime', 'domain'),
  layer('assembly', 'kernel', 'privacy', 'law', 'event-store', 'event-store-adapter', 'database', 'runtime', 'edge', 'directory', 'access', 'policies', 'domain', 'read', 'api'),
  layer('app', 'kernel', 'privacy', 'law', 'event-store', 'database', 'runtime', 'edge', 'directory', 'access', 'domain', 'read', 'api', 'assembly', 'evaluation', 'datasets', 'evaluation-api', 'app'),
  layer('graphql-contract'),
  layer('ui', 'ui'),
  layer('web', 'ui', 'graphql-contract', 'web'),
  layer('statistics'),
  layer('evaluation', 'kernel', 'law', 'domain', 'statistics', 'evaluation'),
  // Its own way in, beside `api`: no context's api reaches into an evaluation, and this one reaches into no read model.
  layer('evaluation-api', 'kernel', 'law', 'event-store', 'runtime', 'edge', 'access', 'domain', 'evaluation', 'datasets'),
  layer('datasets', 'kernel', 'law', 'database', 'domain', 'statistics', 'evaluation', 'datasets'),
  // A context never reaches into another one; its api may know what other contexts' streams say.
  { sourceTag: 'context:household', notDependOnLibsWithTags: ['context:pooled-budget', 'context:trajectory'] },
  { sourceTag: 'context:pooled-budget', notDependOnLibsWithTags: ['context:household'] },
];

/** Tests may also start a real database and a real log; production code of these layers may not. */
const boundariesOfTests = boundaries.map((rule) =>
  rule.onlyDependOnLibsWithTags
    ? { ...rule, onlyDependOnLibsWithTags: [...rule.onlyDependOnLibsWithTags, 'layer:database', 'layer:event-store', 'layer:event-store-adapter'] }
    : rule,
);

const impure = [
  { selector: 'NewExpression[callee.name="Date"]', message: 'The domain reads no clock: time comes in the command.' },
  { selector: 'MemberExpression[object.name="Date"]', message: 'The domain reads no clock: time comes in the command.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'The domain rolls no dice: ids come in the command.' },
  { selector: 'AwaitExpression', message: 'The domain waits for nobody: what it needs comes with the command.' },
];

export default tseslint.config(
  // Generated: nothing in it is looked at, and naming such a file is no warning.
  { files: ['libs/graphql-contract/src/**'], processor: { meta: { name: 'generated', version: '1' }, preprocess: () => [], postprocess: () => [] } },
  { ignores: ['**/dist/**', '**/node_modules/**', 'coverage/**', '.nx/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: boundaries }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 200 }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/contexts/*/domain/**/*.ts', 'libs/kernel/**/*.ts', 'libs/law/**/*.ts', 'libs/policies/**/*.ts', 'libs/contexts/evaluation/{statistics,disclosure,replay,measures,studies}/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval'],
    },
  },
  {
    files: ['libs/contexts/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|@perspectief/(kernel|law)$|fraction\\.js$)', message: 'The domain imports nothing but kernel and law.' }] },
      ],
    },
  },
  {
    files: ['libs/contexts/evaluation/{statistics,disclosure,replay,measures,studies}/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|@perspectief/|@stdlib/)', message: 'What evaluates is pure: no framework, no database.' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: boundariesOfTests }],
    },
  },
  {
    files: ['**/*.spec.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'request.**.expect', 'fc.assert'] }],
      'jest/no-standalone-expect': 'off',
      'jest/no-export': 'off',
      'jest/valid-title': 'off',
      'jest/no-done-callback': 'off',
      'jest/no-conditional-expect': 'off',
      'max-lines': 'off',
    },
  },
  { files: ['**/*.mjs', 'apps/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
);
