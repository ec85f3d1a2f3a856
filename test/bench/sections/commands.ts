import { line, median, ms, p99 } from '../figures'
import type { Measured, Wrote } from '../functions/probe/index'
import { BenchProject, signIn } from '../project'
import { type Done, Roads, type Watch } from '../roads'

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
    const watch = (warm: boolean) => async (done: Done, took: number) => {
      const { kind, commandId, openid, caseId, pictures } = done
      const last = before.caseId === caseId ? before : { seq: 0, owed: [] }
      const command = `${openid}:${commandId}`
      const wrote: Wrote = { do: 'mirror', caseId, since: last.seq, command, pictures, owed: last.owed }
      const { ms: bare, documents, seq, owed } = (await host.call('probe', wrote, token)) as Measured
      before = { caseId, seq, owed }
      const times = measured.get(kind) ?? { waited: [], bare: [], documents }
      // A submission was measured by itself, before the roads that begin with one.
      if (warm || times.waited.length === ROUNDS) return
      measured.set(kind, times)
      times.waited.push(took)
      times.bare.push(bare)
    }
    const walks = [
      (watched: Watch) => roads.lowVoltage('submit', watched),
      (watched: Watch) => roads.lowVoltage('energize', watched),
      (watched: Watch) => roads.highVoltage('energize', watched),
    ]
    for (const walk of walks) {
      for (let round = 0; round < WARM + ROUNDS; round += 1) await walk(watch(round < WARM))
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
