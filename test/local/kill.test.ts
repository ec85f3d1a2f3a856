import { effort } from '../support/effort'
import { makeProject, type RunningHost, startHost, type TestProject } from './startHost'

const ROUNDS = effort(8, 40)

let project: TestProject
beforeAll(async () => {
  project = await makeProject()
})
afterAll(() => project.remove())

type Note = { round: number; seq: number }

/** Writes documents, files and pushes through the SDK until the host is gone. @returns what was acknowledged */
async function writeUntilKilled(
  host: RunningHost,
  round: number,
): Promise<{ notes: string[]; files: string[]; pushes: number }> {
  const acknowledged = { notes: [] as string[], files: [] as string[], pushes: 0 }
  let seq = 0
  let refused = false
  const writer = async (): Promise<void> => {
    for (;;) {
      const id = `${round}:${seq++}`
      try {
        await host.call({ do: 'add', data: { round, id } })
        acknowledged.notes.push(id)
        const { fileID } = (await host.call({
          do: 'upload',
          name: `f/${id}.txt`,
          value: Buffer.from(id).toString('base64'),
        })) as {
          fileID: string
        }
        acknowledged.files.push(fileID)
        const data = { touser: 'oLocalResident-weixiaohong-0', template_id: id, data: { thing1: { value: id } } }
        const sent = (await host.call({ do: 'wx', name: 'subscribeMessage.send', data })) as { errcode: number }
        if (sent.errcode === 0) acknowledged.pushes += 1
      } catch {
        refused = true
        return // the host is gone
      }
    }
  }
  const writers = [writer(), writer()]
  // Killed after a different amount of work each time, never at rest: both writers always have a call under way.
  while (!refused && acknowledged.notes.length < 1 + (round % 7) * 3) await host.json('/local/health')
  await host.stop('SIGKILL')
  await Promise.all(writers)
  return acknowledged
}

it(`loses nothing it acknowledged and doubles nothing over ${ROUNDS} kill -9`, async () => {
  const notes: string[] = []
  const files: string[] = []
  let pushes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const host = await startHost(project)
    const before = await writeUntilKilled(host, round)
    notes.push(...before.notes)
    files.push(...before.files)
    pushes += before.pushes
  }
  const host = await startHost(project)
  const stored = ((await host.call({ do: 'list' })) as (Note & { id: string })[]).map(({ id }) => id)
  expect(notes.filter((id) => !stored.includes(id))).toEqual([])
  expect(new Set(stored).size).toBe(stored.length)
  // A write whose answer was lost may stand: at most one of each writer and round.
  expect(stored.length - notes.length).toBeLessThanOrEqual(2 * ROUNDS)
  for (const fileID of files) {
    const content = Buffer.from((await host.call({ do: 'download', name: fileID })) as string, 'base64').toString()
    expect(fileID).toContain(`/f/${content}.txt`)
  }
  const kept = (await host.json('/local/wechat.json')).messages as unknown[]
  expect(kept.length).toBeGreaterThanOrEqual(pushes)
  expect([notes.length, files.length, pushes].every((count) => count >= ROUNDS)).toBe(true)
  await host.stop('SIGTERM')
})
