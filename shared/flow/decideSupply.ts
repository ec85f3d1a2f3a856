import { isMaterialAllowed } from '../rules/materials'
import type { PaperInput } from './commands'
import { acceptance } from './decideApplication'
import { agree, type Decider, type Decision, refuse } from './decision'
import type { CaseEvent } from './events'
import { evolve } from './evolve'
import { groupsOf, titleOfGroup, wantedGroups } from './materials'
import type { CaseState } from './state'

/** 受理 by the account manager, once the identity is checked. */
export const accept: Decider<'accept'> = (state, _command, { now }) =>
  agree(...acceptance(state, 'checkedByStaff', now))

export const supplement: Decider<'supplement'> = (state, { paper }) => receive(state, paper, 'online')
export const collect: Decider<'collect'> = (state, { paper }) => receive(state, paper, 'visit')

/** A paper is taken only where the rules name it, and once. */
function receive(state: CaseState, paper: PaperInput, via: 'online' | 'visit'): Decision {
  // The completion report is the request for inspection itself.
  const groups = groupsOf(state).filter(({ askedAt }) => askedAt === 'application')
  if (!isMaterialAllowed(groups, paper.group, paper.kind))
    return refuse('MATERIAL_NOT_ALLOWED', { what: titleOfGroup(paper.group) })
  if (state.papers[paper.group]) return refuse('MATERIAL_ALREADY_RECEIVED')
  const { group, kind, pictures } = paper
  return agree({ type: 'collected', group, kind, pictures, via })
}

/** 换材料: only a paper that is there gives way. What the one notice named stands. */
export const replacePaper: Decider<'replacePaper'> = (state, { paper }, { role }) => {
  const { group, kind, pictures } = paper
  if (!isMaterialAllowed(groupsOf(state), group, kind))
    return refuse('MATERIAL_NOT_ALLOWED', { what: titleOfGroup(group) })
  const before = state.papers[group]
  if (!before) return refuse('MATERIAL_NOT_RECEIVED')
  // The same picture cannot be kept and let go.
  if (before.pictures.some((picture) => pictures.includes(picture))) return refuse('MATERIAL_ALREADY_RECEIVED')
  return agree({ type: 'paperReplaced', group, kind, pictures, via: role === 'manager' ? 'visit' : 'online' })
}

/** 上门取资料同步开展现场勘察: papers and survey in one trip. */
export const visit: Decider<'visit'> = (state, command, { now }) => {
  const events: CaseEvent[] = []
  let after = state
  for (const paper of command.papers) {
    const decision = receive(after, paper, 'visit')
    if (!decision.ok) return decision
    events.push(...decision.events)
    after = decision.events.reduce((folded, event) => evolve(folded, event, now), after)
  }
  const { externalLine, meterPosition, note, site, signature } = command
  // Whoever designs the line sees where it must go without another trip.
  if (externalLine && site.length === 0) return refuse('LINE_PICTURE_MISSING')
  return agree(...events, { type: 'surveyed', externalLine, meterPosition, note, site, signature })
}

/** 接火送电. With a paper missing there is no power. */
export const energize: Decider<'energize'> = (state, { meterNumber }) => {
  const wanted = wantedGroups(state)
  if (wanted.length > 0) return refuse('MATERIALS_MISSING', { what: wanted.map(titleOfGroup).join('、') })
  return agree({ type: 'energized', meterNumber })
}
