/** The tests of `shared/time` and `shared/rules`, for `npm run mutate`: without those that start processes or walk every day. */
module.exports = {
  ...require('../jest.config.cjs').projects[0],
  testMatch: ['<rootDir>/test/rules/**/*.test.ts'],
  testPathIgnorePatterns: ['oracle\\.test', 'rulesPage\\.test'],
  maxWorkers: 1,
}
