import type { MaterialView } from '../contract/case'
import type { MaterialGroupCode } from '../contract/vocabulary'
import type { ApplicantKind } from '../rules/materialRows'
import { isMaterialAllowed, type MaterialGroup, materialsFor } from '../rules/materials'
import type { CaseState } from './state'

/** Whom the rules ask who applies: of a new supply at low voltage, in person, without 增值税发票. */
const QUESTION = { customerClass: 'lowVoltage', change: 'new', byAgent: false, vatInvoice: false } as const

/** The groups this case may be asked for: exactly these, one of each (附件1). */
export const groupsOf = ({ customerClass, applicantKind, change, byAgent, vatInvoice }: CaseState): MaterialGroup[] =>
  materialsFor({ customerClass, applicantKind, change, byAgent, vatInvoice })

const APPLICANT_KINDS: readonly ApplicantKind[] = ['person', 'company', 'socialBody', 'institution']

/**
 * Who applies, by the paper that proves it (附件1第四（一）); null for a paper the rules do not name. 组织机构代码证 is in
 * three lists with the same groups beside it, so the first serves.
 */
export function applicantKindOf(identityKind: string): ApplicantKind | null {
  const proves = (applicantKind: ApplicantKind) =>
    isMaterialAllowed(materialsFor({ ...QUESTION, applicantKind }), 'identity', identityKind)
  return APPLICANT_KINDS.find(proves) ?? null
}

/** Every group nothing has arrived for yet: what the one notice names. */
export const missingGroups = (state: CaseState): MaterialGroup[] =>
  groupsOf(state).filter(({ group }) => !state.papers[group])

/** Those wanted now: a completion report comes with the request for inspection, and with nothing else. */
export const wantedGroups = (state: CaseState): MaterialGroupCode[] =>
  missingGroups(state)
    .filter(({ askedAt }) => askedAt === 'application')
    .map(({ group }) => group)

const TITLES: Record<MaterialGroupCode, string> = {
  identity: '身份证明',
  property: '物业权属证明',
  projectApproval: '项目批文',
  authorization: '授权委托书',
  vatQualification: '一般纳税人资格证',
  completionReport: '竣工报告',
}

/** How a group is called in a sentence. */
export const titleOfGroup = (group: MaterialGroupCode): string => TITLES[group]

/** The one checklist: what has arrived and what is still wanted. */
export function materialsOf(state: CaseState): MaterialView[] {
  return groupsOf(state).map(({ group, title, oneOf, askedAt }) => {
    const paper = state.papers[group]
    return {
      group,
      title,
      state: paper ? 'received' : askedAt === 'application' ? 'wanted' : 'later',
      oneOf: oneOf.map(({ code, title, condition }) => ({ code, title, condition: condition ?? null })),
      received: paper
        ? {
            kind: paper.kind,
            title: oneOf.find(({ code }) => code === paper.kind)?.title ?? title,
            at: paper.at,
            via: paper.via,
            pictures: paper.pictures,
          }
        : null,
    }
  })
}
