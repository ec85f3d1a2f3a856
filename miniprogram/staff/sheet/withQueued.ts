import type { MaterialView, StaffAction, StaffCaseView } from '@shared/contract/case'
import type { StaffInput } from '@shared/contract/commands'
import type { Status } from '@shared/contract/vocabulary'
import { isPermitted } from '@shared/flow/permissions'
import type { Entry } from '@/outbox/Entry'

type Paper = StaffInput<'collect'>['paper']

/** The case as it will stand once what waits on this phone is recorded: the next sheet of the same trip is filled in on that. */
export const withQueued = (of: StaffCaseView, queued: Entry[]): StaffCaseView =>
  queued.filter(({ refusal }) => refusal === null).reduce(after, of)

function after(of: StaffCaseView, { action, input, handedInAt }: Entry): StaffCaseView {
  switch (action) {
    case 'visit': {
      const { papers, meterPosition } = input as unknown as StaffInput<'visit'>
      const low = of.customerClass === 'resident' || of.customerClass === 'lowVoltage'
      return at({ ...withPapers(of, papers, handedInAt), meterPosition }, low ? 'surveyed' : 'planning')
    }
    case 'collect':
      return withPapers(of, [(input as unknown as StaffInput<'collect'>).paper], handedInAt)
    case 'inspect':
      return (input as unknown as StaffInput<'inspect'>).problems.length === 0 ? at(of, 'passed') : of
    default:
      return of
  }
}

/** What may come next at each of these stages, beside what may be done already. */
const NEXT: StaffAction[] = ['energize', 'reply']

function at(of: StaffCaseView, status: Status): StaffCaseView {
  const actions = [...new Set([...of.actions, ...NEXT])].filter((action) => isPermitted(status, action, 'manager'))
  return { ...of, status, actions }
}

function withPapers(of: StaffCaseView, papers: Paper[], received: number): StaffCaseView {
  const arrived = (material: MaterialView): MaterialView => {
    const paper = papers.find(({ group }) => group === material.group)
    if (!paper || material.state !== 'wanted') return material
    const title = material.oneOf.find(({ code }) => code === paper.kind)?.title ?? material.title
    return {
      ...material,
      state: 'received',
      received: { kind: paper.kind, title, at: received as never, via: 'visit', pictures: [] },
    }
  }
  const materials = of.materials.map(arrived)
  const wanted = materials.some(({ state }) => state === 'wanted')
  return { ...of, materials, actions: of.actions.filter((action) => action !== 'collect' || wanted) }
}
