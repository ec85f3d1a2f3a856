import type { CaseView, StaffCaseView } from '../contract/case'
import type {
  AnomalyView,
  BackfillView,
  ComplaintView,
  ReviewView,
  RoundView,
  SchemeView,
  TimeView,
} from '../contract/details'
import { anomalyCauseOf } from '../rules/anomalies'
import { complaintTopics } from '../rules/complaints'
import { inspectionItemOf } from '../rules/inspection'
import { stopReasons } from '../rules/process'
import { pointsOf, reviewReasons, schemeTemplates, templatesFor } from '../rules/schemes'
import type { WorkingCalendar } from '../time/calendar'
import { closeOf } from '../time/closing'
import { beijingDay, beijingMinuteOfDay, type Instant, localDate } from '../time/localDate'
import { pauseOf, stopsOfCase, timeByParty } from './clocks'
import { complaintDue } from './complaintDue'
import { deployment } from './deployment'
import { nextOwed } from './owed'
import { promiseOf } from './promiseOf'
import type { Colleague } from './record'
import { type CaseState, isHighVoltage } from './state'
import { ACT_TITLES, DOCUMENT_TITLES } from './titles'

const stopTitle = (code: string) => stopReasons.find((reason) => reason.code === code)?.title ?? ''

/** 谁的时间. Null before acceptance. */
export function timeView(state: CaseState, calendar: WorkingCalendar, now: Instant): TimeView | null {
  const days = timeByParty(state, calendar, now)
  if (!days) return null
  const pause = pauseOf(state)
  return {
    days,
    stops: stopsOfCase(state).map(({ from, to, party, reason, evidence }) => {
      return { from, to, party, title: stopTitle(reason), evidence }
    }),
    pause: pause && { party: pause.party, title: stopTitle(pause.reason), since: pause.since },
  }
}

/** 约定的时间, until its day has passed: what did not come about then is to be agreed on anew. */
export const appointmentView = ({ appointment }: CaseState, now: Instant): CaseView['appointment'] =>
  appointment && appointment.day >= beijingDay(now)
    ? { task: appointment.task, day: appointment.day, part: appointment.part }
    : null

/** What lines and poles are called; a connection point outlives its names. */
export interface PointName {
  line: string
  pole: string
}

/** What a scheme's points are called: its own, and the standby source's where it has one. */
export interface PointNames extends PointName {
  standby?: PointName | null
}

/** A point as the scheme names it, with what it is called now where it has been renamed since. */
function pointView({ point, line, pole }: PointName & { point: string }, now: PointName | null | undefined) {
  const renamed = now && (now.line !== line || now.pole !== pole) ? { line: now.line, pole: now.pole } : null
  return { point, line, pole, renamed }
}

/** 供电方案 as it was replied. */
export function schemeView(state: CaseState, now: PointNames | null): SchemeView | null {
  const { scheme, repliedAt } = state
  if (!scheme || repliedAt === null) return null
  const { title, metering } = schemeTemplates.find(({ code }) => code === scheme.template)!
  const { template, standby, note } = scheme
  return {
    ...{ template, title, metering, note, repliedAt },
    ...pointView(scheme, now),
    standby: standby ? pointView(standby, now?.standby) : null,
  }
}

/** 竣工检验, every round with its list and what was put right since. */
export const roundsView = ({ inspections }: CaseState): RoundView[] =>
  inspections.map(({ requestedAt, at, problems }, index) => ({
    round: index + 1,
    requestedAt,
    at,
    problems:
      problems === null
        ? null
        : problems.map(({ item, what, clause, pictures, late }, place) => ({
            item,
            title: inspectionItemOf(item).title,
            what,
            clause,
            pictures,
            late,
            remedy: inspections[index + 1]?.remedies[place]?.pictures ?? null,
          })),
  }))

export const anomaliesView = ({ anomalies }: CaseState): AnomalyView[] =>
  anomalies.map(({ cause, note, at, resolvedAt, pictures }, index) => {
    const { title, party } = anomalyCauseOf(cause)
    return { number: index + 1, cause, title, party, note, at, resolvedAt, pictures }
  })

