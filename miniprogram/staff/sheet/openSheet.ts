import { goStaff } from '../go'
import { kindOf } from './kinds'
import type { Sheet } from './Sheet'

/** To the page a sheet is filled in on. */
export function openSheet({ action, caseId: id }: Sheet) {
  const { page, query } = kindOf(action)
  return goStaff(page, { id, ...query })
}
