import { slotsAt } from './Sheet'
import type { SheetKind } from './SheetKind'

/** 用时异常: what holds a case up, with its proof; where it happens there often is no network. */
export const anomalySheet: SheetKind<'recordAnomaly'> = {
  title: '用时异常',
  page: 'anomaly',
  empty: { cause: null, note: '' },
  missing: ({ entry: { cause } }) => (cause === null ? '请选一个原因' : null),
  filled: ({ entry: { cause, note }, pictures }) => ({
    input: { cause: cause!, note: note.trim(), pictures: [] },
    slots: slotsAt('pictures', pictures),
  }),
}
