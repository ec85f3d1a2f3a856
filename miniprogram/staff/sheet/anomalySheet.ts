import { command } from '@/api'
import type { SheetKind } from './kinds'

/** 用时异常: what holds a case up, with its proof; where it happens there often is no network. */
export const anomalySheet: SheetKind<'recordAnomaly'> = {
  title: '用时异常',
  page: 'anomaly',
  empty: { cause: null, note: '' },
  missing: ({ entry: { cause } }) => (cause === null ? '请选一个原因' : null),
  send({ key, entry: { cause, note }, pictures }, as) {
    const said = { cause: cause!, note: note.trim(), pictures: pictures.map(({ id }) => id!) }
    return command(key, 'staff', 'recordAnomaly', { ...as, ...said }, as.commandId)
  },
}
