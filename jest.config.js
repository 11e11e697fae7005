import { readdirSync } from 'node:fs';

const libs = readdirSync(new URL('./libs', import.meta.url)).join('|');

/** Nest 12 is ESM only: Jest runs real ES modules (see `node --experimental-vm-modules` in package.json), compiled by SWC. */
export default {
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/tools', '<rootDir>/examples'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, configFile: '.swcrc' }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#apps/(.*)$': '<rootDir>/apps/$1/src/index.ts',
    [`^#(${libs})/testing$`]: '<rootDir>/libs/$1/src/testing/index.ts',
    [`^#(${libs})$`]: '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  setupFiles: ['reflect-metadata'],
  reporters: ['default', '<rootDir>/tools/tests/count-reporter.js'],
  workerIdleMemoryLimit: '1GB',
  // Long enough for a machine that does much else: what a spec waits for is a condition, never a time.
  testTimeout: 120_000,
};
