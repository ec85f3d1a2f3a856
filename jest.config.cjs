const tiers = require('./test/tiers.cjs')

const presets = [
  ['@babel/preset-env', { targets: { node: 'current' } }],
  ['@babel/preset-react', { runtime: 'automatic' }],
  '@babel/preset-typescript',
]
const common = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: false, babelrc: false, presets }] },
  // Published as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|bson|croner|fast-check|pure-rand|@sparticuz)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/miniprogram/$1', '^@shared/(.*)$': '<rootDir>/shared/$1' },
}
const tier = (name) => ({
  ...common,
  displayName: name,
  testMatch: tiers[name].map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
})
/** Functions are built once for a run, whatever it runs. */
const built = { globalSetup: './test/support/buildOnce.ts', globalTeardown: './test/support/removeBuilt.ts' }
/** Ends what hangs. What a test needs is no question of time: a loaded machine takes many times as long as a free one. */
const HANGS_MS = 600_000

/** One suite in three tiers. Every test is a Node test; the ones that need a browser start a real one. */
/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  maxWorkers: 2,
  testTimeout: HANGS_MS,
  projects: [
    tier('fast'),
    { ...tier('backend'), ...built },
    { ...tier('journeys'), ...built, setupFilesAfterEnv: ['./test/support/traceJourney.ts'] },
  ],
}
