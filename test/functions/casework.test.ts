import { randomUUID } from 'node:crypto'
import type { StaffCaseView } from '@shared/contract/case'
import { business, Driver, type Session } from '../support/driver'

/** Reviewers, connection points, anomalies and complaints over the real host; the clock stands at a Monday morning. */
let driver: Driver
let manager: Session
let supervisor: Session
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-03-02 09:00')
  ;[manager, supervisor] = await Promise.all([driver.as('manager'), driver.as('supervisor')])
})
afterAll(() => driver?.stop())

const on = ({ id, version }: { id: string; version: number }) => ({ commandId: randomUUID(), id, version })

/** A factory on 10 kV, surveyed: its scheme is being written. */
async function planning(): Promise<StaffCaseView> {
  const { id } = await (await driver.as('company')).apply({ change: business(800) })
  const accepted = await manager.call('staff', 'accept', on(await manager.call('staff', 'case', { id })))
  const survey = {
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '配电房',
    papers: [],
  }
  return manager.call('staff', 'visit', { ...on(accepted), ...survey })
}

test('reviewers cannot be invented: only those on the list, each for their own department', async () => {
  const seen = await planning()
  const point = { line: '10千伏城站线', pole: '12号杆' }
  const drawing = [await manager.upload('not-a-paper.jpg', 'drawing', 'staff')]
  const ask = { ...on(seen), template: 'dedicatedLine' as const, point, outage: true, drawing }
  for (const invented of ['nobody', 'weili', 'mofang'])
    expect(await manager.codeOf('staff', 'askReview', { ...ask, reviewers: ['luohai', invented] })).toBe(
      'REVIEWER_UNKNOWN',
    )
  const { reviewers } = await manager.call('staff', 'colleagues', { id: seen.id })
  expect(reviewers.map(({ name, department }) => [name, department])).toEqual([
    ['罗海', '规划部'],
    ['覃岚', '调度中心'],
    ['韦宁', '运维部'],
  ])
  const reviewer = await driver.as('reviewer')
  expect(await reviewer.codeOf('staff', 'case', { id: seen.id })).toBe('NOT_FOUND')
  const asked = await manager.call('staff', 'askReview', { ...ask, reviewers: ['luohai'] })
  const proposed = { points: [point], outage: true, drawing }
  expect(asked.reviews).toMatchObject([{ name: '罗海', department: '规划部', proposed, at: null }])
  const { actions, pictures } = await reviewer.call('staff', 'case', { id: seen.id })
  expect(actions[0]).toBe('review')
  // An opinion on a scheme needs the place and the drawing, nobody's papers, and nobody's number.
  expect(pictures.map(({ purpose }) => purpose)).toEqual(['site', 'drawing'])
  expect(await reviewer.codeOf('documents', 'casePicture', { id: seen.id, picture: drawing[0] })).toBe('ok')
  const paper = asked.pictures.find(({ purpose }) => purpose === 'signature')!
  expect(await reviewer.codeOf('documents', 'casePicture', { id: seen.id, picture: paper.picture })).toBe('NOT_FOUND')
  expect(await reviewer.codeOf('documents', 'signedForm', { id: seen.id })).toBe('NOT_FOUND')
  expect(await manager.codeOf('documents', 'casePicture', { id: seen.id, picture: paper.picture })).toBe('ok')
})

test('a connection point renamed is the same point: the scheme stands, and the case says what it is called today', async () => {
  const seen = await planning()
  const point = { line: '10千伏城站线', pole: '12号杆' }
  const replied = await manager.call('staff', 'reply', {
    ...on(seen),
    template: 'teeHighMetering',
    point,
    outage: false,
  })
  expect(replied.scheme).toMatchObject({ ...point, renamed: null })
  const id = replied.scheme!.point
  const renamed = { line: '10千伏文昌线', pole: '7号杆' }
  const elsewhere = await driver.as('manager2')
  expect(await elsewhere.codeOf('staff', 'renamePoint', { id, from: '2026-03-05', ...renamed })).toBe('POINT_UNKNOWN')
  await manager.call('staff', 'renamePoint', { id, from: '2026-03-05', ...renamed })
  const list = await manager.call('staff', 'points', { district: '城中区' })
  expect(list.rows).toEqual([
    {
      id,
      district: '城中区',
      names: [
        { from: '2026-03-02', ...point },
        { from: '2026-03-05', ...renamed },
      ],
    },
  ])
  // Not yet: the new name has not begun.
  expect((await manager.call('staff', 'case', { id: seen.id })).scheme?.renamed).toBeNull()

  await driver.at('2026-03-05 09:00')
  const after = await manager.call('staff', 'case', { id: seen.id })
  expect(after).toMatchObject({ status: 'replied', version: replied.version, scheme: { ...point, renamed } })
  const own = await (await driver.as('company')).call('applicant', 'case', { id: seen.id })
  expect(own.scheme).toMatchObject({ ...point, renamed })
  expect((await supervisor.call('staff', 'ledger', { id: seen.id })).intact).toBe(true)
  // The next scheme at the point is written with the name of its day.
  const next = await planning()
  const reply = { template: 'teeHighMetering' as const, point: { id }, outage: false }
  expect((await manager.call('staff', 'reply', { ...on(next), ...reply })).scheme).toMatchObject({
    ...renamed,
    renamed: null,
  })
})

