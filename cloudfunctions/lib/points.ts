import type { PointName, PointNames } from '@shared/flow/detailViews'
import { beijingDay, type Instant } from '@shared/time/localDate'
import type { Head, PointDocument } from './store/documents'
import { read } from './store/stored'

/** What a point is called on a day: the newest name that had begun. */
export const nameOn = ({ names }: Pick<PointDocument, 'names'>, day: string): PointName =>
  names.findLast(({ from }) => from <= day) ?? names[0]

/** What the points of a case's scheme are called now; null without a scheme. One read by id for each. */
export async function pointsNow({ state: { scheme } }: Head, now: Instant): Promise<PointNames | null> {
  if (!scheme) return null
  const today = beijingDay(now)
  const named = async ({ point, line, pole }: Pick<typeof scheme, 'point' | 'line' | 'pole'>): Promise<PointName> => {
    const found = await read('points', point)
    return found ? nameOn(found, today) : { line, pole }
  }
  const { standby } = scheme
  const [main, second] = await Promise.all([named(scheme), standby ? named(standby) : null])
  return { ...main, standby: second }
}
