import { parseArgs } from 'node:util'
import { sayIfMissing } from './ownPackages'
import { coldStart } from './sections/coldStart'
import { commands } from './sections/commands'
import { functionStart } from './sections/functionStart'
import { packageSize } from './sections/packageSize'
import { stored } from './sections/stored'

/**
 * `npm run bench`: every figure beside what it is compared with, measured in this one run. `-- NAME…` runs those sections
 * alone; `--cases N` stores fewer than a million.
 */
const sections: Record<string, (cases: number) => Promise<void>> = {
  package: packageSize,
  coldstart: functionStart,
  start: coldStart,
  commands,
  stored,
}
const MILLION = 1_000_000

async function main(): Promise<void> {
  sayIfMissing()
  const options = { cases: { type: 'string' as const, default: String(MILLION) } }
  const { values, positionals: asked } = parseArgs({ options, allowPositionals: true })
  const unknown = asked.find((name) => !Object.hasOwn(sections, name))
  if (unknown) throw new Error(`no section ${unknown}; there are: ${Object.keys(sections).join(', ')}`)
  for (const name of asked.length > 0 ? asked : Object.keys(sections)) await sections[name](Number(values.cases))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
