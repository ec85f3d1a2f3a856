import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { eachDay, guangxiWorking, plusDays } from './guangxiOracle'
import { holidaysByLaw } from './lawOracle'

/** Up to 60 working days after the last day of 2026, where the plain week is left, and the law's own days off. */
const LAST = '2027-06-30'

test('every start day of 2014 to 2026 × 1 to 60 working days is what walking day by day gives', () => {
  const calendar = calendarAsOf(localDate('2026-11-23'))
  const strip = [...eachDay('2014-01-01', LAST)]
  const isWorking = strip.map((day) =>
    day < '2027-01-01'
      ? guangxiWorking(day)
      : ![0, 6].includes(new Date(day).getUTCDay()) && holidaysByLaw(day).length === 0,
  )
  const wrong: string[] = []
  let asked = 0
  for (let start = 0; strip[start] <= '2026-12-31'; start += 1) {
    const from = localDate(strip[start])
    let counted = 0
    for (let day = start + 1; counted < 60; day += 1) {
      if (!isWorking[day]) continue
      counted += 1
      asked += 1
      const due = calendar.add(from, counted)
      if (due !== strip[day]) wrong.push(`${from} + ${counted}: ${due}, not ${strip[day]}`)
      if (calendar.between(from, due) !== counted) wrong.push(`${from} to ${due} is not ${counted}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBe(60 * 4748)
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
})
