import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { addDays, type LocalDate, localDate } from '@shared/time/localDate'
import {
  type Amount,
  type Clock,
  explainDays,
  readClock,
  roundsOf,
  type Stop,
  slackOf,
  usedByParty,
} from '@shared/time/stopwatch'
import fc from '../support/fastCheck'
import { naiveDue } from './guangxiOracle'

const day = localDate
const calendar = calendarAsOf(day('2026-11-23'))
const working = (value: number): Amount => ({ value, unit: 'workingDay' })
const stop = (from: string, to: string | null, party: Stop['party'] = 'customer'): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
  party,
  reason: 'inspectionFailed',
  evidence: 'list-1',
})
const clock = (start: string, amount: Amount, stops: Stop[] = []): Clock => ({ start: day(start), amount, stops })
const read = (start: string, amount: Amount, stops: Stop[] = [], asOf?: string) =>
  readClock(calendar, clock(start, amount, stops), asOf === undefined ? undefined : day(asOf))

const anyStart = fc.integer({ min: 0, max: 365 * 10 }).map((n) => addDays(day('2015-01-01'), n))
const anyAmount = fc.integer({ min: 1, max: 30 })
/** Stops in order, none overlapping: days from the one before to the stop, and days it lasts. */
const anyStops = fc.array(fc.tuple(fc.nat(12), fc.nat(20)), { maxLength: 4 })
type Gap = [number, number]
function placed(start: LocalDate, gaps: Gap[]) {
  let last = start
  return gaps.map(([wait, length]) => {
    const from = addDays(last, wait)
    last = addDays(from, length)
    return { ...stop(from, last), to: last }
  })
}

test('a stop on A resumed on B leaves out (A, B], and each day says why', () => {
  const stopped = clock('2019-06-05', working(6), [stop('2019-06-11', '2019-06-17')])
  expect(readClock(calendar, stopped)).toEqual({ due: '2019-06-20', used: 3, left: 3, slack: 3, provisional: false })
  const days = explainDays(calendar, stopped, day('2019-06-20'))
  expect(days.filter(({ counted }) => counted).map((each) => each.day)).toEqual([
    '2019-06-06',
    '2019-06-10',
    '2019-06-11',
    '2019-06-18',
    '2019-06-19',
    '2019-06-20',
  ])
  const skipped = days.filter((each) => each.stop)
  expect(skipped.map((each) => each.day)).toEqual([
    '2019-06-12',
    '2019-06-13',
    '2019-06-14',
    '2019-06-15',
    '2019-06-16',
    '2019-06-17',
  ])
  expect(skipped[0].stop).toMatchObject({ party: 'customer', evidence: 'list-1' })
})

test('every day that makes up a limit is explained as counted, and no other', () => {
  fc.assert(
    fc.property(anyStart, anyAmount, anyStops, (start, value, gaps) => {
      const own = { start, amount: working(value), stops: placed(start, gaps) }
      const { due } = readClock(calendar, own)
      const days = explainDays(calendar, own, due as LocalDate)
      expect(days.filter(({ counted }) => counted)).toHaveLength(value)
      expect(days.at(-1)).toMatchObject({ day: due, counted: true })
    }),
  )
})

test('due days agree with a naive count, whatever the stops', () => {
  fc.assert(
    fc.property(anyStart, anyAmount, anyStops, (start, value, gaps) => {
      const stops = placed(start, gaps)
      expect(readClock(calendar, { start, amount: working(value), stops }).due).toBe(naiveDue(start, value, stops))
    }),
  )
})

test('a further stop never makes the due day earlier, and a same-day stop moves nothing', () => {
  fc.assert(
    fc.property(anyStart, anyAmount, anyStops, fc.nat(10), fc.nat(20), (start, value, gaps, wait, length) => {
      const due = (more: Gap[]) =>
        readClock(calendar, { start, amount: working(value), stops: placed(start, more) }).due
      expect(String(due([...gaps, [wait, length]])) >= String(due(gaps))).toBe(true)
      expect(due([...gaps, [wait, 0]])).toBe(due(gaps))
    }),
  )
})

test('used and left make up the limit, used adds up day by day, and slack counts down to the due day', () => {
  fc.assert(
    fc.property(anyStart, anyAmount, anyStops, fc.nat(80), (start, value, gaps, until) => {
      const own = { start, amount: working(value), stops: placed(start, gaps) }
      const at = (asOf: LocalDate) => readClock(calendar, own, asOf)
      const [one, next] = [at(addDays(start, until)), at(addDays(start, until + 1))]
      expect(one.used + one.left).toBe(value)
      const [tomorrow] = explainDays(calendar, own, addDays(start, until + 1)).slice(-1)
      expect(next.used - one.used).toBe(tomorrow.counted ? 1 : 0)
      if (one.due === null) throw new Error('a running clock has a due day')
      expect(at(one.due)).toMatchObject({ used: value, left: 0, slack: 0 })
      expect(one.slack).toBe(slackOf(calendar, one.due, addDays(start, until)))
      expect(readClock(calendar, own)).toEqual(at(own.stops.at(-1)?.to ?? start))
    }),
  )
})

