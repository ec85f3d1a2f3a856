/** What a picture is kept at: the long side of a certificate at which its small print is legible. Pixels. */
const LONG_SIDE = 1600
/** A long screenshot or a strip is not shrunk to a thread: its short side keeps this much. Pixels. */
const SHORT_SIDE = 800
/** However long it is, it has no more pixels than a phone can draw and a reader takes. */
const MOST_PIXELS = 6_000_000

export interface Size {
  width: number
  height: number
}

/** How much a picture of this size is shrunk by so that it stays legible; 1 and less, never enlarged. */
export function legibleScale({ width, height }: Size): number {
  const long = LONG_SIDE / Math.max(width, height)
  const short = Math.min(SHORT_SIDE / Math.min(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
  return Math.min(1, Math.max(long, short))
}

/** The size of a picture after shrinking. Pixels. */
export function legibleSize({ width, height }: Size): Size {
  const scale = legibleScale({ width, height })
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
