import { stopsOfCase, timeByParty } from '@shared/flow/clocks'
import type { Command } from '@shared/flow/commands'
import { outcomeOf } from '@shared/flow/outcome'
import { promiseOf } from '@shared/flow/promiseOf'
import { promiseViewOf } from '@shared/flow/promiseView'
import type { CaseState } from '@shared/flow/state'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { naiveDue, plusDays } from '../rules/guangxiOracle'
import { seeded } from '../support/random'
import { approval, beijing, commands, deed, factoryCommand, PROBLEM, STANDBY, after as then } from './support/cases'

/** Every notice is out; the days below were walked by hand over the published notices, and once more by the oracle. */
const CALENDAR = calendarAsOf(localDate('2026-11-23'))
const dual = { ...factoryCommand, sources: 'dual' as const }
const over35 = { ...factoryCommand, sources: 'over35kV' as const, capacityKva: 20_000 }
const at = (day: string) => beijing(day.length > 10 ? day : `${day} 10:00`)

const accepted = (first: Command, day: string) => then(null, first, 'applicant', at(day))
const surveyed = (first: Command, day: string) =>
  then(accepted(first, day), { ...commands.visit, externalLine: true, papers: [deed, approval] }, 'manager', at(day))
const replied = (first: Command, accepted: string, day: string) => {
  const template = first === factoryCommand ? 'teeHighMetering' : first === dual ? 'dualSource' : 'over35kV'
  const standby = first === dual ? STANDBY : null
  return then(surveyed(first, accepted), { ...commands.reply, template, standby }, 'manager', at(day))
}
const requested = (state: CaseState, day: string) => then(state, commands.requestInspection, 'applicant', at(day))
const failed = (state: CaseState, day: string) =>
  then(state, { type: 'inspect', problems: [PROBLEM] }, 'manager', at(day))
const again = (state: CaseState, day: string) =>
  then(state, { type: 'requestInspection', report: null, remedies: [{ pictures: [] }] }, 'applicant', at(day))
const passed = (state: CaseState, day: string) => then(state, commands.inspect, 'manager', at(day))
const energized = (state: CaseState, day: string) => then(state, commands.energize, 'manager', at(day))
const dueOf = (state: CaseState) => promiseOf(state, CALENDAR)?.dueDay ?? null

test.each`
  who         | first             | acceptedOn      | due             | because
  ${'single'} | ${factoryCommand} | ${'2026-11-23'} | ${'2026-12-01'} | ${'one weekend'}
  ${'single'} | ${factoryCommand} | ${'2026-09-30'} | ${'2026-10-14'} | ${'国庆, and a Saturday worked'}
  ${'single'} | ${factoryCommand} | ${'2019-04-03'} | ${'2019-04-16'} | ${'清明 and 三月三 in one rest'}
  ${'single'} | ${factoryCommand} | ${'2026-04-16'} | ${'2026-04-28'} | ${'三月三 on Friday and Monday'}
  ${'dual'}   | ${dual}           | ${'2026-11-23'} | ${'2026-12-15'} | ${'three weekends'}
  ${'dual'}   | ${dual}           | ${'2019-04-03'} | ${'2019-04-29'} | ${'before Labour Day, its Sunday worked'}
  ${'35 kV'}  | ${over35}         | ${'2026-11-23'} | ${'2026-12-15'} | ${'as two sources'}
`('the scheme of $who accepted $acceptedOn is due $due ($because)', ({ first, acceptedOn, due }) => {
  const state = accepted(first, acceptedOn)
  expect([dueOf(state), naiveDue(acceptedOn, first === factoryCommand ? 6 : 16)]).toEqual([due, due])
  // The survey moves nothing: with or without a line the stage has one limit.
  expect(dueOf(surveyed(first, acceptedOn))).toBe(due)
  expect(promiseOf(state, CALENDAR)!.earlierIf).toBeUndefined()
})

test.each`
  who         | first             | requestedOn     | due
  ${'single'} | ${factoryCommand} | ${'2026-04-16'} | ${'2026-04-28'}
  ${'dual'}   | ${dual}           | ${'2026-04-16'} | ${'2026-04-30'}
  ${'35 kV'}  | ${over35}         | ${'2026-04-16'} | ${'2026-04-30'}
`('the works of $who reported $requestedOn have power by $due', ({ first, requestedOn, due }) => {
  const state = requested(replied(first, '2026-03-02', '2026-03-06'), requestedOn)
  expect([dueOf(state), naiveDue(requestedOn, first === factoryCommand ? 6 : 8)]).toEqual([due, due])
})

