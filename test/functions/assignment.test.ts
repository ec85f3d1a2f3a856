import { randomUUID } from 'node:crypto'
import { Driver, type Session } from '../support/driver'

/** Whose a case is, and becomes: in 柳南区 there are two account managers, 李强 and 韦丽; in 城中区 李强 alone. */
let driver: Driver
let liqiang: Session
let weili: Session
beforeEach(async () => {
  driver = await Driver.start()
  await driver.at('2026-03-02 09:00')
  ;[liqiang, weili] = await Promise.all([driver.as('manager'), driver.as('manager3')])
})
afterEach(() => driver?.stop())

const MORE = { commandId: '', id: '', version: 0 }
const on = ({ id, version }: { id: string; version: number }) => ({ ...MORE, commandId: randomUUID(), id, version })
const applyIn = async (district: string) => (await driver.as('resident')).apply({ district })
const tasksOf = async (session: Session) => (await session.call('staff', 'tasks', {})).rows
const tips = async (openid: string) =>
  ((await driver.host.wechat()) as { openid: string; data: Record<string, string> }[])
    .filter((push) => push.openid === openid)
    .map(({ data }) => data.thing4)
const until = (day: string) => ({ cover: { staffId: 'weili', until: day } })

test('new cases are spread: whoever has less on their hands gets the next', async () => {
  for (let count = 0; count < 8; count += 1) await applyIn('柳南区')
  expect([(await tasksOf(liqiang)).length, (await tasksOf(weili)).length]).toEqual([4, 4])
  // Work elsewhere counts as well: three more in 城中区 are 李强's, so the next three of 柳南区 are not.
  for (const _ of [1, 2, 3]) await applyIn('城中区')
  for (const _ of [1, 2, 3]) expect((await applyIn('柳南区')).manager?.name).toBe('韦丽')
})

describe('假期代班', () => {
  test('whoever is away gets nothing new while a colleague is there; the stand-in sees, does and hears of the rest', async () => {
    const before = await applyIn('城中区')
    const away = await liqiang.call('staff', 'setCover', until('2026-03-03'))
    expect(away.coveredBy).toEqual({ staffId: 'weili', name: '韦丽', until: '2026-03-03' })
    expect((await weili.call('staff', 'me', {})).covers).toEqual([
      { staffId: 'liqiang', name: '李强', until: '2026-03-03' },
    ])
    for (const _ of [1, 2, 3]) expect((await applyIn('柳南区')).manager?.name).toBe('韦丽')
    // Nobody else works in 城中区: the case is 李强's, and 韦丽 is told of it.
    const only = await applyIn('城中区')
    expect(only.manager?.name).toBe('李强')
    await driver.sweep()
    const [hers, his] = [await tips(weili.openid), await tips(liqiang.openid)]
    expect(hers.filter((tip) => tip === '有一件新的用电申请')).toHaveLength(5)
    expect(his).toEqual([])
    expect((await tasksOf(weili)).map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([before.id, only.id]))
    const seen = await weili.call('staff', 'case', { id: only.id })
    const visited = await weili.call('staff', 'visit', {
      ...on(seen),
      externalLine: false,
      meterPosition: '进门左侧',
      papers: [],
    })
    expect(visited).toMatchObject({ status: 'surveyed', manager: { name: '李强' } })
    // The board says who is away; a colleague away is marked where a case is handed on.
    const board = await (await driver.as('supervisor')).call('staff', 'overview', {})
    expect(board.away).toEqual([{ id: 'liqiang', name: '李强', coveredBy: '韦丽', until: '2026-03-03' }])

    await driver.at('2026-03-04 00:01')
    expect(await weili.codeOf('staff', 'case', { id: only.id })).toBe('NOT_FOUND')
    expect((await liqiang.call('staff', 'me', {})).coveredBy).toBeNull()
    expect((await tasksOf(weili)).map(({ caseId }) => caseId)).not.toContain(only.id)
  })

  test('only a colleague of a shared district who is there can stand in, and not for a day gone by', async () => {
    expect(await liqiang.codeOf('staff', 'setCover', until('2026-03-01'))).toBe('DAY_PAST')
    for (const staffId of ['lumin', 'mofang', 'liqiang', 'nobody'])
      expect(await liqiang.codeOf('staff', 'setCover', { cover: { staffId, until: '2026-03-03' } })).toBe(
        'COLLEAGUE_UNKNOWN',
      )
    await liqiang.call('staff', 'setCover', until('2026-03-03'))
    // Two people cannot stand in for each other.
    const back = { cover: { staffId: 'liqiang', until: '2026-03-03' } }
    expect(await weili.codeOf('staff', 'setCover', back)).toBe('COLLEAGUE_UNKNOWN')
    await liqiang.call('staff', 'setCover', { cover: null })
    expect((await weili.call('staff', 'setCover', back)).coveredBy?.name).toBe('李强')
  })
})

