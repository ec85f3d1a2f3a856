import { coldStart } from './sections/coldStart'
import { commands } from './sections/commands'
import { packageSize } from './sections/packageSize'

/** `npm run bench`: every figure beside what it is compared with, measured in this one run. `-- NAME…` runs those sections alone. */
const sections: Record<string, () => Promise<void>> = { package: packageSize, start: coldStart, commands }

async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !Object.hasOwn(sections, name))
  if (unknown) throw new Error(`no section ${unknown}; there are: ${Object.keys(sections).join(', ')}`)
  for (const name of asked.length > 0 ? asked : Object.keys(sections)) await sections[name]()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
