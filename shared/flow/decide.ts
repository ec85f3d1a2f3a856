import { CREDIT_CODE_TEXT, checkCreditCode } from '../certificates/checkCreditCode'
import { checkIdNumber, ID_NUMBER_TEXT } from '../certificates/checkIdNumber'
import type { MaterialGroupCode, Role } from '../contract/vocabulary'
import { type AppError, appError } from '../errors'
import { isMaterialAllowed } from '../rules/materials'
import { ruleSetOn } from '../rules/ruleSets'
import { warningLevels } from '../rules/warnings'
import { beijingDay, type Instant } from '../time/localDate'
import type { Command } from './commands'
import { deployment } from './deployment'
import { cureOf } from './describe'
import type { CaseEvent } from './events'
import { applicantKindOf, groupsOf, titleOfGroup, wantedGroups } from './materials'
import { isPermitted } from './permissions'
import { type CaseState, evolve } from './state'
import { supplyOf } from './supplyOf'

export type Decision = { ok: true; events: CaseEvent[] } | { ok: false; error: AppError }

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>
const refuse = (...of: Parameters<typeof appError>): Decision => ({ ok: false, error: appError(...of) })
const agree = (...events: CaseEvent[]): Decision => ({ ok: true, events })

/**
 * Decides a command against the case's own history. Pure: the same three arguments always give the same events.
 * Who may ask at all (whose case, which staff member) is settled before; the table of stages × actions × roles here.
 */
export function decide(state: CaseState | null, command: Command, context: { now: Instant; role: Role }): Decision {
  if (!isPermitted(state?.status ?? 'none', command.type, context.role)) return refuse('NOT_ALLOWED')
  if (command.type === 'submit') return submit(command, context.now)
  if (!state) return refuse('NOT_FOUND')
  switch (command.type) {
    case 'accept':
      return agree(...acceptance(state, context.now))
    case 'supplement':
      return collect(state, command.paper, 'online')
    case 'collect':
      return collect(state, command.paper, 'visit')
    case 'visit':
      return visit(state, command)
    case 'energize':
      return energize(state, command)
    case 'correct':
      return agree({ type: 'corrected', signature: command.signature, formDigest: command.formDigest })
    case 'withdraw':
      return agree({ type: 'withdrawn' })
    case 'warn':
      return warn(state, command)
    case 'recount':
      return agree()
  }
}

/** 用电申请. One identity certificate with its picture is enough to be accepted at once (一证受理, 附件3). */
function submit(command: CommandOf<'submit'>, now: Instant): Decision {
  const numberError = checkIdentity(command.identity.kind, command.identity.number, now)
  if (numberError) return { ok: false, error: numberError }
  if (command.use === 'business' && command.capacityKva === null) return refuse('BAD_REQUEST', { what: '用电容量' })
  const supply = supplyOf(command.use, command.capacityKva)
  if (supply.customerClass !== 'resident' && supply.customerClass !== 'lowVoltage') return refuse('NOT_LOW_VOLTAGE')
  if (command.managerId === null) return refuse('NO_MANAGER')
  const applicantKind = applicantKindOf(command.identity.kind)
  if (!applicantKind) return refuse('MATERIAL_NOT_ALLOWED', { what: '身份证明' })
  const {
    personId,
    use,
    change,
    byAgent,
    vatInvoice,
    capacityKva,
    district,
    signature,
    consentNotice,
    formDigest,
    managerId,
    property,
  } = command
  const { kind, pictures } = command.identity
  const submitted: CaseEvent = {
    type: 'submitted',
    personId,
    use,
    change,
    byAgent,
    vatInvoice,
    customerClass: supply.customerClass,
    applicantKind,
    capacityKva,
    district,
    identity: { kind, pictures },
    signature,
    consentNotice,
    formDigest,
  }
  const state = evolve(null, submitted, now)
  const groups = groupsOf(state)
  const events: CaseEvent[] = [submitted, { type: 'assigned', managerId }]
  if (property) {
    if (!isMaterialAllowed(groups, 'property', property.kind))
      return refuse('MATERIAL_NOT_ALLOWED', { what: '物业权属证明' })
    // Only the pledge is signed in the app itself.
    if (property.pictures.length === 0 && property.kind !== 'selfBuiltPledge') return refuse('PICTURE_MISSING')
    events.push({ type: 'collected', group: 'property', ...property, via: 'online' })
  }
  if (pictures.length === 0) return agree(...events)
  const complete = events.reduce<CaseState>((folded, event) => evolve(folded, event, now), state)
  return agree(...events, ...acceptance(complete, now))
}

function checkIdentity(kind: string, number: string, now: Instant): AppError | null {
  if (kind === 'idCard') {
    const check = checkIdNumber(number, beijingDay(now))
    return check.ok ? null : appError('ID_NUMBER_WRONG', { why: ID_NUMBER_TEXT[check.reason] })
  }
  if (kind === 'businessLicence') {
    const check = checkCreditCode(number)
    return check.ok ? null : appError('CREDIT_CODE_WRONG', { why: CREDIT_CODE_TEXT[check.reason] })
  }
  return null
}

/** 受理 and 一次性告知 in one breath: whatever is missing is named once, completely. */
function acceptance(state: CaseState, now: Instant): CaseEvent[] {
  const ruleSet = ruleSetOn(beijingDay(now), deployment.place)
  return [
    { type: 'accepted', ruleSetId: ruleSet.id },
    { type: 'notified', wanted: wantedGroups(state) },
  ]
}

interface PaperInput {
  group: MaterialGroupCode
  kind: string
  pictures: string[]
}

function collect(state: CaseState, paper: PaperInput, via: 'online' | 'visit'): Decision {
  const groups = groupsOf(state)
  if (!isMaterialAllowed(groups, paper.group, paper.kind))
    return refuse('MATERIAL_NOT_ALLOWED', { what: titleOfGroup(paper.group) })
  if (state.papers[paper.group]) return refuse('MATERIAL_ALREADY_RECEIVED')
  const { group, kind, pictures } = paper
  return agree({ type: 'collected', group, kind, pictures, via })
}

/** 上门取资料同步开展现场勘察: papers and survey in one trip. */
function visit(state: CaseState, command: CommandOf<'visit'>): Decision {
  const events: CaseEvent[] = []
  let after = state
  for (const paper of command.papers) {
    const decision = collect(after, paper, 'visit')
    if (!decision.ok) return decision
    events.push(...decision.events)
    after = decision.events.reduce((folded, event) => evolve(folded, event, state.submittedAt), after)
  }
  const { externalLine, meterPosition, note } = command
  return agree(...events, { type: 'surveyed', externalLine, meterPosition, note })
}

function energize(state: CaseState, command: CommandOf<'energize'>): Decision {
  const wanted = wantedGroups(state)
  if (wanted.length > 0) return refuse('MATERIALS_MISSING', { what: wanted.map(titleOfGroup).join('、') })
  return agree({ type: 'energized', meterNumber: command.meterNumber })
}

function warn(state: CaseState, command: CommandOf<'warn'>): Decision {
  const said = state.warned[command.task]
  if (said && warningLevels.indexOf(said) >= warningLevels.indexOf(command.level)) return agree()
  return agree({ type: 'warned', task: command.task, level: command.level, cure: cureOf(command.task, state) })
}
