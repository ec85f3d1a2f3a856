import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { explainPromise, type PromiseInput, promise } from '@shared/rules/promise'
import { ruleSets } from '@shared/rules/ruleSets'
import { RulesError } from '@shared/rules/rulesError'
import { addDays, instantAt, localDate } from '@shared/time/localDate'
import type { Stop } from '@shared/time/stopwatch'
import fc from 'fast-check'

const day = localDate
const calendar = calendarAsOf(day('2026-11-23'))
const at = (text: string, minute = 600) => instantAt(day(text), minute)
/** `startedAt` is the event the stage counts from, or acceptance. */
const ask = ({ startedAt, ...input }: Partial<PromiseInput> & { startedAt: number }) =>
  promise({
    ruleSet: 'liuzhou-2019@2019-02-28',
    customerClass: 'resident',
    stage: 'connection',
    externalLine: true,
    stops: [],
    calendar,
    starts: { submission: startedAt, acceptance: startedAt, inspectionRequest: startedAt },
    ...input,
  })
const failed = (from: string, to: string | null): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
  party: 'customer',
  reason: 'inspectionFailed',
  evidence: 'list-1',
})

test("the strictest authority's day is promised and the others stand beside it", () => {
  const result = ask({ startedAt: at('2019-04-03') })
  expect(result).toMatchObject({
    ruleSetId: 'liuzhou-2019@2019-02-28',
    clock: { start: '2019-04-03' },
    dueDay: '2019-04-10',
    dueAt: at('2019-04-10', 24 * 60),
    provisional: false,
    limit: { id: 'liuzhou.connection.resident.line' },
  })
  expect(result.others).toMatchObject([{ limit: { id: 'guangxi.connection.resident.line' }, dueDay: '2019-04-11' }])
  expect(explainPromise(result, calendar)).toHaveLength(7)
  expect(result.earlierIf).toBeUndefined()
})

test('before the survey the promise is the one with a line, and says the day without', () => {
  const open = ask({ startedAt: at('2019-04-03'), externalLine: null })
  expect(open.dueDay).toBe('2019-04-10')
  expect(open.earlierIf).toMatchObject({ externalLine: false, dueDay: '2019-04-09', limit: { amount: { value: 1 } } })
  expect(ask({ startedAt: at('2019-04-03'), externalLine: false }).dueDay).toBe('2019-04-09')
})

test('where a line makes no difference there is no other day to show', () => {
  const result = ask({ startedAt: at('2019-04-03'), customerClass: 'hvSingle', stage: 'scheme', externalLine: null })
  expect(result.earlierIf).toBeUndefined()
})

test('a survey can only move the promise earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2500 }), fc.constantFrom('resident', 'lowVoltage'), (n, customerClass) => {
      const startedAt = instantAt(addDays(day('2019-03-01'), n), 1)
      const open = ask({ startedAt, customerClass, externalLine: null })
      for (const externalLine of [true, false]) {
        expect(String(ask({ startedAt, customerClass, externalLine }).dueDay) <= String(open.dueDay)).toBe(true)
      }
      expect(String(open.earlierIf?.dueDay) < String(open.dueDay)).toBe(true)
    }),
  )
})

test('the minute of acceptance does not matter, the Beijing day does', () => {
  const lastMinute = ask({ startedAt: at('2019-07-01', 24 * 60 - 1) })
  expect(lastMinute.dueDay).toBe(ask({ startedAt: at('2019-07-01', 0) }).dueDay)
  expect(ask({ startedAt: at('2019-07-01', 24 * 60) }).dueDay).toBe('2019-07-04')
})

test('Labour Day 2019: what was known at acceptance moves the promise, and the versions tell', () => {
  const input = { startedAt: at('2019-04-26'), customerClass: 'lowVoltage' } as const
  const before = ask({ ...input, calendar: calendarAsOf(day('2019-03-21')) })
  const after = ask({ ...input, calendar: calendarAsOf(day('2019-03-22')) })
  expect([before.dueDay, after.dueDay]).toEqual(['2019-05-03', '2019-05-05'])
  expect(before.calendarVersion).not.toBe(after.calendarVersion)
})

test('a promise crossing into 2027 is provisional', () => {
  expect(ask({ startedAt: at('2026-12-30'), customerClass: 'lowVoltage' })).toMatchObject({
    dueDay: '2027-01-05',
    provisional: true,
  })
  expect(ask({ startedAt: at('2026-11-23'), customerClass: 'lowVoltage' })).toMatchObject({
    dueDay: '2026-11-27',
    provisional: false,
  })
})

