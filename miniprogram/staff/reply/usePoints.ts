import type { ConnectionPoint, ResponseOf } from '@shared/contract'
import { beijingDay } from '@shared/time/localDate'
import { staff } from '@/api'
import { useKeptView } from '@/useKeptView'

/** A district has a few hundred points at most; what comes after this is typed. */
const MOST_PAGES = 25

async function allPoints(district: string): Promise<ConnectionPoint[]> {
  const points: ConnectionPoint[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: ResponseOf<'staff', 'points'> = await staff('points', { district, after })
    points.push(...answer.rows)
    after = answer.next
    if (after === null) break
  }
  return points
}

/** 接入点 of a district, all of them: they are searched on the device, also where there is no network. */
export const usePoints = (district: string) => useKeptView(`points.${district}`, () => allPoints(district))

/** What a point is called today: the newest name that has begun. */
export function nameToday({ names }: ConnectionPoint): { line: string; pole: string } {
  const today = beijingDay(Date.now())
  return [...names].reverse().find(({ from }) => from <= today) ?? names[0]
}
