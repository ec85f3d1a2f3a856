import type { TaskKind } from '../contract/vocabulary'

/** Names one task of a case: its kind, and where a case can owe several of that kind, whose or which. */
export const taskKey = (kind: TaskKind, of = ''): string => (of ? `${kind}.${of}` : kind)

const kindOf = (key: string): TaskKind => key.split('.')[0] as TaskKind

/** Whether a task is the supervisors' of its district: they hear of it from the first. */
export const isSupervisors = (kind: TaskKind): boolean => kind === 'complaint' || kind === 'confirmTime'
/** Whether a task is the account manager's own: opinions are a reviewer's. */
export const isManagers = (kind: TaskKind): boolean => kind !== 'review' && !isSupervisors(kind)
export const isManagersKey = (key: string): boolean => isManagers(kindOf(key))

/** Whether a task's day follows from the promise: an outage's, a new day's and the supervisors' are days of their own. */
export const restsOnPromise = (key: string): boolean => {
  const kind = kindOf(key)
  return kind !== 'outage' && kind !== 'newDay' && !isSupervisors(kind)
}
