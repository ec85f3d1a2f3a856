import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import type { Limit } from '@shared/rules/limit'
import { allLimits } from '@shared/rules/limits'
import { processes } from '@shared/rules/process'
import { ruleSetById } from '@shared/rules/ruleSets'
import { readClock } from '@shared/time/stopwatch'

const examples = allLimits.flatMap((limit) => limit.examples.map((example) => ({ id: limit.id, limit, example })))

describe('every row works out its own examples', () => {
  test.each(examples)('$id from $example.start', ({ limit, example }) => {
    const { start, knownOn, due } = example
    const about = { party: 'customer' as const, reason: 'inspectionFailed', evidence: 'notice' }
    const clock = { start, amount: limit.amount, stops: example.stops.map((each) => ({ ...each, ...about })) }
    if (example.stops.length > 0) expect(limit.excludes).toContain('inspectionFailed')
    expect(readClock(calendarAsOf(knownOn), clock).due).toBe(due)
  })

  test('and every row that can give a case a due day has one', () => {
    const without = allLimits.filter(
      ({ measure, scope, examples: own }) => measure === 'max' && scope === 'stage' && own.length === 0,
    )
    expect(without).toEqual([])
    expect(examples.length).toBeGreaterThan(50)
  })
})

describe("the plan's table, typed once more from the document", () => {
  const amount = (id: string) => allLimits.find((limit) => limit.id === id)?.amount
  const workingDay = (value: number) => ({ value, unit: 'workingDay' })

  test.each([
    // 附件3: 环节, 柳州市, 自治区.
    ['connection.resident.noLine', 1, 1],
    ['connection.resident.line', 2, 3],
    ['connection.lowVoltage.noLine', 2, 2],
    ['connection.lowVoltage.line', 4, 7],
    ['scheme.hvSingle', 6, 12],
    ['scheme.hvDual', 16, 19],
    ['energization.hvSingle', 6, 8],
    ['energization.hvDual', 8, 10],
  ])('%s: city %i, region %i working days', (row, city, region) => {
    expect(amount(`liuzhou.${row}`)).toEqual(workingDay(city))
    expect(amount(`guangxi.${row}`)).toEqual(workingDay(region))
  })

  test('application is the same day for everyone, in the city and in the region', () => {
    const rows = allLimits.filter(({ stage }) => stage === 'application')
    expect(rows).toHaveLength(8)
    expect(rows.every((limit) => limit.amount.unit === 'sameDay')).toBe(true)
  })

  test('the means of 三(三)1 and the whole-case totals of 三(三)2, which are the sum of their stages', () => {
    expect(amount('liuzhou.mean.resident')).toEqual(workingDay(2))
    expect(amount('liuzhou.mean.lowVoltage')).toEqual(workingDay(4))
    for (const [customerClass, total] of [
      ['hvSingle', 12],
      ['hvDual', 24],
    ] as const) {
      const value = (id: string) => amount(id)?.value ?? Number.NaN
      expect(value(`liuzhou.utility.${customerClass}`)).toBe(total)
      expect(value(`liuzhou.scheme.${customerClass}`) + value(`liuzhou.energization.${customerClass}`)).toBe(total)
    }
  })

  test("附件3's remarks: by how much the city is faster than the region", () => {
    const faster = (row: string) => (amount(`guangxi.${row}`)?.value ?? 0) - (amount(`liuzhou.${row}`)?.value ?? 0)
    expect(faster('connection.resident.line')).toBe(1)
    expect(faster('connection.lowVoltage.line')).toBe(3)
    expect(faster('scheme.hvSingle')).toBe(6)
    expect(faster('scheme.hvDual')).toBe(3)
    expect(faster('energization.hvSingle')).toBe(2)
    expect(faster('energization.hvDual')).toBe(2)
  })
})

describe('the rows among each other', () => {
  test('ids are unique', () => {
    expect(new Set(allLimits.map(({ id }) => id)).size).toBe(allLimits.length)
  })

  test('the plan times exactly the stages it has, once per authority and case', () => {
    const { limits } = ruleSetById('liuzhou-2019@2019-02-28')
    const stageRows = (authority: string) =>
      limits.filter((limit) => limit.authority === authority && limit.scope === 'stage' && limit.measure === 'max')
    const key = ({ customerClass, stage, externalLine }: Limit) =>
      `${customerClass} ${stage} ${externalLine ?? ''}`.trim()
    const wanted = processes.flatMap(({ customerClasses, stages }) =>
      customerClasses.flatMap((customerClass) =>
        stages.flatMap((stage) =>
          stage === 'connection'
            ? [`${customerClass} ${stage} true`, `${customerClass} ${stage} false`]
            : [`${customerClass} ${stage}`],
        ),
      ),
    )
    for (const authority of ['liuzhou', 'guangxi'])
      expect(stageRows(authority).map(key).sort()).toEqual([...wanted].sort())
  })

  test('what was only copied or drafted says so', () => {
    const nation = allLimits.filter(({ authority }) => authority === 'nation')
    expect(nation.length).toBeGreaterThan(20)
    expect(nation.every(({ source }) => source.confidence !== 'text')).toBe(true)
    expect(
      allLimits.filter(({ authority }) => authority !== 'nation').every(({ source }) => source.confidence === 'text'),
    ).toBe(true)
  })
})
