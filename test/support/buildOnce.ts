import { mkdirSync, mkdtempSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFunctions } from '../../tools/build-functions'
import { BUILDS } from './built'

const root = resolve(__dirname, '../..')

/** Before the first test of a run that needs them: every function, for all test files. Jest hands the environment on to them. */
export default async function buildOnce(): Promise<void> {
  mkdirSync(BUILDS, { recursive: true })
  const folder = mkdtempSync(join(BUILDS, 'run-'))
  process.env.TEST_BUILD = folder
  await buildFunctions(join(root, 'cloudfunctions'), join(folder, 'functions'))
  await buildFunctions(join(root, 'test/local/functions'), join(folder, 'probes'))
}
