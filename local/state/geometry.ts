import { isDocument } from './sortableKey'

/** Longitude and latitude, degrees. */
type Position = [number, number]
type Segment = [Position, Position]
/** A GeoJSON geometry taken apart: an area is a list of rings, the first its outline and the others its holes. */
type Shape = { points: Position[]; segments: Segment[]; areas: Position[][][] }

/** MongoDB's mean earth radius. https://www.mongodb.com/docs/manual/tutorial/calculate-distances-using-spherical-geometry-with-2d-geospatial-indexes/ */
const EARTH_RADIUS_METRES = 6_378_100
const RADIANS = Math.PI / 180

const segmentsOf = (line: Position[]): Segment[] => line.slice(1).map((end, i) => [line[i]!, end])
const fromLines = (lines: Position[][]): Shape => ({
  points: lines.flat(),
  segments: lines.flatMap(segmentsOf),
  areas: [],
})
const fromAreas = (areas: Position[][][]): Shape => ({ ...fromLines(areas.flat()), areas })

/** Straight lines in degrees, not great circles: right for shapes of a city's size away from poles and date line. */
const shapeOf = (value: unknown): Shape | undefined => {
  if (!isDocument(value) || !Array.isArray(value.coordinates)) return undefined
  const { type, coordinates } = value
  if (type === 'Point') return { points: [coordinates as Position], segments: [], areas: [] }
  if (type === 'MultiPoint') return { points: coordinates as Position[], segments: [], areas: [] }
  if (type === 'LineString') return fromLines([coordinates as Position[]])
  if (type === 'MultiLineString') return fromLines(coordinates as Position[][])
  if (type === 'Polygon') return fromAreas([coordinates as Position[][]])
  if (type === 'MultiPolygon') return fromAreas(coordinates as Position[][][])
  return undefined
}

const shapeOrRefuse = (operator: string, value: unknown): Shape => {
  const shape = shapeOf(value)
  if (!shape) throw new Error(`${operator} needs a GeoJSON geometry`)
  return shape
}

/** Twice the signed area of a triangle: which side of a→b the point c is on. */
const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

const onSegment = (point: Position, [a, b]: Segment): boolean =>
  side(a, b, point) === 0 &&
  [0, 1].every((i) => Math.min(a[i]!, b[i]!) <= point[i]! && point[i]! <= Math.max(a[i]!, b[i]!))

/** They pass through each other, not merely touch. */
const cross = ([a, b]: Segment, [c, d]: Segment): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

const touch = (s: Segment, t: Segment): boolean =>
  cross(s, t) || s.some((point) => onSegment(point, t)) || t.some((point) => onSegment(point, s))

const inRing = ([x, y]: Position, ring: Position[]): boolean =>
  segmentsOf(ring).filter(([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
    .length %
    2 ===
  1

/** The border belongs to the area. */
const inAreas = (point: Position, { areas }: Shape): boolean =>
  areas.some((rings) => {
    if (rings.some((ring) => segmentsOf(ring).some((segment) => onSegment(point, segment)))) return true
    return inRing(point, rings[0] ?? []) && !rings.slice(1).some((hole) => inRing(point, hole))
  })

const middle = ([a, b]: Segment): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

const within = (inner: Shape, outer: Shape): boolean =>
  [...inner.points, ...inner.segments.map(middle)].every((point) => inAreas(point, outer)) &&
  !inner.segments.some((s) => outer.segments.some((t) => cross(s, t)))

const intersects = (a: Shape, b: Shape): boolean =>
  a.points.some((point) => inAreas(point, b) || b.segments.some((segment) => onSegment(point, segment))) ||
  b.points.some((point) => inAreas(point, a) || a.segments.some((segment) => onSegment(point, segment))) ||
  a.points.some(([x, y]) => b.points.some((point) => point[0] === x && point[1] === y)) ||
  a.segments.some((s) => b.segments.some((t) => touch(s, t)))

const greatCircleMetres = (a: Position, b: Position): number => {
  const [dLat, dLng] = [(b[1] - a[1]) * RADIANS, (b[0] - a[0]) * RADIANS]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres between two GeoJSON geometries by their nearest given points; NaN when either is not a geometry. */
export const distanceMetres = (from: unknown, to: unknown): number => {
  const [a, b] = [shapeOf(from), shapeOf(to)]
  if (!a || !b) return Number.NaN
  return Math.min(...a.points.flatMap((point) => b.points.map((other) => greatCircleMetres(point, other))))
}

const at = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (isDocument(value) ? value[part] : undefined), document)

type GeoOperator = (field: string, operand: unknown) => (document: unknown) => boolean
type NearOperand = { $geometry?: unknown; $maxDistance?: number; $minDistance?: number }
type WithinOperand = { $geometry?: unknown; $centerSphere?: [Position, number] }

const whenShape = (field: string, holds: (shape: Shape) => boolean) => (document: unknown) => {
  const shape = shapeOf(at(document, field))
  return shape !== undefined && holds(shape)
}

const $nearSphere: GeoOperator = (field, operand) => {
  const { $geometry, $maxDistance = Number.POSITIVE_INFINITY, $minDistance = 0 } = operand as NearOperand
  shapeOrRefuse('$nearSphere', $geometry)
  return (document) => {
    const metres = distanceMetres($geometry, at(document, field))
    return metres >= $minDistance && metres <= $maxDistance
  }
}

const $geoWithin: GeoOperator = (field, operand) => {
  const { $geometry, $centerSphere } = operand as WithinOperand
  if ($centerSphere) {
    const [centre, radians] = $centerSphere
    const reach = radians * EARTH_RADIUS_METRES
    return whenShape(field, (shape) => shape.points.every((point) => greatCircleMetres(centre, point) <= reach))
  }
  const outer = shapeOrRefuse('$geoWithin', $geometry)
  return whenShape(field, (shape) => within(shape, outer))
}

const $geoIntersects: GeoOperator = (field, operand) => {
  const other = shapeOrRefuse('$geoIntersects', (operand as { $geometry?: unknown }).$geometry)
  return whenShape(field, (shape) => intersects(shape, other))
}

/** The query operators the SDK's geoNear, geoWithin and geoIntersects send. */
export const geoQueryOperators = { $nearSphere, $geoWithin, $geoIntersects }
