import { LONGEST_SIDE_PX } from './port'

/** The size of a picture after shrinking to the longest side allowed; never enlarges. Pixels. */
export function shrunkSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** JPEG qualities tried in turn until the file is small enough. */
export const QUALITIES = [0.88, 0.75, 0.6, 0.45]