test("the parties' days together are all the working days gone by", () => {
  fc.assert(
    fc.property(anyStart, anyStops, fc.nat(60), fc.boolean(), (start, gaps, until, open) => {
      const parties = ['customer', 'thirdParty', 'utility', 'customer'] as const
      const stops: Stop[] = placed(start, gaps).map((each, index) => ({ ...each, party: parties[index] }))
      const last = stops.at(-1)
      if (open && last) last.to = null
      const own = { start, amount: working(60), stops }
      const asOf = addDays(start, until)
      const byParty = usedByParty(calendar, own, asOf)
      expect(byParty.utility + byParty.customer + byParty.thirdParty).toBe(calendar.between(start, asOf))
      const days = explainDays(calendar, own, asOf)
      const stopped = days.filter((each) => each.kind.working && each.stop?.party === 'customer')
      expect(byParty.customer).toBe(stopped.length)
      const ours = days.filter((each) => each.kind.working && (each.stop?.party ?? 'utility') === 'utility')
      expect(byParty.utility).toBe(ours.length)
    }),
  )
})

test('every round of inspection stays visible, with the days it used', () => {
  const own = clock('2019-06-05', working(6), [stop('2019-06-11', '2019-06-17'), stop('2019-06-19', '2019-06-24')])
  expect(roundsOf(calendar, own, day('2019-06-25'))).toEqual([
    { from: '2019-06-05', to: '2019-06-11', used: 3 },
    { from: '2019-06-17', to: '2019-06-19', used: 2 },
    { from: '2019-06-24', to: null, used: 1 },
  ])
  expect(readClock(calendar, own).due).toBe('2019-06-25')
  const standing = clock('2019-06-05', working(6), [stop('2019-06-11', null)])
  expect(roundsOf(calendar, standing, day('2019-07-25'))).toEqual([{ from: '2019-06-05', to: '2019-06-11', used: 3 }])
})

test('time overdue shows as a negative rest and a negative slack', () => {
  expect(read('2019-07-01', working(2), [], '2019-07-05')).toMatchObject({
    used: 4,
    left: -2,
    due: '2019-07-03',
    slack: -2,
  })
})

describe('an open stop', () => {
  const open = (from: string, asOf?: string) => read('2019-06-05', working(6), [stop(from, null)], asOf)

  test('leaves the due day unknown and keeps what is left', () => {
    expect(open('2019-06-11')).toEqual({ due: null, slack: null, used: 3, left: 3, provisional: false })
    expect(open('2019-06-11', '2019-09-30')).toMatchObject({ due: null, used: 3, left: 3 })
  })

  test('changes nothing when the limit was over before it', () => {
    expect(open('2019-06-14')).toMatchObject({ due: '2019-06-14', left: 0 })
    expect(open('2019-06-13')).toMatchObject({ due: null, left: 1 })
  })
})

describe('what no notice settles makes a clock provisional only where it runs on it', () => {
  const start = '2026-12-25'
  test.each<[string, number, Stop[], boolean]>([
    ['ends before the open days', 1, [], false],
    ['ends on an open day', 2, [], true],
    ['stands on the open days', 2, [stop('2026-12-28', null)], false],
    ['ran on an open day before it stood', 5, [stop('2026-12-30', null)], true],
    ['goes on after them', 2, [stop('2026-12-28', '2027-01-04')], true],
  ])('%s', (_name, value, stops, provisional) => {
    expect(read(start, working(value), stops).provisional).toBe(provisional)
  })

  test('a stop after its end cannot make it so', () => {
    expect(read('2026-12-21', working(2), [stop('2026-12-31', null)]).provisional).toBe(false)
    expect(read('2026-12-21', working(2), [stop('2026-12-24', '2027-01-08')]).provisional).toBe(false)
  })

  test('in calendar units only the days it ends on matter', () => {
    const days = (value: number): Amount => ({ value, unit: 'calendarDay' })
    expect(read('2025-12-25', days(10)).provisional).toBe(false)
    expect(read('2026-12-25', days(3))).toMatchObject({ due: '2026-12-28', provisional: false })
    expect(read('2026-12-25', days(4))).toMatchObject({ due: '2026-12-29', provisional: true })
    expect(read('2026-12-25', days(20), [stop('2026-12-26', null)]).provisional).toBe(false)
  })
})