describe('停钟: from the written list to the re-application, the working days in (A, B] are left out', () => {
  const works = () => requested(replied(factoryCommand, '2026-03-02', '2026-03-06'), '2026-04-13')
  test.each([
    ['the same day', '2026-04-14', '2026-04-14', '2026-04-23'],
    ['over a night', '2026-04-14', '2026-04-15', '2026-04-24'],
    ['over a weekend and 三月三, of which only the last day was working', '2026-04-16', '2026-04-21', '2026-04-24'],
    ['over days off alone', '2026-04-18', '2026-04-19', '2026-04-23'],
    ['over two weeks', '2026-04-14', '2026-04-28', '2026-05-08'],
  ])('%s: list on %s, again on %s → %s', (_what, from, to, due) => {
    const listed = failed(works(), from)
    expect(dueOf(listed)).toBeNull()
    const back = again(listed, to)
    expect([dueOf(back), naiveDue('2026-04-13', 6, [{ from, to }])]).toEqual([due, due])
  })

  test('every round counts; what was used stays used', () => {
    const rounds = again(failed(again(failed(works(), '2026-04-14'), '2026-04-22'), '2026-04-23'), '2026-04-29')
    const stops = [
      { from: '2026-04-14', to: '2026-04-22' },
      { from: '2026-04-23', to: '2026-04-29' },
    ]
    expect(dueOf(rounds)).toBe(naiveDue('2026-04-13', 6, stops))
    expect(stopsOfCase(rounds).slice(-2)).toMatchObject(stops)
  })

  test('a thousand histories against the oracle that knows only days', () => {
    const random = seeded(20261123)
    for (let n = 0; n < 1000; n += 1) {
      const first = random.pick([factoryCommand, dual, over35])
      let day = plusDays('2019-04-04', random.below(2400))
      const start = day
      let state = requested(replied(first, plusDays(day, -30), plusDays(day, -20)), day)
      const stops: { from: string; to: string }[] = []
      for (let round = random.below(4); round > 0; round -= 1) {
        const from = plusDays(day, random.below(4))
        const to = plusDays(from, random.below(30))
        state = again(failed(state, from), to)
        stops.push({ from, to })
        day = to
      }
      const city = [promiseOf(state, CALENDAR)!, ...promiseOf(state, CALENDAR)!.others].find(
        ({ limit }) => limit.authority === 'liuzhou' && limit.scope === 'stage',
      )
      expect({ n, start, stops, due: city!.dueDay }).toEqual({
        n,
        start,
        stops,
        due: naiveDue(start, first === factoryCommand ? 6 : 8, stops),
      })
    }
  })
})

