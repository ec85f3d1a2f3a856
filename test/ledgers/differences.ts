/** Where two values differ: the path of each place, with what was there and what is there now. */
export interface Difference {
  /** Array places as `[]`, so that one path names them all. */
  path: string
  was: unknown
  is: unknown
}

/** Every place where JSON values differ; a whole part that only one of them has is one place. */
export function differencesIn(was: unknown, is: unknown, path = ''): Difference[] {
  if (Object.is(was, is)) return []
  if (Array.isArray(was) && Array.isArray(is) && was.length === is.length)
    return was.flatMap((part, index) => differencesIn(part, is[index], `${path}[]`))
  if (isObject(was) && isObject(is))
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      differencesIn(was[key], is[key], path ? `${path}.${key}` : key),
    )
  return [{ path, was, is }]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A difference a release means: at this path, and where given from and to exactly these values. */
export interface Accepted {
  /** `*` stands for one part of it: the same for every viewer is `seen.*.materials[].oneOf`. */
  path: string
  was?: unknown
  is?: unknown
  /** For whoever reads the CHANGELOG. */
  why: string
}

export const accepts = (accepted: Accepted, { path, was, is }: Difference): boolean =>
  isAt(accepted.path, path) &&
  (!('was' in accepted) || JSON.stringify(accepted.was) === JSON.stringify(was)) &&
  (!('is' in accepted) || JSON.stringify(accepted.is) === JSON.stringify(is))

const isAt = (pattern: string, path: string): boolean => {
  const [wanted, parts] = [pattern.split('.'), path.split('.')]
  return wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index])
}

/** One line a path, with an example: what to look at, and then to accept by name. */
export function summaryOf(differences: readonly (Difference & { from: string })[]): string[] {
  const short = (value: unknown) => JSON.stringify(value ?? null).slice(0, 160)
  return [...new Set(differences.map(({ path }) => path))].map((path) => {
    const all = differences.filter((one) => one.path === path)
    const [{ was, is, from }] = all
    return `${path}: ${short(was)} → ${short(is)} (${from}, ${all.length} times)`
  })
}
