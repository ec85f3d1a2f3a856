import { pointsOf, reviewReasons, reviewRules, templatesFor } from '../rules/schemes'
import { addMonths, beijingDay } from '../time/localDate'
import { spokenDay } from '../time/spokenTime'
import { agree, type Decider, type Decision, refuse } from './decision'
import type { CaseEvent, Problem, ProposedScheme } from './events'
import { groupsOf } from './materials'
import type { CaseState, Review } from './state'

const templateFor = (state: CaseState, code: string) => templatesFor(state).find((each) => each.code === code)

interface PointName {
  line: string
  pole: string
}
const samePoint = (one: PointName, other: PointName) => one.line === other.line && one.pole === other.pole

/** What is wrong with the points of a scheme for this case; null where nothing is. */
export function wrongPoints(state: CaseState, code: string, points: readonly PointName[]): Decision | null {
  const template = templateFor(state, code)
  if (!template) return null
  if (pointsOf(template, state) === 1) return points.length === 1 ? null : refuse('POINT_TOO_MANY')
  return points.length === 2 && !samePoint(points[0], points[1]) ? null : refuse('POINTS_TWO')
}

/** Asked already about just this: the same scheme at the same points. */
const isAbout = (review: Review, template: string, { points, outage }: ProposedScheme): boolean =>
  review.template === template &&
  review.proposed?.outage === outage &&
  review.proposed.points.length === points.length &&
  points.every((point, index) => samePoint(point, review.proposed!.points[index]))

/** 会签: only what the plan's own cases allow, everybody at once, and never more than the circle it complains of. */
export const askReview: Decider<'askReview'> = (state, { template: code, points, outage, drawing, reviewers }) => {
  const proposed = { points, outage, drawing }
  const template = templateFor(state, code)
  if (!template) return refuse('SCHEME_UNSUITABLE')
  if (reviewReasons(template, state).length === 0) return refuse('REVIEW_EXEMPT')
  const wrong = wrongPoints(state, code, points)
  if (wrong) return wrong
  // Whoever was asked about this scheme is not asked again; about another one they are.
  const asked = new Set(state.reviews.filter((each) => isAbout(each, code, proposed)).map(({ staffId }) => staffId))
  const fresh = reviewers.filter(({ staffId }, index) => {
    const first = reviewers.findIndex((other) => other.staffId === staffId) === index
    return first && !asked.has(staffId)
  })
  const all = [...state.reviews, ...fresh]
  const people = new Set(all.map(({ staffId }) => staffId))
  const departments = new Set(all.map(({ department }) => department))
  if (people.size > reviewRules.reviewers || departments.size > reviewRules.departments)
    return refuse('REVIEW_TOO_WIDE', {
      departments: String(reviewRules.departments),
      reviewers: String(reviewRules.reviewers),
    })
  return fresh.length === 0
    ? agree()
    : agree({ type: 'reviewAsked', template: template.code, proposed, reviewers: fresh })
}

export const review: Decider<'review'> = (state, { staffId, opinion, note }) => {
  // Nobody who was not asked has a say, and an opinion once given stands.
  if (!state.reviews.some((each) => each.staffId === staffId && each.at === null)) return refuse('NOT_ALLOWED')
  if (opinion === 'object' && note === '') return refuse('BAD_REQUEST', { what: '不同意的理由' })
  return agree({ type: 'reviewed', staffId, opinion, note })
}

/** 答复供电方案. Opinions that have not come do not hold it up; objections that have come must be answered. */
export const reply: Decider<'reply'> = (state, command, { now }) => {
  const { template, point, standby, note, outage, answerToObjections } = command
  const found = templateFor(state, template)
  if (!found) return refuse('SCHEME_UNSUITABLE')
  const wrong = wrongPoints(state, template, standby ? [point, standby] : [point])
  if (wrong) return wrong
  const objected = state.reviews.some(({ opinion }) => opinion === 'object')
  if (objected && answerToObjections === '') return refuse('REVIEW_UNANSWERED')
  const withoutOpinions = state.reviews.filter(({ at }) => at === null).map(({ staffId }) => staffId)
  const named = ({ id, line, pole }: typeof point) => ({ point: id, line, pole })
  const second = standby && { standby: named(standby) }
  const scheme = { template: found.code, ...named(point), ...second, note, outage }
  const events: CaseEvent[] = [{ type: 'replied', scheme, withoutOpinions, answerToObjections }]
  if (outage) events.push({ type: 'outageRequested', notBefore: addMonths(beijingDay(now), 1) })
  return agree(...events)
}

/** 停电计划: as dispatch granted it, which wants to have known a month before. */
export const scheduleOutage: Decider<'scheduleOutage'> = ({ outage }, { day }, { now }) => {
  if (!outage) return refuse('NOT_ALLOWED')
  if (day < beijingDay(now)) return refuse('DAY_PAST')
  if (day < outage.notBefore) return refuse('OUTAGE_TOO_EARLY', { day: spokenDay(outage.notBefore) })
  return outage.day === day ? agree() : agree({ type: 'outageScheduled', day })
}

/** 联系用户, in their own time. */
export const contact: Decider<'contact'> = (_state, { obstacle, expected, advice }, { now }) =>
  expected !== null && expected < beijingDay(now)
    ? refuse('DAY_PAST')
    : agree({ type: 'contacted', obstacle, expected, advice })

/**
 * 竣工报验: the first brings the report; a later one answers every line of the list before. A manager asks only for a customer
 * without a phone: whoever has one says themselves that their works are done.
 */
export const requestInspection: Decider<'requestInspection'> = (state, { report, remedies }, { role }) => {
  if (role === 'manager' && state.channel === 'online') return refuse('NOT_ALLOWED')
  const round = state.inspections.length + 1
  const requested: CaseEvent = { type: 'inspectionRequested', round, remedies }
  const before = state.inspections.at(-1)
  if (before) {
    if (report) return refuse('MATERIAL_ALREADY_RECEIVED')
    return remedies.length === before.problems?.length ? agree(requested) : refuse('PROBLEMS_LEFT')
  }
  const allowed = groupsOf(state).find(({ group }) => group === 'completionReport')
  if (report?.group !== 'completionReport' || !allowed?.oneOf.some(({ code }) => code === report.kind))
    return refuse('REPORT_MISSING')
  if (remedies.length > 0) return refuse('BAD_REQUEST', { what: '整改情况' })
  const { group, kind, pictures } = report
  const via = role === 'manager' ? 'visit' : 'online'
  return agree({ type: 'collected', group, kind, pictures, via }, requested)
}

/** 竣工检验. No problem is a pass; problems are one list, and what the first list did not name is marked as late. */
export const inspect: Decider<'inspect'> = (state, { problems }) => {
  const first = state.inspections[0]?.problems
  const late = ({ item }: Problem) => first != null && !first.some((each) => each.item === item)
  const round = state.inspections.length
  const listed = problems.map((problem) => ({ ...problem, late: late(problem) }))
  return agree({ type: 'inspected', round, problems: listed })
}
