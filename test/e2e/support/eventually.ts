import { setTimeout as delay } from 'node:timers/promises'

const PATIENCE_MS = 60_000
const BETWEEN_MS = 100

/** Asks again until it holds; throws as it last failed. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await delay(BETWEEN_MS)) {
    try {
      return await holds()
    } catch (failed) {
      if (Date.now() > until) throw failed
    }
  }
}
