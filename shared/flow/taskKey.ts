import type { TaskKind } from '../contract/vocabulary'

/** Names one task of a case: its kind, and where a case can owe several of that kind, whose or which. */
export const taskKey = (kind: TaskKind, of = ''): string => (of ? `${kind}.${of}` : kind)

const kindOf = (key: string): TaskKind => key.split('.')[0] as TaskKind

/** Whether a task is the supervisors' of its district: they hear of it from the first. */
export const isSupervisors = (kind: TaskKind): boolean => kind === 'complaint' || kind === 'confirmTime'
/** Whether a task is the account manager's own: opinions are a reviewer's. */
export const isManagers = (kind: TaskKind): boolean => kind !== 'review' && !isSupervisors(kind)
export const isManagersKey = (key: string): boolean => isManagers(kindOf(key))

/** The account manager's tasks with days of their own; every other's but the supervisors' follows from the promise. */
const OWN_DAY: readonly TaskKind[] = ['outage', 'newDay', 'contact']
export const restsOnPromise = (key: string): boolean => {
  const kind = kindOf(key)
  return !OWN_DAY.includes(kind) && !isSupervisors(kind)
}
