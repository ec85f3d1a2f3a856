import { isDeepStrictEqual } from 'node:util'
import { stopsOfCase, timeByParty } from '@shared/flow/clocks'
import { caseEvent } from '@shared/flow/events'
import { evolve, foldHistory } from '@shared/flow/evolve'
import { promiseOf } from '@shared/flow/promiseOf'
import type { CaseState } from '@shared/flow/state'
import { applicantView, type Person, staffView } from '@shared/flow/views'
import { beijingDay } from '@shared/time/localDate'
import { isIntact } from '../../../../cloudfunctions/lib/store/ledger'
import { clockRuns, follow, isHigh, type Model, owedIn, stageDue } from './model'
import { shownTooMuch, type Viewer } from './visibleFields'
import type { Outcome, Walk } from './Walk'

const SECRETS = {
  name: '韦金丝雀',
  number: '450202197711117777',
  phone: '13877777777',
  contact: '覃金丝雀',
  complaint: '金丝雀说太慢',
}
const PERSON: Person = {
  name: SECRETS.name,
  identityKind: 'idCard',
  identityNumber: SECRETS.number,
  phone: SECRETS.phone,
  contactName: SECRETS.contact,
  address: '金丝雀路7号',
  location: { latitude: 24.3, longitude: 109.4 },
  forms: [],
  words: [{ number: 1, from: 'applicant', text: SECRETS.complaint }],
}
export const VIEWERS: Viewer[] = ['applicant', 'manager', 'reviewer', 'supervisor']
const STOPS = ['customerWorks', 'supportingWorks', 'inspectionFailed']

/** Follows a walk and says what must not be. One of them a case. */
export class Checks {
  readonly wrong: string[] = []
  /** Who looked at a case at which stage. */
  readonly seen = new Set<string>()
  private model: Model | null = null
  /** The fold of what came out of storage, event by event. */
  private stored: CaseState | null = null
  private spentAtEnd: unknown = null

  after(outcome: Outcome, walk: Walk): void {
    const say = (what: string) =>
      this.wrong.push(`${walk.asked.length}: ${outcome.command.type} by ${outcome.role}: ${what}`)
    if (outcome.code !== null) {
      if (walk.state !== outcome.before || outcome.events.length > 0) say('a refusal left something')
      return
    }
    for (const recorded of outcome.events) {
      const text = JSON.stringify(recorded.event)
      const parsed = caseEvent.safeParse(JSON.parse(text))
      if (!parsed.success || !isDeepStrictEqual(parsed.data, recorded.event))
        say(`does not come out of storage: ${text}`)
      else this.stored = evolve(this.stored, parsed.data, recorded.at)
      const followed = follow(this.model, recorded)
      this.model = followed.model
      for (const each of followed.wrong) say(each)
      if (Object.values(SECRETS).some((secret) => text.includes(secret))) say('a secret in the ledger')
    }
    const { state, head, tasks, ledger } = walk
    const { model } = this
    if (!state || !head || !model) return
    if (!isDeepStrictEqual(this.stored, state)) say('the head is not the fold of its ledger')
    if (head.seq !== ledger.length || head.status !== state.status) say('the head is behind its ledger')
    if (model.status !== state.status) say(`${state.status} where the ledger says ${model.status}`)
    const owed = tasks.map(({ kind, of }) => (of ? `${kind}.${of}` : kind)).sort()
    const expected = owedIn(model).sort()
    if (!isDeepStrictEqual(owed, expected)) say(`owes ${owed} in place of ${expected}`)
    const ids = outcome.pushes.map(({ _id }) => _id)
    if (new Set(ids).size !== ids.length) say('a push twice')
    this.clocks(walk, state, model, say)
    // They take turns: each of them sees every kind of case many times over.
    const viewer = VIEWERS[(walk.asked.length + ledger.length) % VIEWERS.length]
    for (const each of shown(walk, viewer)) say(each)
    this.seen.add(`${viewer} saw ${state.customerClass} ${state.status}`)
  }

  /** At the end of a case: the whole ledger once more. */
  atEnd({ ledger, head, state }: Walk): void {
    if (!head) return
    if (!isIntact(head._id, ledger, head.hash)) this.wrong.push('the chain is broken')
    if (!isDeepStrictEqual(foldHistory(ledger), state)) this.wrong.push('the whole ledger folds to something else')
  }

  private clocks({ calendar, now }: Walk, state: CaseState, model: Model, say: (what: string) => void): void {
    const promised = promiseOf(state, calendar)
    const ended = model.endedOn !== null
    if (!ended && clockRuns(model) !== (promised !== null))
      say(promised ? 'a promise in the customer’s own time' : 'no promise while a clock runs')
    if (promised && !ended) {
      const due = stageDue(model, (day) => calendar.day(day as never).working)
      const own = [promised, ...promised.others].find(
        ({ limit }) => limit.authority === 'liuzhou' && limit.scope === 'stage' && limit.measure === 'max',
      )
      if (own?.dueDay !== due) say(`the city's own limit ends ${own?.dueDay}, by walking ${due}`)
      if (promised.dueDay > due) say(`promised ${promised.dueDay}, later than the city's ${due}`)
    }
    const stops = stopsOfCase(state)
    if (!isHigh(model.customerClass) && stops.length > 0) say('low voltage stopped')
    for (const [index, { from, to, reason }] of stops.entries()) {
      const next = stops[index + 1]
      if (!STOPS.includes(reason)) say(`stopped for ${reason}`)
      if (to !== null && to < from) say('a stop that ends before it begins')
      if (next && (to === null || next.from < to)) say('stops that overlap')
      if (to === null && !ended && clockRuns(model)) say('a stop left open while the clock runs')
    }
    const spent = timeByParty(state, calendar, now)
    if (!spent) return
    const until = ended ? model.endedOn! : beijingDay(now)
    const all = calendar.between(beijingDay(state.acceptedAt!), until as never)
    if (spent.utility + spent.customer + spent.thirdParty !== all) say('days of nobody, or twice somebody’s')
    if (Math.min(...Object.values(spent)) < 0) say('less than no time')
    if (!ended) return
    // Nothing runs after the end: a year later it is the same.
    const later = timeByParty(state, calendar, now + 365 * 86_400_000)
    this.spentAtEnd ??= spent
    if (!isDeepStrictEqual(spent, later)) say('a clock runs after the end')
  }
}

function shown({ head, ledger, calendar, now }: Walk, viewer: Viewer): string[] {
  const { _id: id, version, state, address } = head!
  const facts = { id, version, state, address, point: null, calendar, now }
  const manager = { id: 'liqiang', name: '李强' }
  const view =
    viewer === 'applicant'
      ? applicantView(facts, ledger, PERSON, { name: '李强', phone: '0772-2001001' })
      : staffView(facts, ledger, PERSON, { id: 'r1', role: viewer, manager, colleagues: new Map(), proposals: [] })
  return shownTooMuch(view, viewer, SECRETS)
}
