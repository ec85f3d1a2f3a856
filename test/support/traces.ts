import path from 'node:path'

const FOLDER = path.resolve(__dirname, '../../dist/traces')

/** Where what a journey did in the browser is written, by its test file and which run it was. */
export const traceOf = (testFile: string, run: string): string =>
  path.join(FOLDER, `${path.basename(testFile, '.test.ts')}.${run}.log`)
