import type { PointName } from './detailViews'

/** Where a scheme connects, as rows to show: one, or the main and the standby source's. */
export function pointRows(points: readonly PointName[], title = '接入点'): [name: string, value: string][] {
  const words = ({ line, pole }: PointName) => `${line} ${pole}`
  return points.length === 1
    ? [[title, words(points[0])]]
    : points.map((point, index) => [`${index === 0 ? '主供' : '备用'}${title}`, words(point)])
}

/** The points of a scheme, the main source's first. */
export const pointsIn = <Point>(scheme: Point & { standby?: Point | null }): Point[] =>
  scheme.standby ? [scheme, scheme.standby] : [scheme]
