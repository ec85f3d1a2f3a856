import { promise } from '@shared/rules/promise'
import { type RuleSet, ruleSets } from '@shared/rules/ruleSets'
import type { Stop } from '@shared/time/stopwatch'
import { ask, at, calendar, failed } from './asking'

describe('limits that span stages', () => {
  const works = (from: string, to: string, reason: string): Stop => ({ ...failed(from, to), reason })
  const hv = (accepted: string, requested: string, stops: Stop[], ruleSet = 'liuzhou-2019@2019-02-28') =>
    promise({
      ruleSet,
      customerClass: 'hvSingle',
      stage: 'energization',
      externalLine: true,
      starts: { acceptance: at(accepted), inspectionRequest: at(requested) },
      stops,
      calendar,
    })

  test("the works lie outside the utility's total, by their reason and not by whose they are", () => {
    // Scheme replied on the 6th working day; works until the request of 2019-08-01.
    const half = [
      works('2019-07-09', '2019-07-20', 'customerWorks'),
      works('2019-07-20', '2019-08-01', 'supportingWorks'),
    ]
    const result = hv('2019-07-01', '2019-08-01', half)
    expect(result).toMatchObject({ dueDay: '2019-08-09', limit: { id: 'liuzhou.energization.hvSingle' } })
    expect(result.others.map(({ limit, dueDay }) => [limit.id, dueDay])).toEqual([
      ['liuzhou.utility.hvSingle', '2019-08-09'],
      ['guangxi.energization.hvSingle', '2019-08-13'],
    ])
    // The stage's own clock knows nothing of the works before it.
    expect(result.clock.stops).toEqual([])
    expect(result.others[0].clock.stops).toHaveLength(2)
  })

  test('a scheme replied late leaves less of the total, and the strictest is the promise', () => {
    const result = hv('2019-07-01', '2019-08-01', [works('2019-07-11', '2019-08-01', 'customerWorks')])
    expect(result).toMatchObject({ dueDay: '2019-08-07', limit: { id: 'liuzhou.utility.hvSingle' } })
  })

  test("a failed inspection stops every utility's clock; a whole process counts everybody", () => {
    const stops = [works('2023-07-11', '2023-08-01', 'customerWorks'), failed('2023-08-03', '2023-08-10')]
    const before = hv('2023-07-03', '2023-08-01', stops.slice(0, 1), 'liuzhou-2019@2022-12-31')
    const after = hv('2023-07-03', '2023-08-01', stops, 'liuzhou-2019@2022-12-31')
    const dues = (result: typeof after) =>
      Object.fromEntries([result, ...result.others].map(({ limit, dueDay }) => [limit.id, dueDay]))
    for (const [id, dueDay] of Object.entries(dues(after)))
      expect([id, dueDay! > dues(before)[id]!]).toEqual([id, true])
    expect(Object.keys(dues(after))).toContain('nation2020.utility.hvSingle')
  })

  test('what a limit does not leave out, it counts', () => {
    const ruleSet = ruleSets.find(({ id }) => id === 'liuzhou-2019@2019-02-28')!
    const limits = ruleSet.limits.map((limit) => ({ ...limit, excludes: [] }))
    const stops = [failed('2019-06-11', '2019-06-17')]
    const question = { customerClass: 'hvSingle', stage: 'energization', startedAt: at('2019-06-05'), stops } as const
    expect(ask(question).dueDay).toBe('2019-06-20')
    expect(ask({ ...question, ruleSet: { ...ruleSet, limits } }).dueDay).toBe('2019-06-14')
  })

  test('a stage whose own event has not happened has no promise', () => {
    expect(() => ask({ startedAt: at('2019-06-05'), starts: { submission: at('2019-06-05') } })).toThrow(
      expect.objectContaining({ code: 'notStarted' }),
    )
    const only = ask({ startedAt: 0, starts: { acceptance: at('2019-04-03') } })
    expect(only.others.map(({ limit }) => limit.id)).toEqual(['guangxi.connection.resident.line'])
  })
})

describe('nothing is hard-wired to Liuzhou', () => {
  const nation = {
    ruleSet: 'nation-2025@2025-06-03',
    customerClass: 'lowVoltage',
    startedAt: at('2025-07-01'),
  } as const

  test("the nation's set promises the whole process: 15 working days with a line, 5 without", () => {
    expect(ask(nation)).toMatchObject({ dueDay: '2025-07-22', limit: { authority: 'nation' } })
    expect(ask({ ...nation, externalLine: false })).toMatchObject({
      dueDay: '2025-07-08',
      limit: { id: 'nation2025.whole.lowVoltage.noLine', status: 'target' },
    })
    expect(ask({ ...nation, externalLine: null }).earlierIf).toMatchObject({ dueDay: '2025-07-08' })
  })

  test('in Liuzhou the same target is shown, last, and binds nobody', () => {
    const here = ask({ ...nation, ruleSet: 'liuzhou-2019@2025-06-03', externalLine: false })
    expect(here).toMatchObject({ dueDay: '2025-07-03', limit: { authority: 'liuzhou' } })
    expect(here.others.at(-1)).toMatchObject({ dueDay: '2025-07-08', limit: { status: 'target' } })
    expect(here.others.map(({ limit }) => limit.status).indexOf('target')).toBe(here.others.length - 1)
  })

  test('what it does not time fails loudly', () => {
    expect(() => ask({ ...nation, stage: 'application' })).toThrow(expect.objectContaining({ code: 'noLimit' }))
    const only = ruleSets.find(({ id }) => id === nation.ruleSet)!
    const shown = { ...only, commitsTo: [] }
    expect(() => ask({ ...nation, ruleSet: shown })).toThrow(expect.objectContaining({ code: 'noLimit' }))
  })
})

describe('the order of the limits', () => {
  const ruleSet = ruleSets.find(({ id }) => id === 'liuzhou-2019@2019-02-28')!
  const row = ruleSet.limits.find(({ id }) => id === 'liuzhou.energization.hvSingle')!
  const days = (id: string, value: number, change: object = {}) =>
    ({ ...row, id, amount: { value, unit: 'workingDay' }, source: { ...row.source, document: id }, ...change }) as const
  const order = (ruleSet: RuleSet, stops: Stop[] = []) => {
    const result = ask({
      ruleSet,
      customerClass: 'hvSingle',
      stage: 'energization',
      startedAt: at('2019-06-05'),
      stops,
    })
    return [result, ...result.others].map(({ limit }) => limit.id)
  }
  const set = (...limits: ReturnType<typeof days>[]) => ({ ...ruleSet, limits })

  test('earliest first, equals as they are listed, and what is only a target last', () => {
    const target = days('target', 1, { status: 'target' })
    const later = days('later target', 4, { status: 'target' })
    expect(order(set(later, target, days('five', 5), days('three', 3), days('also three', 3), days('two', 2)))).toEqual(
      ['two', 'three', 'also three', 'five', 'target', 'later target'],
    )
  })

  test('a clock that stands ends after those that run; of those that stand the one with least left comes first', () => {
    const runsOn = days('runs on', 20, { excludes: [] })
    const all = set(days('nine', 9), runsOn, days('four', 4), days('also runs', 12, { excludes: [] }), days('six', 6))
    const expected = ['also runs', 'runs on', 'four', 'six', 'nine']
    expect(order(all, [failed('2019-06-10', null)])).toEqual(expected)
    expect(order({ ...all, limits: [...all.limits].reverse() }, [failed('2019-06-10', null)])).toEqual(expected)
  })
})
