import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { traceOf } from './traces'

/** Everything a journey does in the browser is written down, call by call: Playwright does so when it is loaded under these names. */
const file = traceOf(expect.getState().testPath!, process.env.JOURNEY_RUN ?? 'single')
mkdirSync(path.dirname(file), { recursive: true })
process.env.DEBUG = 'pw:api'
process.env.DEBUG_FILE = file
