/** One suite, one way to run it: every test is a Node test; the ones that need a browser start a real one. */
const presets = [
  ['@babel/preset-env', { targets: { node: 'current' } }],
  ['@babel/preset-react', { runtime: 'automatic' }],
  '@babel/preset-typescript',
]

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: false, babelrc: false, presets }] },
  // Published as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|bson|croner|fast-check|pure-rand|@sparticuz)/)'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/miniprogram/$1', '^@shared/(.*)$': '<rootDir>/shared/$1' },
  maxWorkers: 2,
  testTimeout: 60_000,
}
