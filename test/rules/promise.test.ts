import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { explainPromise } from '@shared/rules/promise'
import { ruleSets } from '@shared/rules/ruleSets'
import { RulesError } from '@shared/rules/rulesError'
import { addDays, instantAt, localDate } from '@shared/time/localDate'
import fc from '../support/fastCheck'
import { ask, at, calendar, failed } from './asking'

const day = localDate

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
    dueDay: '2027-01-06',
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

test('当日办结 is provisional when its own day, or the day it ends on, may still change', () => {
  const closing = { cutOffMinute: 17 * 60, closeMinute: 18 * 60 }
  const provisional = (text: string, minute: number) =>
    ask({ stage: 'application', closing, startedAt: at(text, minute) }).provisional
  expect(provisional('2026-11-24', 600)).toBe(false)
  expect(provisional('2026-11-24', 1100)).toBe(false)
  expect(provisional('2026-12-28', 600)).toBe(false)
  // The next working day is in the stretch that the notice for 2027 may touch.
  expect(provisional('2026-12-28', 1100)).toBe(true)
  expect(provisional('2027-01-05', 600)).toBe(true)
})

test('what is refused is told by its fact', () => {
  const hv = { customerClass: 'hvDual', stage: 'energization', startedAt: at('2019-04-03') } as const
  expect(() => ask({ ...hv, stops: [{ ...failed('2019-04-09', null), reason: 'designReview' }] })).toThrow(
    'energization of hvDual never stops for designReview',
  )
  expect(() => ask({ ...hv, starts: { acceptance: at('2019-04-03') } })).toThrow(
    'energization counts from inspectionRequest, which has not happened',
  )
  const ruleSet = { ...ruleSets.find(({ id }) => id === 'liuzhou-2019@2019-02-28')!, commitsTo: [] }
  expect(() => ask({ ...hv, ruleSet })).toThrow('nothing binds energization in liuzhou-2019@2019-02-28')
})
