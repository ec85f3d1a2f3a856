import type { DayPart } from '@shared/contract/vocabulary'
import { openParts } from '@shared/flow/dayParts'
import { beijingDay, beijingMinuteOfDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'

const PARTS: Record<DayPart, string> = { morning: '上午', afternoon: '下午' }

const openNow = (day: string) =>
  openParts(day, { today: beijingDay(Date.now()), minute: beijingMinuteOfDay(Date.now()) })

/** Days that can still be agreed on: a page may have stood open over midnight. */
export const openDays = (slots: readonly string[]) =>
  slots.filter((day) => openNow(day).length > 0).map((day) => ({ value: day, text: spokenDay(day) }))

/** The halves of the day chosen that are not over; both while none is. */
export const openHalves = (day: string | null) =>
  (['morning', 'afternoon'] as const)
    .filter((part) => !day || openNow(day).includes(part))
    .map((part) => ({ value: part, text: PARTS[part] }))

/** What is missing for a time, together; null where nothing is. */
export function timeMissing(slots: readonly string[], day: string | null, part: DayPart | null): string | null {
  const dayOpen = openDays(slots).some(({ value }) => value === day)
  const partOpen = openHalves(dayOpen ? day : null).some(({ value }) => value === part)
  const missing = [!dayOpen && '哪一天', !partOpen && '上午还是下午'].filter(Boolean)
  return missing.length > 0 ? `请选${missing.join('、')}` : null
}
