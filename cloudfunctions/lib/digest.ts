import { createHash } from 'node:crypto'

/** JSON with the keys of every object sorted: equal values, equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
