// One jest for the whole workspace: three times faster than one process per project (see docs/decisions).
const swc = ['@swc/jest', {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
}];

export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@perspectief/source', 'node', 'node-addons'] },
  globalSetup: '<rootDir>/libs/database/src/testing/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/libs/database/src/testing/jest-global-teardown.mjs',
  setupFiles: ['<rootDir>/test/property-seed.mjs'],
  testMatch: ['**/*.spec.ts'],
  // A busy machine is no failure: how long things take is for the benchmarks.
  testTimeout: 60_000,
  // Most of a test is waiting for the server: three at once also where there are two cores.
  maxWorkers: 3,
  // Each file leaves its modules behind; a worker that has grown to gigabytes is also too slow to go when all is done.
  workerIdleMemoryLimit: '1GB',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': swc },
};
