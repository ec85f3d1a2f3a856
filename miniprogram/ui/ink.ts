/** Handwriting as strokes of points in CSS pixels of the pad. */
export type InkPoint = [x: number, y: number]

/** Less than this is a slip of the finger, not a name. CSS pixels of drawn line. */
const ENOUGH_PX = 60

const inkLength = (strokes: InkPoint[][]): number =>
  strokes.reduce(
    (total, stroke) =>
      total + stroke.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - stroke[i][0], y - stroke[i][1]), 0),
    0,
  )

export const hasInk = (strokes: InkPoint[][]): boolean => inkLength(strokes) >= ENOUGH_PX

/** Draws the strokes anew on white paper. `scale`: device pixels per CSS pixel. */
export function drawInk(
  context: CanvasRenderingContext2D,
  size: { width: number; height: number },
  scale: number,
  strokes: InkPoint[][],
): void {
  context.setTransform(scale, 0, 0, scale, 0, 0)
  // The picture is evidence on paper: dark on white in every scheme.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size.width, size.height)
  Object.assign(context, { lineWidth: 3.5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#14201a' })
  for (const [first, ...rest] of strokes) {
    context.beginPath()
    context.moveTo(first[0], first[1])
    for (const [x, y] of rest) context.lineTo(x, y)
    context.stroke()
  }
}
