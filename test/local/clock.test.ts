import { makeProject, type RunningHost, startHost, type TestProject } from './startHost'

let project: TestProject
let host: RunningHost
beforeAll(async () => {
  // 09:00 in Beijing on 30 and 31 December, in seven fields.
  project = await makeProject([{ name: 'morning', config: '0 0 9 30,31 12 * *' }])
  host = await startHost(project)
})
afterAll(async () => {
  await host.stop('SIGTERM')
  project.remove()
})

type Note = { fired?: string; at: number }
const fired = async (): Promise<Note[]> => ((await host.call({ do: 'list' })) as Note[]).filter((note) => note.fired)
const moveTo = (set: number) => host.post('/local/clock', { set })
const beijing = (text: string): number => Date.parse(`${text}+08:00`)

describe('the movable clock', () => {
  it('starts as real time and moves every function along', async () => {
    const real = (await host.call({ do: 'now' })) as { now: number }
    expect(Math.abs(real.now - Date.now())).toBeLessThan(600_000)
    const set = beijing('2026-12-29T10:00:00')
    await moveTo(set)
    const moved = (await host.call({ do: 'now' })) as Record<string, number | boolean | string>
    for (const value of [moved.now, Date.parse(moved.constructed as string), (await host.json('/local/clock')).now])
      expect(Math.abs((value as number) - set)).toBeLessThan(600_000)
    expect(moved).toMatchObject({ zone: 0, isDate: true, text: '1970-01-01T00:00:00.000Z' })
  })

  it('keeps the signed wire working when it moves while a function runs', async () => {
    await moveTo(beijing('2026-12-29T10:00:00'))
    const slow = host.call({ do: 'wait', ms: 300, next: 'list' })
    await moveTo(beijing('2026-12-29T20:00:00'))
    expect(await slow).toMatchObject({ listed: expect.any(Number) })
  })

  it('fires a due timer once, by Beijing time, however far it jumps', async () => {
    await moveTo(beijing('2026-12-30T08:59:58'))
    const before = await fired()
    await moveTo(beijing('2026-12-31T23:00:00'))
    const after = await fired()
    expect(after.length - before.length).toBe(1)
    expect(after.at(-1)).toMatchObject({ fired: 'morning' })
    await moveTo(beijing('2026-12-31T23:30:00'))
    expect((await fired()).length).toBe(after.length)
  })

  it('fires by itself when the instant comes', async () => {
    await moveTo(beijing('2026-12-30T08:00:00'))
    const before = (await fired()).length
    await moveTo(beijing('2026-12-30T08:59:59'))
    expect((await fired()).length).toBe(before)
    const deadline = Date.now() + 120_000
    while ((await fired()).length === before && Date.now() < deadline);
    expect((await fired()).length).toBe(before + 1)
  })

  it('answers a timer fired by hand with its result', async () => {
    const answer = await (await host.post('/local/timers/echo')).json()
    expect(answer).toMatchObject({ result: { id: expect.any(String) } })
    expect((await host.post('/local/timers/plain')).status).toBe(404)
  })

  it('survives a restart', async () => {
    const set = beijing('2027-03-01T00:00:00')
    await moveTo(set)
    await host.stop('SIGKILL')
    host = await startHost(project)
    expect(((await host.json('/local/clock')).now as number) - set).toBeLessThan(600_000)
  })

  it('refuses nonsense', async () => {
    for (const body of [{}, { set: 'now' }, { set: 1, advanceMs: 1 }, { advanceMs: null }])
      expect((await host.post('/local/clock', body)).status).toBe(400)
  })
})