/** Words about a complaint: they are the person's own, so they are kept where they can be erased. */
export interface Words {
  number: number
  from: 'applicant' | 'supervisor'
  text: string
}

export const complaintsView = (
  { complaints }: CaseState,
  words: readonly Words[],
  calendar: WorkingCalendar,
  now: Instant,
): ComplaintView[] =>
  complaints.map(({ topic, at, answeredAt }, index) => {
    const number = index + 1
    const said = (from: Words['from']) => words.find((one) => one.number === number && one.from === from)?.text ?? ''
    const title = complaintTopics.find(({ code }) => code === topic)!.title
    const { dueDay, provisional } = complaintDue(calendar, at)
    const late = (answeredAt ?? now) >= closeOf(dueDay, deployment.closing)
    const answer = said('supervisor')
    return { number, title, at, dueDay, provisional, late, words: said('applicant'), answeredAt, answer }
  })

/** 补传, with both times. */
export const backfillsView = ({ backfills }: CaseState): BackfillView[] =>
  backfills.map(({ act, saidAt, receivedAt, standing }, index) => {
    return { number: index + 1, title: ACT_TITLES[act], saidAt, receivedAt, standing }
  })

/** How many days of choice a person is given. */
const SLOTS = 5

/**
 * Days that can be agreed on: working days from today, while its hours last, to the day the step is due, for a visit the earlier one
 * while that can still be kept; for power where a line has to be switched off, from that day on. Beyond the promise only where it
 * cannot be kept any more.
 */
export function slotsOf(state: CaseState, calendar: WorkingCalendar, now: Instant): string[] {
  const next = nextOwed(state)
  const promised = promiseOf(state, calendar)
  if (!promised || (next?.kind !== 'visit' && next?.kind !== 'energize')) return []
  const today = beijingDay(now)
  const { outage } = state
  const off = next.kind === 'energize' && outage ? localDate(outage.day ?? outage.notBefore) : today
  const first = off > today ? off : today
  const open = first > today || beijingMinuteOfDay(now) < deployment.closing.cutOffMinute
  const slots: string[] = open && calendar.day(first).working ? [first] : []
  for (let day = calendar.next(first); slots.length < SLOTS; day = calendar.next(day)) slots.push(day)
  const sooner = next.kind === 'visit' ? promised.earlierIf?.dueDay : null
  const kept = [sooner, promised.dueDay].map((until) => slots.filter((day) => until && day <= until))
  return kept.find((days) => days.length > 0) ?? slots
}

/** Documents the record can be drawn up as now. */
export function documentsOf(state: CaseState): CaseView['documents'] {
  if (state.acceptedAt === null || state.status === 'withdrawn') return []
  const lists = state.inspections.flatMap(({ problems }, index) => (problems?.length ? [index + 1] : []))
  return [
    { document: 'notice', title: DOCUMENT_TITLES.notice, round: null },
    ...(state.scheme ? [{ document: 'scheme' as const, title: DOCUMENT_TITLES.scheme, round: null }] : []),
    ...lists.map((round) => ({
      document: 'problems' as const,
      title: lists.length > 1 ? `${DOCUMENT_TITLES.problems}（第${round}次）` : DOCUMENT_TITLES.problems,
      round,
    })),
  ]
}

/** 会签: who holds it, and since when. */
export const reviewsView = (
  { reviews }: CaseState,
  colleagues: ReadonlyMap<string, Colleague>,
  viewer: string,
): ReviewView[] =>
  reviews.map(({ staffId, department, template, proposed = null, askedAt, at, opinion, note }, index) => {
    const { title } = schemeTemplates.find(({ code }) => code === template)!
    // Asked about several schemes, it is the newest that is theirs to answer for.
    const mine = staffId === viewer && reviews.findLastIndex((each) => each.staffId === viewer) === index
    const name = colleagues.get(staffId)?.name ?? ''
    return { name, department, scheme: title, proposed, askedAt, at, opinion, note, mine }
  })

export const templatesView = (state: CaseState): StaffCaseView['templates'] =>
  isHighVoltage(state)
    ? templatesFor(state).map((template) => {
        const { code, title } = template
        return { code, title, points: pointsOf(template, state), reviewBecause: reviewReasons(template, state) }
      })
    : []
