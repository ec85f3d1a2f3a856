import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { reviewsView, schemeView, templatesView } from '@shared/flow/detailViews'
import { caseEvent } from '@shared/flow/events'
import { evolve } from '@shared/flow/evolve'
import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { sentenceOf } from '@shared/flow/sentences'
import { type CaseState, pictureIdsOf } from '@shared/flow/state'
import {
  agreed,
  caseAt,
  commands,
  factoryCommand,
  highVoltageAt,
  NOW,
  STANDBY,
  submitCommand,
  after as then,
} from './support/cases'

/** 接入点 of a scheme, what reviewers are told of it, and what a survey brings for it. */
const codeOf = (state: CaseState, command: Command, role: Role = 'manager') => {
  const decision = decide(state, command, { now: NOW, role })
  return decision.ok ? 'ok' : decision.error.code
}
const planningOf = (sources: 'single' | 'dual' | 'over35kV') =>
  highVoltageAt('planning', { ...factoryCommand, sources, capacityKva: 2500 })
const points = commands.askReview.points
const second = { line: STANDBY.line, pole: STANDBY.pole }

describe('how many points', () => {
  test.each`
    sources       | template             | one             | two
    ${'single'}   | ${'teeHighMetering'} | ${'ok'}         | ${'POINT_TOO_MANY'}
    ${'single'}   | ${'dedicatedLine'}   | ${'ok'}         | ${'POINT_TOO_MANY'}
    ${'dual'}     | ${'dualSource'}      | ${'POINTS_TWO'} | ${'ok'}
    ${'dual'}     | ${'over35kV'}        | ${'POINTS_TWO'} | ${'ok'}
    ${'over35kV'} | ${'over35kV'}        | ${'ok'}         | ${'POINT_TOO_MANY'}
    ${'over35kV'} | ${'dualSource'}      | ${'POINTS_TWO'} | ${'ok'}
  `('$sources, $template: one is $one, two are $two', ({ sources, template, one, two }) => {
    const state = planningOf(sources)
    expect(codeOf(state, { ...commands.reply, template })).toBe(one)
    expect(codeOf(state, { ...commands.reply, template, standby: STANDBY })).toBe(two)
    // Reviewers are asked about as many.
    expect(codeOf(state, { ...commands.askReview, template })).toBe(one)
    expect(codeOf(state, { ...commands.askReview, template, points: [...points, second] })).toBe(two)
    const shown = templatesView(state).find(({ code }) => code === template)
    expect(shown?.points).toBe(two === 'ok' ? 2 : 1)
  })

  test('two sources are not connected at one place', () => {
    const same = { ...STANDBY, ...points[0] }
    expect(codeOf(planningOf('dual'), { ...commands.reply, template: 'dualSource', standby: same })).toBe('POINTS_TWO')
  })

  test('both stand in the event, the view, the sentence and the rows', () => {
    const reply: Command = { ...commands.reply, template: 'dualSource', standby: STANDBY }
    const [event] = agreed(decide(planningOf('dual'), reply, { now: NOW, role: 'manager' }))
    expect(event).toMatchObject({ scheme: { point: 'p-1', ...points[0], standby: { point: 'p-2', ...second } } })
    expect(sentenceOf(event)).toBe('已答复供电方案，主供接在10千伏城站线12号杆，备用接在10千伏河东线7号杆')
    const state = then(planningOf('dual'), reply, 'manager')
    const renamed = { line: '10千伏新东线', pole: '7号杆' }
    const view = schemeView(state, { ...points[0], standby: renamed })!
    expect(view).toMatchObject({ ...points[0], renamed: null, standby: { ...second, renamed } })
    expect(pointRows(pointsIn(view))).toEqual([
      ['主供接入点', '10千伏城站线 12号杆'],
      ['备用接入点', '10千伏河东线 7号杆'],
    ])
  })

  test('a scheme recorded with one point is understood as it was', () => {
    const scheme = { template: 'dualSource', point: 'p-1', ...points[0], note: '', outage: false }
    const event = caseEvent.parse({ type: 'replied', scheme, withoutOpinions: [], answerToObjections: '' })
    const view = schemeView(evolve(planningOf('dual'), event, NOW), points[0])!
    expect(view.standby).toBeNull()
    expect(pointRows(pointsIn(view))).toEqual([['接入点', '10千伏城站线 12号杆']])
  })
})

describe('what reviewers are told', () => {
  const drawing = ['d'.repeat(32)]
  const asked = then(planningOf('single'), { ...commands.askReview, outage: true, drawing }, 'manager')

  test('point, outage and drawing stand with what they are asked', () => {
    expect(reviewsView(asked, new Map(), 'luohai')).toMatchObject([{ proposed: { points, outage: true, drawing } }])
    expect(pictureIdsOf(asked)).toContain(drawing[0])
  })

  test('at another point they are asked anew, and the drawing before stays the case’s', () => {
    expect(agreed(decide(asked, { ...commands.askReview, outage: true }, { now: NOW, role: 'manager' }))).toEqual([])
    const anew = then(asked, { ...commands.askReview, points: [second], outage: true }, 'manager')
    expect(anew.reviews).toMatchObject([{ proposed: { points: [second], drawing: [] }, at: null }])
    expect(pictureIdsOf(anew)).toContain(drawing[0])
  })

  test('what was asked before it was said is understood as it was', () => {
    const reviewers = [{ staffId: 'luohai', department: '规划部' }]
    const event = caseEvent.parse({ type: 'reviewAsked', template: 'dedicatedLine', reviewers })
    expect(reviewsView(evolve(planningOf('single'), event, NOW), new Map(), 'luohai')).toMatchObject([
      { proposed: null },
    ])
  })
})

describe('a survey', () => {
  test.each([
    ['at low voltage', () => then(null, submitCommand, 'applicant')],
    ['at high voltage', () => highVoltageAt('accepted')],
  ])('that finds a line %s brings a photograph of where it must go', (_where, accepted) => {
    const visit = { ...commands.visit, externalLine: true }
    expect(codeOf(accepted(), { ...visit, site: [] })).toBe('LINE_PICTURE_MISSING')
    expect(codeOf(accepted(), visit)).toBe('ok')
    expect(codeOf(accepted(), { ...visit, externalLine: false, site: [] })).toBe('ok')
  })

  test('recorded without one stays as it is', () => {
    const recorded = { externalLine: true, meterPosition: '楼道', note: '', site: [], signature: null }
    const event = caseEvent.parse({ type: 'surveyed', ...recorded })
    expect(evolve(caseAt('accepted'), event, NOW)).toMatchObject({ status: 'surveyed', externalLine: true })
  })
})
