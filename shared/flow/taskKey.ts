import type { TaskKind } from '../contract/vocabulary'

/** Names one task of a case: its kind, and where a case can owe several of that kind, whose or which. */
export const taskKey = (kind: TaskKind, of = ''): string => (of ? `${kind}.${of}` : kind)