describe('calendar units', () => {
  const due = (start: string, value: number, unit: Amount['unit'], stops: Stop[] = []) =>
    read(start, { value, unit }, stops).due

  test('calendar days count every day but do not end on a day off (民法典 203)', () => {
    expect(due('2019-03-01', 10, 'calendarDay')).toBe('2019-03-11')
    expect(due('2019-03-25', 10, 'calendarDay')).toBe('2019-04-09')
    expect(due('2019-04-18', 10, 'calendarDay')).toBe('2019-04-28')
    const own = clock('2019-03-25', { value: 10, unit: 'calendarDay' })
    const counted = explainDays(calendar, own, day('2019-04-10')).map((each) => each.counted)
    // Ten counted, five waited (三月三 and 清明), and after the due day time counts again.
    expect(counted).toEqual([...Array(10).fill(true), ...Array(5).fill(false), true])
    expect(readClock(calendar, own, day('2019-03-30'))).toMatchObject({ used: 5, left: 5 })
  })

  test('months end on the corresponding day', () => {
    expect(due('2019-07-31', 2, 'month')).toBe('2019-09-30')
    expect(due('2019-03-06', 1, 'month')).toBe('2019-04-09')
  })

  test('stops move them by the days stopped', () => {
    expect(due('2019-07-01', 10, 'calendarDay', [stop('2019-07-03', '2019-07-08')])).toBe('2019-07-16')
    expect(due('2019-07-01', 2, 'calendarDay', [stop('2019-07-03', null)])).toBe('2019-07-03')
    expect(due('2019-07-01', 3, 'calendarDay', [stop('2019-07-03', null)])).toBeNull()
  })

  test('same day is the day itself, or the next working day, and no day of it is counted', () => {
    expect(due('2019-04-03', 0, 'sameDay')).toBe('2019-04-03')
    expect(due('2019-04-05', 0, 'sameDay')).toBe('2019-04-09')
    const own = clock('2019-04-05', { value: 0, unit: 'sameDay' })
    expect(explainDays(calendar, own, day('2019-04-10')).some(({ counted }) => counted)).toBe(false)
  })
})

describe('impossible questions are refused by their fact', () => {
  const clock: Clock = { start: day('2019-06-05'), amount: working(6), stops: [] }
  const stop = (from: string, to: string | null): Stop => ({
    from: day(from),
    to: to === null ? null : day(to),
    party: 'customer',
    reason: 'inspectionFailed',
    evidence: 'list-1',
  })
  const ask = (...stops: Stop[]) => readClock(calendar, { ...clock, stops })

  test.each<[string, () => unknown]>([
    ['asked as of 2019-06-04, before the start on 2019-06-05', () => readClock(calendar, clock, day('2019-06-04'))],
    ['a stop from 2019-06-04 to now does not follow 2019-06-05', () => ask(stop('2019-06-04', null))],
    ['a stop from 2019-06-10 to 2019-06-09 does not follow 2019-06-05', () => ask(stop('2019-06-10', '2019-06-09'))],
    [
      'a stop from 2019-06-12 to 2019-06-14 does not follow an open one',
      () => ask(stop('2019-06-10', null), stop('2019-06-12', '2019-06-14')),
    ],
    [
      'a stop from 2019-06-11 to now does not follow 2019-06-12',
      () => ask(stop('2019-06-10', '2019-06-12'), stop('2019-06-11', null)),
    ],
  ])('%s', (fact, act) => {
    expect(act).toThrow(expect.objectContaining({ name: 'TimeError', code: 'outOfOrder' }))
    expect(act).toThrow(fact)
  })

  test('a clock in calendar days that stands has no due day, and nothing it rests on can change', () => {
    for (const unit of ['calendarDay', 'month'] as const) {
      const standing = { ...clock, amount: { value: 2, unit }, stops: [stop('2019-06-06', null)] }
      expect(readClock(calendar, standing)).toMatchObject({ due: null, slack: null, provisional: false, used: 1 })
    }
  })

  test('a clock that stood into an unsettled stretch and stands there still is provisional by the days it ran', () => {
    const open = { ...clock, start: day('2026-12-25'), stops: [stop('2027-01-08', null)] }
    expect(readClock(calendar, { ...open, amount: working(60) }).provisional).toBe(true)
    const early = { ...open, stops: [stop('2026-12-28', null)] }
    expect(readClock(calendar, { ...early, amount: working(60) }).provisional).toBe(false)
    expect(readClock(calendar, { ...early, amount: working(1) })).toMatchObject({
      due: '2026-12-28',
      provisional: false,
    })
  })

  test('rounds begun after the day asked about have no days', () => {
    const later = { ...clock, stops: [stop('2019-06-11', '2019-06-17')] }
    expect(roundsOf(calendar, later, day('2019-06-10'))).toEqual([
      { from: '2019-06-05', to: '2019-06-11', used: 2 },
      { from: '2019-06-17', to: null, used: 0 },
    ])
    const inCalendarDays = { ...later, amount: { value: 9, unit: 'calendarDay' } as const }
    expect(roundsOf(calendar, inCalendarDays, day('2019-06-10')).map(({ used }) => used)).toEqual([5, 0])
  })
})