test('an anomaly moves no low-voltage day; the board counts it until it is over', async () => {
  const { id, promise } = await (await driver.as('resident')).apply()
  const seen = await manager.call('staff', 'case', { id })
  const recorded = await manager.call('staff', 'recordAnomaly', { ...on(seen), cause: 'roadPermit', pictures: [] })
  expect(recorded.anomalies).toMatchObject([{ title: '等道路开挖或规划许可', party: 'thirdParty', resolvedAt: null }])
  expect(recorded.promise?.dueDay).toBe(promise?.dueDay)
  const troubled = async () => supervisor.call('staff', 'overview', { only: 'troubled' })
  expect(await troubled()).toMatchObject({ troubled: 1, cases: { rows: [{ id }] } })
  const again = { ...on(recorded), cause: 'roadPermit' as const, pictures: [] }
  expect(await manager.codeOf('staff', 'recordAnomaly', again)).toBe('ANOMALY_RECORDED')
  await manager.call('staff', 'resolveAnomaly', { ...on(recorded), number: 1 })
  expect(await troubled()).toMatchObject({ troubled: 0, cases: { rows: [] } })
})

test('a complaint stands before the supervisor until it is answered; urging shows on the case', async () => {
  const resident = await driver.as('resident')
  const { id } = await resident.apply()
  await resident.call('applicant', 'urge', { commandId: randomUUID(), id })
  await resident.call('applicant', 'complain', { commandId: randomUUID(), id, topic: 'late', words: '说好昨天来的' })
  const seen = await supervisor.call('staff', 'case', { id })
  expect(seen.urgedAt).not.toBeNull()
  expect((await supervisor.call('staff', 'overview', {})).complaints).toBe(1)
  expect((await supervisor.call('staff', 'tasks', {})).rows).toMatchObject([{ caseId: id, kind: 'complaint' }])
  const answer = { ...on(seen), number: 1, words: '今天下午就到' }
  expect(await manager.codeOf('staff', 'answerComplaint', answer)).toBe('NOT_ALLOWED')
  await supervisor.call('staff', 'answerComplaint', answer)
  expect((await supervisor.call('staff', 'overview', {})).complaints).toBe(0)
  const own = await resident.call('applicant', 'case', { id })
  expect(own.complaints).toMatchObject([{ words: '说好昨天来的', answer: '今天下午就到' }])
})

test('high voltage on the board: what waits for the customer stands apart, and has no day', async () => {
  const { counts, cases } = await supervisor.call('staff', 'overview', {})
  const at = (status: string) => counts.find((one) => one.customerClass === 'hvSingle' && one.status === status)?.open
  expect([at('planning'), at('replied')]).toEqual([1, 2])
  const waiting = cases.rows.filter(({ status }) => status === 'replied')
  expect(waiting.map(({ standing, dueDay }) => [standing, dueDay])).toEqual([
    ['paused', null],
    ['paused', null],
  ])
  // What waits for nobody's day comes last.
  expect(cases.rows.slice(-2)).toEqual(waiting)
  expect(counts.some(({ customerClass, status }) => customerClass === 'resident' && status === 'planning')).toBe(false)
})

test('two sources are answered with two points, and each of them keeps up with its name', async () => {
  const change = { ...business(2500), sources: 'dual' as const }
  const { id: caseId } = await (await driver.as('company')).apply({ change })
  const accepted = await manager.call('staff', 'accept', on(await manager.call('staff', 'case', { id: caseId })))
  const survey = { externalLine: false, meterPosition: '配电房', papers: [] }
  const visited = await manager.call('staff', 'visit', { ...on(accepted), ...survey })
  expect(visited.templates.map(({ code, points }) => [code, points])).toEqual([
    ['dualSource', 2],
    ['over35kV', 2],
  ])
  const point = { line: '10千伏进德线', pole: '31号杆' }
  const standby = { line: '10千伏四方塘线', pole: '5号杆' }
  const said = { template: 'dualSource' as const, point, outage: false }
  expect(await manager.codeOf('staff', 'reply', { ...on(visited), ...said })).toBe('POINTS_TWO')
  expect(await manager.codeOf('staff', 'reply', { ...on(visited), ...said, standby: point })).toBe('POINTS_TWO')
  const replied = await manager.call('staff', 'reply', { ...on(visited), ...said, standby })
  expect(replied.scheme).toMatchObject({ ...point, renamed: null, standby: { ...standby, renamed: null } })
  expect(replied.history.at(-1)!.text).toBe('已答复供电方案，主供接在10千伏进德线31号杆，备用接在10千伏四方塘线5号杆')
  const second = replied.scheme!.standby!.point
  expect(second).not.toBe(replied.scheme!.point)
  const renamed = { line: '10千伏新塘线', pole: '6号杆' }
  await manager.call('staff', 'renamePoint', { id: second, from: '2026-03-05', ...renamed })
  const own = await (await driver.as('company')).call('applicant', 'case', { id: caseId })
  expect(own.scheme).toMatchObject({ renamed: null, standby: { ...standby, renamed } })
})

test('a survey that finds a line brings a photograph of where it must go', async () => {
  const { id } = await (await driver.as('resident')).apply()
  const seen = await manager.call('staff', 'case', { id })
  const survey = { ...on(seen), externalLine: true, meterPosition: '楼道', papers: [] }
  expect(await manager.codeOf('staff', 'visit', survey)).toBe('LINE_PICTURE_MISSING')
  const site = [await manager.upload('not-a-paper.jpg', 'site', 'staff')]
  expect(await manager.call('staff', 'visit', { ...survey, site })).toMatchObject({ status: 'surveyed' })
})
