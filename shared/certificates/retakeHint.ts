import type { Layout } from './textLayout'
import type { RetakeHint } from './types'

/** Mean engine score a picture must reach; with the key check it left 95–96 % of accepted synthetic photographs exact. */
export const LOWEST_MEAN_SCORE = 0.92

/** Text smaller than this many pixels, or than this share of the picture's short side, was too far away. */
const SMALLEST_TEXT_PIXELS = 14
const SMALLEST_TEXT_SHARE = 0.016
/** Lines of one flat sheet that lean apart by more than this (radians, about 6°) were seen from the side. */
const LARGEST_SPREAD = 0.105

/** The one thing to do better, for a picture already found wanting: text too small → closer, lines not parallel → flat, else light. */
export function retakeHint({ items, lineHeight, angle }: Layout, size: { width: number; height: number }): RetakeHint {
  if (!items.length) return 'light'
  if (lineHeight < Math.max(SMALLEST_TEXT_PIXELS, SMALLEST_TEXT_SHARE * Math.min(size.width, size.height)))
    return 'closer'
  const leanings = items
    .filter(({ text }) => text.length >= 5)
    .map(({ quad: [a, b] }) => Math.atan2(b[1] - a[1], b[0] - a[0]) - angle)
    .map((lean) => Math.atan2(Math.sin(lean), Math.cos(lean)))
  return Math.max(...leanings) - Math.min(...leanings) > LARGEST_SPREAD ? 'flat' : 'light'
}
