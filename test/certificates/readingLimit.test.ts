import { READING_LIMIT, type Readings, withOneMore } from '@shared/certificates/readingLimit'
import type { LocalDate } from '@shared/time/localDate'

const [TODAY, TOMORROW] = ['2026-11-24', '2026-11-25'] as LocalDate[] as [LocalDate, LocalDate]
const WECHATS_QUOTA = 100

/** What is left after the pictures in turn; null once one was refused. */
const after = (day: LocalDate, pictures: string[], before: Readings | null = null) =>
  pictures.reduce<Readings | null>((readings, picture, index) => {
    return index > 0 && readings === null ? null : withOneMore(readings, day, picture)
  }, before)
const different = (count: number) => Array.from({ length: count }, (_, index) => `picture ${index}`)

test('so many pictures a day and not one more; the next day anew', () => {
  const full = after(TODAY, different(READING_LIMIT.picturesADay))
  expect(full?.counted).toBe(READING_LIMIT.picturesADay)
  expect(withOneMore(full, TODAY, 'another')).toBeNull()
  expect(withOneMore(full, TOMORROW, 'another')).toMatchObject({ day: TOMORROW, counted: 1 })
})

test('the same picture again is free once, at the limit too; then it counts', () => {
  expect(after(TODAY, ['a', 'a'])?.counted).toBe(1)
  expect(after(TODAY, ['a', 'a', 'a'])?.counted).toBe(2)
  const full = after(TODAY, different(READING_LIMIT.picturesADay))
  const repeated = withOneMore(full, TODAY, 'picture 0')
  expect(repeated?.counted).toBe(READING_LIMIT.picturesADay)
  expect(withOneMore(repeated, TODAY, 'picture 0')).toBeNull()
})

test('whatever one person does, more than half of the quota is left to the others', () => {
  let readings: Readings | null = null
  let calls = 0
  for (const picture of Array.from({ length: 10 }, () => different(40)).flat()) {
    const next: Readings | null = withOneMore(readings, TODAY, picture)
    if (!next) continue
    readings = next
    calls += 1
  }
  expect(calls).toBeGreaterThan(READING_LIMIT.picturesADay)
  expect(calls).toBeLessThan(WECHATS_QUOTA / 2)
})
