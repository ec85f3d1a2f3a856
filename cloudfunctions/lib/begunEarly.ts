/** Work begun before it is known to be needed. Should it fail, that is told to whoever comes to ask, and to nobody else. */
export function begunEarly<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
