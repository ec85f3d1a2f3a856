/** Everything of one picture comes from its seed. */
export interface Random {
  /** Evenly spread over [from, to). */
  between(from: number, to: number): number
  /** An integer of from..to, both included. */
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  /** `n` digits, the first of which may be 0. */
  digits(n: number): string
}

/** mulberry32: the same numbers for the same seed on every machine. */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between: (from, to) => from + next() * (to - from),
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    chance: (share) => next() < share,
    digits: (n) => Array.from({ length: n }, () => int(0, 9)).join(''),
  }
}
