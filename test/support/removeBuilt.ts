import { rmSync } from 'node:fs'

/** After the last test of a run. */
export default function removeBuilt(): void {
  rmSync(process.env.TEST_BUILD!, { recursive: true, force: true })
}