describe('转办 and 改派', () => {
  test('handed on, a case is new work to a colleague and out of reach of who had it; all who must know are told', async () => {
    const { id } = await (await driver.as('resident')).apply({ district: '城中区' })
    const seen = await liqiang.call('staff', 'case', { id })
    expect(await liqiang.call('staff', 'colleagues', { id })).toMatchObject({ managers: [] })
    const handing = { managerId: 'weili', reason: '去培训' }
    // 韦丽 does not work in 城中区.
    expect(await liqiang.codeOf('staff', 'reassign', { ...on(seen), ...handing })).toBe('COLLEAGUE_UNKNOWN')

    const there = await ownedBy('liqiang', '柳南区')
    const { managers } = await liqiang.call('staff', 'colleagues', { id: there.id })
    expect(managers).toEqual([expect.objectContaining({ id: 'weili', name: '韦丽', away: false })])
    expect(await liqiang.codeOf('staff', 'reassign', { ...on(there), managerId: 'liqiang', reason: '去培训' })).toBe(
      'ASSIGNED_ALREADY',
    )
    const command = { ...on(there), ...handing }
    const handed = await liqiang.call('staff', 'reassign', command)
    // Its answer lost, it is asked for once more: out of reach by now, and answered as it was left.
    expect(await liqiang.call('staff', 'reassign', command)).toMatchObject({
      id: there.id,
      version: handed.version,
      manager: { name: '韦丽' },
    })
    expect(handed.manager?.name).toBe('韦丽')
    expect(handed.promise?.dueDay).toBe(there.promise?.dueDay)
    expect(await liqiang.codeOf('staff', 'case', { id: there.id })).toBe('CASE_HANDED_OVER')
    expect((await tasksOf(weili)).map(({ caseId }) => caseId)).toContain(there.id)
    await driver.sweep()
    expect(await tips(weili.openid)).toContain('这件申请换了客户经理')
    expect(await tips((await driver.as('resident')).openid)).toContain('换了客户经理，时限不变')

    const moved = await weili.call('staff', 'recordAnomaly', { ...on(handed), cause: 'weather', pictures: [] })
    expect(await liqiang.codeOf('staff', 'reassign', command)).toBe('CASE_HANDED_OVER')

    const supervisor = await driver.as('supervisor')
    const back = await supervisor.call('staff', 'reassign', {
      ...on(moved),
      managerId: 'liqiang',
      reason: '她手头太满',
    })
    expect(back.manager?.name).toBe('李强')
    const handovers = back.history.map(({ text }) => text).filter((text) => text.includes('：') && /转|改派/.test(text))
    expect(handovers).toEqual([
      '转给另一位客户经理：去培训（李强 → 韦丽）',
      '主管改派了客户经理：她手头太满（韦丽 → 李强）',
    ])
    await driver.sweep()
    expect(await tips(liqiang.openid)).toContain('这件申请换了客户经理')
  })

  /** A case of a district that came to this account manager. */
  async function ownedBy(staffId: string, district: string) {
    for (let cases = 0; cases < 40; cases += 1) {
      const { id } = await applyIn(district)
      const seen = await (await driver.as('supervisor')).call('staff', 'case', { id })
      if (seen.manager?.id === staffId) return seen
    }
    throw new Error(`forty cases, and none of them came to ${staffId}`)
  }
})
