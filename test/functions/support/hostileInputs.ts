import type { Random } from '../../support/random'

/** Values no page of ours sends, in place of anything a schema asks for. */
const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '\u0000',
  'a\u0007b',
  // Half a character, and one that turns the line around.
  '\ud800',
  '\udc00韦',
  '\u202e\u2066',
  '💡'.repeat(40),
  'x'.repeat(20_000),
  '0'.repeat(32),
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '../../../etc/passwd',
  '{{7*7}}',
  {},
  [],
  [[[]]],
  { $ne: null },
  { $regex: '.*' },
  { $gt: '' },
  { $where: 'true' },
  { length: 3 },
  { toString: null, valueOf: null },
  JSON.parse('{"__proto__":{"role":"supervisor"}}'),
  { constructor: { prototype: { role: 'supervisor' } } },
  Array(500).fill('0'.repeat(32)),
  nested(200),
]

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let n = 0; n < depth; n += 1) value = n % 2 === 0 ? [value] : { value }
  return value
}

const KEYS = ['__proto__', 'constructor', 'openid', 'role', '$set', 'toString', ''] as const

/** A copy of a valid input with one thing wrong in it, somewhere; the input itself stays as it is. */
export function mutated(valid: unknown, random: Random): unknown {
  const isObject = typeof valid === 'object' && valid !== null
  const parts = isObject ? Object.keys(valid) : []
  if (parts.length > 0 && random.below(8) > 0) {
    const key = random.pick(parts)
    const copy: Record<string, unknown> = Array.isArray(valid)
      ? ([...valid] as unknown as Record<string, unknown>)
      : { ...(valid as object) }
    copy[key] = mutated(copy[key], random)
    return copy
  }
  switch (random.below(6)) {
    case 0:
      return [valid]
    case 1:
      return isObject ? withKey(valid, random.pick(KEYS), random.pick(HOSTILE)) : { value: valid }
    case 2:
      return Array.isArray(valid) ? Array(random.below(60)).fill(valid[0]) : String(valid)
    default:
      return random.pick(HOSTILE)
  }
}

/** As JSON.parse would make it: also `__proto__` becomes a key of its own. */
const withKey = (object: object, key: string, value: unknown) =>
  Object.defineProperty({ ...object }, key, { value, enumerable: true, configurable: true, writable: true })
