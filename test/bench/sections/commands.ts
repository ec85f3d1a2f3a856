import { line, median, ms, p99 } from '../figures'
import type { Measured, Wrote } from '../functions/probe/index'
import { BenchProject, signIn } from '../project'
import { type Done, Roads } from '../roads'

/** The first rounds warm the functions up. */
const WARM = 5
const ROUNDS = 60
/** A submission's median over that of the bare transaction. */
const MOST = 1.5

interface Times {
  /** As the caller waited, over HTTP. */
  waited: number[]
  /** The same documents in one transaction of the bare SDK, inside a function. */
  bare: number[]
  documents: number
}

/** Each kind of command on the road beside one bare transaction that writes the same documents, right after it. */
export async function commands(): Promise<void> {
  const project = await BenchProject.build()
  try {
    const host = await project.start('commands')
    const { token } = await signIn(host, 'resident')
    const roads = await Roads.open(host)
    const measured = new Map<string, Times>()
    let before = { caseId: '', seq: 0, owed: [] as string[] }
    for (let round = 0; round < WARM + ROUNDS; round += 1) {
      const watch = async ({ kind, commandId, openid, caseId, pictures }: Done, took: number) => {
        const last = before.caseId === caseId ? before : { seq: 0, owed: [] }
        const wrote: Wrote = {
          do: 'mirror',
          caseId,
          since: last.seq,
          command: `${openid}:${commandId}`,
          pictures,
          owed: last.owed,
        }
        const { ms: bare, documents, seq, owed } = (await host.call('probe', wrote, token)) as Measured
        before = { caseId, seq, owed }
        if (round < WARM) return
        const times = measured.get(kind) ?? { waited: [], bare: [], documents }
        measured.set(kind, times)
        times.waited.push(took)
        times.bare.push(bare)
      }
      await roads.lowVoltage('energize', watch)
      await roads.highVoltage('energize', watch)
    }
    for (const [kind, { waited, bare, documents }] of measured) {
      const ratio = median(waited) / median(bare)
      line(
        `${kind} ÷ bare transaction of its ${documents} documents, p50 (p99)`,
        `${ms(median(waited))} (${ms(p99(waited))}) ÷ ${ms(median(bare))} = ${ratio.toFixed(2)}`,
        kind === 'submit' ? { says: `≤ ${MOST}`, met: ratio <= MOST } : undefined,
      )
    }
  } finally {
    await project.remove()
  }
}