describe('谁的时间', () => {
  test('the customer’s works are outside the promise, and theirs', () => {
    const waiting = replied(factoryCommand, '2026-03-02', '2026-03-06')
    expect(dueOf(waiting)).toBeNull()
    expect(timeByParty(waiting, CALENDAR, at('2026-03-20'))).toEqual({ utility: 4, customer: 10, thirdParty: 0 })
    expect(timeByParty(requested(waiting, '2026-03-20'), CALENDAR, at('2026-03-24'))).toEqual({
      utility: 6,
      customer: 10,
      thirdParty: 0,
    })
  })

  const supporting = { ...commands.recordAnomaly, cause: 'supportingWorks' as const }
  test('days an anomaly puts down to supporting works are the utility’s, and still outside the promise', () => {
    const waiting = then(replied(factoryCommand, '2026-03-02', '2026-03-06'), supporting, 'manager', at('2026-03-11'))
    const over = then(waiting, { type: 'resolveAnomaly', number: 1 }, 'manager', at('2026-03-17'))
    const back = requested(over, '2026-03-20')
    expect(stopsOfCase(back).map(({ from, to, party, reason }) => [from, to, party, reason])).toEqual([
      ['2026-03-06', '2026-03-11', 'customer', 'customerWorks'],
      ['2026-03-11', '2026-03-17', 'utility', 'supportingWorks'],
      ['2026-03-17', '2026-03-20', 'customer', 'customerWorks'],
    ])
    expect(timeByParty(back, CALENDAR, at('2026-03-20'))).toEqual({ utility: 8, customer: 6, thirdParty: 0 })
    expect(dueOf(back)).toBe(naiveDue('2026-03-20', 6))
  })

  test('also where they were late before the reply already; what was over by then is no part of the works', () => {
    const early = then(surveyed(factoryCommand, '2026-03-02'), supporting, 'manager', at('2026-03-04'))
    const waiting = then(early, commands.reply, 'manager', at('2026-03-06'))
    expect(stopsOfCase(waiting)).toMatchObject([{ from: '2026-03-06', to: null, party: 'utility' }])
    const over = then(waiting, { type: 'resolveAnomaly', number: 1 }, 'manager', at('2026-03-10'))
    expect(stopsOfCase(over)).toMatchObject([
      { from: '2026-03-06', to: '2026-03-10', party: 'utility' },
      { from: '2026-03-10', to: null, party: 'customer' },
    ])
    const before = then(early, { type: 'resolveAnomaly', number: 1 }, 'manager', at('2026-03-05'))
    expect(stopsOfCase(then(before, commands.reply, 'manager', at('2026-03-06')))).toMatchObject([
      { from: '2026-03-06', to: null, party: 'customer' },
    ])
  })

  test('lasting until the report, they end with it', () => {
    const waiting = then(replied(factoryCommand, '2026-03-02', '2026-03-06'), supporting, 'manager', at('2026-03-11'))
    expect(stopsOfCase(requested(waiting, '2026-03-20')).at(-1)).toMatchObject({ to: '2026-03-20', party: 'utility' })
  })

  test('another anomaly stops nothing and moves nobody’s days', () => {
    const waiting = replied(factoryCommand, '2026-03-02', '2026-03-06')
    const rain = then(waiting, commands.recordAnomaly, 'manager', at('2026-03-11'))
    expect(stopsOfCase(rain)).toEqual(stopsOfCase(waiting))
  })
})

test('国家’s and 自治区’s limits stand beside the city’s, each with its own day', () => {
  const view = (state: CaseState) => promiseViewOf(state, promiseOf(state, CALENDAR)!, CALENDAR, state.submittedAt)
  const scheme = view(accepted(factoryCommand, '2026-03-02'))
  expect(scheme.limit).toMatchObject({ authority: '柳州市', dueDay: naiveDue('2026-03-02', 6) })
  expect(scheme.others).toContainEqual(
    expect.objectContaining({ authority: '广西壮族自治区', dueDay: naiveDue('2026-03-02', 12) }),
  )
  expect(scheme.others).toContainEqual(
    expect.objectContaining({
      authority: '国家',
      limit: expect.stringContaining('20个工作日'),
      dueDay: naiveDue('2026-03-02', 20),
    }),
  )
  const power = view(requested(replied(factoryCommand, '2026-03-02', '2026-03-06'), '2026-04-13'))
  expect(power.limit).toMatchObject({ authority: '柳州市', dueDay: naiveDue('2026-04-13', 6) })
  expect(power.others).toContainEqual(
    expect.objectContaining({ authority: '广西壮族自治区', dueDay: naiveDue('2026-04-13', 8) }),
  )
  // 12 working days of the utility's own in all, the works left out: 4 used before the reply, 8 left after the report.
  expect(power.others).toContainEqual(
    expect.objectContaining({ limit: expect.stringContaining('12个工作日'), dueDay: naiveDue('2026-04-13', 8) }),
  )
})

test('承诺与实际 of a case with power: both stages, the stop left out', () => {
  const back = again(
    failed(requested(replied(factoryCommand, '2026-03-02', '2026-03-06'), '2026-04-13'), '2026-04-14'),
    '2026-04-22',
  )
  const done = energized(passed(back, '2026-04-23'), '2026-04-24')
  expect(outcomeOf(done, CALENDAR)).toMatchObject({
    promisedDay: naiveDue('2026-04-13', 6, [{ from: '2026-04-14', to: '2026-04-22' }]),
    workingDaysUsed: 4 + 3,
    kept: true,
    stages: [
      { promisedDay: '2026-03-10', workingDaysUsed: 4, kept: true },
      { workingDaysUsed: 3, kept: true },
    ],
  })
  const late = energized(passed(back, '2026-04-23'), '2026-05-20')
  expect(outcomeOf(late, CALENDAR)).toMatchObject({ kept: false, stages: [{ kept: true }, { kept: false }] })
})
