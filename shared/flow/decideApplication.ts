import { numberFault } from '../certificates/numberFault'
import { isMaterialAllowed } from '../rules/materials'
import { ruleSetOn } from '../rules/ruleSets'
import { beijingDay, type Instant } from '../time/localDate'
import type { CommandOf } from './commands'
import { type Asked, agree, type Decision, refuse } from './decision'
import { deployment } from './deployment'
import type { CaseEvent, EventOf } from './events'
import { evolve } from './evolve'
import { applicantKindOf, groupsOf, missingGroups } from './materials'
import { type CaseState, isHighVoltage } from './state'
import { supplyOf } from './supplyOf'

/** 用电申请. One identity certificate with its picture is enough to be accepted at once (一证受理, 附件3). */
export function submit(command: CommandOf<'submit'>, { now, role }: Asked): Decision {
  // Only what an applicant sends themselves came in online.
  if ((command.channel === 'online') !== (role === 'applicant')) return refuse('NOT_ALLOWED')
  const fault = numberFault(command.identity.kind, command.identity.number, beijingDay(now))
  const asPrinted = fault?.printable && command.identity.asPrinted === true
  if (fault && !asPrinted) return refuse(fault.code, { why: fault.text })
  if (command.use === 'business' && command.capacityKva === null) return refuse('BAD_REQUEST', { what: '用电容量' })
  if (command.managerId === null) return refuse('NO_MANAGER')
  const applicantKind = applicantKindOf(command.identity.kind)
  if (!applicantKind) return refuse('MATERIAL_NOT_ALLOWED', { what: '身份证明' })
  const { type: _, managerId, property, identity, ...said } = command
  const { customerClass } = supplyOf(command.use, command.capacityKva, command.sources)
  const submitted: EventOf<'submitted'> = {
    type: 'submitted',
    ...said,
    customerClass,
    applicantKind,
    identity: { kind: identity.kind, pictures: identity.pictures, ...(asPrinted ? { numberAsPrinted: true } : {}) },
  }
  const assigned: CaseEvent = { type: 'assigned', managerId, because: 'application', reason: '' }
  const state = evolve(null, submitted, now)
  const events: CaseEvent[] = [submitted, assigned]
  if (property) {
    if (!isMaterialAllowed(groupsOf(state), 'property', property.kind))
      return refuse('MATERIAL_NOT_ALLOWED', { what: '物业权属证明' })
    // Only the pledge is signed in the app itself.
    if (property.pictures.length === 0 && property.kind !== 'selfBuiltPledge') return refuse('PICTURE_MISSING')
    events.push({ type: 'collected', group: 'property', ...property, via: 'online' })
  }
  // A number that fails its check is for a person to compare with the paper.
  if (identity.pictures.length === 0 || asPrinted || !acceptedAtOnce(state)) return agree(...events)
  const complete = events.reduce<CaseState>((folded, event) => evolve(folded, event, now), state)
  return agree(...events, ...acceptance(complete, 'certificateComplete', now))
}

const acceptedAtOnce = (state: CaseState): boolean =>
  deployment.acceptAtOnce[isHighVoltage(state) ? 'highVoltage' : 'lowVoltage']

/** 受理 and 一次性告知 in one breath: whatever is missing is named once, completely. */
export function acceptance(state: CaseState, because: EventOf<'accepted'>['because'], now: Instant): CaseEvent[] {
  const ruleSet = ruleSetOn(beijingDay(now), deployment.place)
  return [
    { type: 'accepted', ruleSetId: ruleSet.id, because },
    { type: 'notified', wanted: missingGroups(state).map(({ group }) => group) },
  ]
}
