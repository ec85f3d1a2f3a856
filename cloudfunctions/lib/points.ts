import type { PointName } from '@shared/flow/detailViews'
import { beijingDay, type Instant } from '@shared/time/localDate'
import type { Head, PointDocument } from './store/documents'
import { read } from './store/stored'

/** What a point is called on a day: the newest name that had begun. */
export const nameOn = ({ names }: Pick<PointDocument, 'names'>, day: string): PointName =>
  names.findLast(({ from }) => from <= day) ?? names[0]

/** What the connection point of a case's scheme is called now; null without a scheme. One read by id. */
export async function pointNow({ state }: Head, now: Instant): Promise<PointName | null> {
  const point = state.scheme && (await read('points', state.scheme.point))
  return point && nameOn(point, beijingDay(now))
}