describe('application, 当日办结', () => {
  const closing = { cutOffMinute: 17 * 60, closeMinute: 18 * 60 }
  const input = { stage: 'application', closing } as const

  test('before the cut-off today, after it the next working day, closing with the business day', () => {
    expect(ask({ ...input, startedAt: at('2019-04-03', 1019) })).toMatchObject({
      dueDay: '2019-04-03',
      dueAt: at('2019-04-03', 1080),
    })
    expect(ask({ ...input, startedAt: at('2019-04-03', 1020) })).toMatchObject({
      dueDay: '2019-04-09',
      dueAt: at('2019-04-09', 1080),
    })
  })

  test('without business hours the whole day counts', () => {
    const result = ask({ stage: 'application', startedAt: at('2019-04-03', 1439) })
    expect(result).toMatchObject({ dueDay: '2019-04-03', reading: { slack: 0 } })
    expect(explainPromise(result, calendar)).toEqual([])
    const late = ask({ ...input, startedAt: at('2019-04-03', 1020) })
    expect(explainPromise(late, calendar).map(({ counted }) => counted)).toEqual(Array(6).fill(false))
    expect(late.reading.slack).toBe(1)
  })
})

describe('high voltage', () => {
  const inspection = { customerClass: 'hvSingle', stage: 'energization', startedAt: at('2019-06-05') } as const

  test('a failed inspection stops the clock until re-application', () => {
    expect(ask(inspection).dueDay).toBe('2019-06-14')
    expect(ask({ ...inspection, stops: [failed('2019-06-11', '2019-06-17')] }).dueDay).toBe('2019-06-20')
    expect(ask({ ...inspection, stops: [failed('2019-06-11', null)] })).toMatchObject({
      limit: { id: 'liuzhou.energization.hvSingle' },
      dueDay: null,
      dueAt: null,
      others: [
        { limit: { id: 'guangxi.energization.hvSingle' }, dueDay: null },
        { limit: { id: 'liuzhou.utility.hvSingle' }, dueDay: null },
      ],
    })
  })

  test('calendar units of older national rules are compared by the day they fall due', () => {
    const result = ask({ customerClass: 'hvSingle', stage: 'scheme', startedAt: at('2019-07-01') })
    expect(result.dueDay).toBe('2019-07-09')
    expect(result.others.map((other) => [other.limit.id, other.dueDay])).toEqual([
      ['guangxi.scheme.hvSingle', '2019-07-17'],
      ['nation2010.scheme.hvSingle', '2019-07-29'],
      ['nation1996.scheme.hvSingle', '2019-08-01'],
    ])
  })
})

describe('the closed list of stops', () => {
  const codeOf = (input: Parameters<typeof ask>[0]) => {
    try {
      ask(input)
    } catch (error) {
      return error instanceof RulesError ? error.code : error
    }
    return 'no error'
  }

  test('low voltage has none: the clock runs on', () => {
    expect(codeOf({ startedAt: at('2019-04-03'), stops: [failed('2019-04-09', null)] })).toBe('stopNotAllowed')
  })

  test('nor does a scheme reply, nor any other reason', () => {
    const hv = { customerClass: 'hvDual', startedAt: at('2019-04-03') } as const
    expect(codeOf({ ...hv, stage: 'scheme', stops: [failed('2019-04-09', null)] })).toBe('stopNotAllowed')
    expect(
      codeOf({ ...hv, stage: 'energization', stops: [{ ...failed('2019-04-09', null), reason: 'designReview' }] }),
    ).toBe('stopNotAllowed')
    expect(codeOf({ ...hv, stage: 'energization', stops: [failed('2019-04-09', null)] })).toBe('no error')
  })

  test('a stage the class does not have has no promise', () => {
    expect(codeOf({ startedAt: at('2019-04-03'), stage: 'energization' })).toBe('noLimit')
    expect(codeOf({ startedAt: at('2019-04-03'), customerClass: 'hvSingle', stage: 'connection' })).toBe('noLimit')
  })
})

test('the city is the strictest in every rule set of its own, for every case', () => {
  const stages = {
    resident: ['application', 'connection'],
    lowVoltage: ['application', 'connection'],
    hvSingle: ['application', 'scheme', 'energization'],
    hvDual: ['application', 'scheme', 'energization'],
  } as const
  for (const ruleSet of ruleSets.filter(({ place }) => place === 'liuzhou')) {
    for (const customerClass of ['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const) {
      for (const stage of stages[customerClass]) {
        for (let n = 0; n < 400; n += 29) {
          const startedAt = instantAt(addDays(day('2025-01-01'), n), 600)
          expect(ask({ ruleSet, customerClass, stage, startedAt }).limit.authority).toBe('liuzhou')
        }
      }
    }
  }
})

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
