export type Point = [number, number]
export type Quad = [Point, Point, Point, Point]

/** Maps a point (x, y) to (a·x + b·y + c, d·x + e·y + f). */
export type Affine = [a: number, b: number, c: number, d: number, e: number, f: number]

export const apply = ([a, b, c, d, e, f]: Affine, [x, y]: Point): Point => [a * x + b * y + c, d * x + e * y + f]

/** A rectangle at any angle: its centre, its half extents along its own axes, and the direction of its first axis in radians. */
export type Rectangle = { centre: Point; width: number; height: number; angle: number }

export function corners({ centre: [x, y], width, height, angle }: Rectangle): Quad {
  const [ux, uy, vx, vy] = [
    (Math.cos(angle) * width) / 2,
    (Math.sin(angle) * width) / 2,
    (-Math.sin(angle) * height) / 2,
    (Math.cos(angle) * height) / 2,
  ]
  return [
    [x - ux - vx, y - uy - vy],
    [x + ux - vx, y + uy - vy],
    [x + ux + vx, y + uy + vy],
    [x - ux + vx, y - uy + vy],
  ]
}

/** The map from a picture of `width` × `height` pixels onto the rectangle it is to show. */
export function onto({ centre: [x, y], width: w, height: h, angle }: Rectangle, width: number, height: number): Affine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [a, b, d, e] = [(cos * w) / width, (-sin * h) / height, (sin * w) / width, (cos * h) / height]
  return [a, b, x - (a * width + b * height) / 2, d, e, y - (d * width + e * height) / 2]
}

const cross = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0])

function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1])
  const half = (ordered: Point[]) => {
    const chain: Point[] = []
    for (const p of ordered) {
      while (chain.length > 1 && cross(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop()
      chain.push(p)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** The points' extent seen along `angle`: the upright bounding box of a turned sheet. */
export function boundingRectangle(points: Point[], angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const along = points.map(([x, y]) => x * cos + y * sin)
  const across = points.map(([x, y]) => y * cos - x * sin)
  const [u0, u1, v0, v1] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)]
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2]
  return { centre: [u * cos - v * sin, u * sin + v * cos], width: u1 - u0, height: v1 - v0, angle }
}

/** The smallest rectangle around the points (one of its sides lies on a side of their hull), turned so that width ≥ height. */
export function smallestRectangle(points: Point[]): Rectangle {
  const hull = convexHull(points)
  let best: Rectangle | undefined
  for (let i = 0; i < hull.length; i++) {
    const [p, q] = [hull[i], hull[(i + 1) % hull.length]]
    const box = boundingRectangle(hull, Math.atan2(q[1] - p[1], q[0] - p[0]))
    if (!best || box.width * box.height < best.width * best.height) best = box
  }
  const box = best ?? { centre: points[0], width: 1, height: 1, angle: 0 }
  return box.width >= box.height
    ? box
    : { ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 }
}
