import { join, resolve } from 'node:path'

/** Where a run builds to: below the repository, so that what a function installs beside itself is found in its packages. */
export const BUILDS = resolve(__dirname, '../../dist/test-builds')

const built = (): string => {
  const folder = process.env.TEST_BUILD
  if (!folder) throw new Error('nothing is built for this test: its folder belongs to the tier backend or journeys')
  return folder
}

/** The application's functions, built for this run. */
export const builtFunctions = (): string => join(built(), 'functions')
/** The functions of test/local/functions, built for this run. */
export const builtProbes = (): string => join(built(), 'probes')
