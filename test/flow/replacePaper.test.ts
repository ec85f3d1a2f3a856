import { decide } from '@shared/flow/decide'
import { evolve } from '@shared/flow/evolve'
import { materialsOf } from '@shared/flow/materials'
import { type CaseState, pictureIdsOf, replacedPictures } from '@shared/flow/state'
import { after, caseAt, commands, deed, idCard, NOW } from './support/cases'

/** 换材料: a wrong paper is put right by whoever notices, as long as there is no power. */
const picture = (digit: string) => digit.repeat(32)
const front = { ...idCard, pictures: [picture('9')] }
const asked = (state: CaseState, paper: typeof front, role: 'applicant' | 'manager' = 'applicant') =>
  decide(state, { type: 'replacePaper', paper }, { now: NOW, role })
const replaced = (state: CaseState, role: 'applicant' | 'manager' = 'applicant') =>
  after(state, { type: 'replacePaper', paper: front }, role)

test("the card's other side gives way to the side that names somebody; the notice stays one", () => {
  const before = caseAt('accepted')
  const state = replaced(before)
  expect(state.papers.identity).toMatchObject({ kind: 'idCard', pictures: front.pictures, via: 'online' })
  expect(state.replaced).toEqual([{ group: 'identity', pictures: before.papers.identity!.pictures, at: NOW }])
  expect(state.notified).toEqual(before.notified)
  expect(materialsOf(state).find(({ group }) => group === 'identity')?.received?.pictures).toEqual(front.pictures)
})

test('a new event follows; the one the old paper arrived with is not touched', () => {
  const decision = asked(caseAt('accepted'), front, 'manager')
  expect(decision.ok && decision.events).toEqual([{ type: 'paperReplaced', ...front, via: 'visit' }])
})

/** A case at this stage with the wrong side of a card. */
const handedIn = (stage: Parameters<typeof caseAt>[0]): CaseState => {
  const at = caseAt(stage)
  return { ...at, papers: { ...at.papers, identity: { ...idCard, at: NOW, via: 'online' } } }
}

test.each(['submitted', 'accepted', 'surveyed'] as const)('at %s by either of the two', (stage) => {
  for (const role of ['applicant', 'manager'] as const) expect(asked(handedIn(stage), front, role).ok).toBe(true)
})

test('refused: once there is power, where nothing was handed in, a paper nobody asks for, the same picture again', () => {
  const codeOf = (decision: ReturnType<typeof asked>) => (decision.ok ? 'ok' : decision.error.code)
  expect(codeOf(asked(caseAt('energized'), front))).toBe('NOT_ALLOWED')
  expect(codeOf(asked(caseAt('withdrawn'), front))).toBe('NOT_ALLOWED')
  expect(codeOf(asked({ ...caseAt('accepted'), papers: {} }, front))).toBe('MATERIAL_NOT_RECEIVED')
  expect(codeOf(asked(caseAt('accepted'), { ...front, kind: 'feasibilityStudy' }))).toBe('MATERIAL_NOT_ALLOWED')
  expect(codeOf(asked(caseAt('accepted'), idCard))).toBe('MATERIAL_ALREADY_RECEIVED')
})

test('replaced twice, every wrong picture is known; replaced back, the right one is held', () => {
  const twice = evolve(replaced(caseAt('accepted')), { type: 'paperReplaced', ...idCard, via: 'online' }, NOW)
  expect(replacedPictures(twice)).toEqual([...idCard.pictures, ...front.pictures])
  expect(pictureIdsOf(twice)).toEqual(expect.arrayContaining(idCard.pictures))
})

test('a deed of the wrong house, too', () => {
  const state = after(caseAt('accepted'), commands.supplement, 'applicant')
  const right = { ...deed, pictures: [picture('8')] }
  expect(after(state, { type: 'replacePaper', paper: right }, 'applicant').papers.property?.pictures).toEqual(
    right.pictures,
  )
})
