import {
  type ApplicantKind,
  type Material,
  type MaterialGroupCode,
  type MaterialRow,
  materialRows,
} from './materialRows'
import type { CustomerClass, Source } from './vocabulary'

export interface MaterialQuestion {
  customerClass: CustomerClass
  applicantKind: ApplicantKind
  /** 新装 or 增容. */
  change: 'new' | 'increase'
  /** Not made in person. */
  byAgent: boolean
  /** 电费需要开具增值税发票. */
  vatInvoice: boolean
}

/** 材料组: one of these papers is enough, and no other may be asked for. */
export interface MaterialGroup {
  group: MaterialGroupCode
  title: string
  oneOf: readonly Material[]
  /** The stage that asks for it. */
  askedAt: MaterialRow['askedAt']
  source: Source
}

/** Exactly the groups of one case, in the plan's order. 一证受理: the identity group alone is enough to be accepted. */
export function materialsFor(question: MaterialQuestion): MaterialGroup[] {
  return materialRows
    .filter(
      (row) =>
        includes(row.customerClasses, question.customerClass) &&
        includes(row.applicantKinds, question.applicantKind) &&
        includes(row.changes, question.change) &&
        (!row.byAgent || question.byAgent) &&
        (!row.vatInvoice || question.vatInvoice),
    )
    .map(({ group, title, oneOf, askedAt, source }) => ({ group, title, oneOf, askedAt, source }))
}

/** Whether a paper may be asked for or taken in a group: an officer who wants any other is refused. */
export const isMaterialAllowed = (groups: readonly MaterialGroup[], group: string, kind: string): boolean =>
  groups.some((each) => each.group === group && each.oneOf.some(({ code }) => code === kind))

const includes = <T>(list: readonly T[] | undefined, value: T): boolean => list?.includes(value) ?? true
