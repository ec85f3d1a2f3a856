import type { MaterialView } from '../contract/case'
import type { MaterialGroupCode } from '../contract/vocabulary'
import { type MaterialGroup, materialsFor } from '../rules/materials'
import type { CaseState } from './state'

/** The groups this case may be asked for: exactly these, one of each (附件1). */
export function groupsOf(state: CaseState): MaterialGroup[] {
  return materialsFor({
    customerClass: state.customerClass,
    applicantKind: state.applicantKind,
    change: 'new',
    byAgent: false,
    vatInvoice: false,
  })
}

/** The groups nothing has arrived for yet. */
export function wantedGroups(state: CaseState): MaterialGroupCode[] {
  return groupsOf(state)
    .map(({ group }) => group as MaterialGroupCode)
    .filter((group) => !state.papers[group])
}

const TITLES: Record<MaterialGroupCode, string> = { identity: '身份证明', property: '物业权属证明' }

/** How a group is called in a sentence. */
export const titleOfGroup = (group: MaterialGroupCode): string => TITLES[group]

/** The one checklist: what has arrived and what is still wanted. */
export function materialsOf(state: CaseState): MaterialView[] {
  return groupsOf(state).map(({ group: code, title, oneOf }) => {
    const group = code as MaterialGroupCode
    const paper = state.papers[group]
    return {
      group,
      title,
      state: paper ? 'received' : 'wanted',
      oneOf: oneOf.map(({ code, title }) => ({ code, title })),
      received: paper
        ? {
            title: oneOf.find(({ code }) => code === paper.kind)?.title ?? title,
            at: paper.at,
            via: paper.via,
            pictures: paper.pictures,
          }
        : null,
    }
  })
}
