import type { FunctionName } from '@shared/contract'
import { business, Driver, type PersonaId, SIGNATURE } from '../support/driver'
import { openApp, SimulatedDevice } from './support/SimulatedDevice'

/**
 * Two cases from beginning to end, and nothing of it done with a network: every command is handed in offline, the app is closed, and
 * opened again with one. Each is recorded once.
 */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-11-24 09:10')
})
afterAll(() => driver.stop())

type Parts = { input?: object; pictures?: { at: string; purpose: string }[] }

/** Hands it in offline, closes the app, opens it with a network; answers what the server was sent. */
async function offline(persona: PersonaId, fn: FunctionName, action: string, id: string, parts: Parts = {}) {
  const device = new SimulatedDevice(await driver.as(persona))
  const version = fn === 'staff' ? (await device.session.call('staff', 'case', { id })).version : undefined
  device.connected = false
  let app = openApp(device)
  const slots = await Promise.all(
    (parts.pictures ?? []).map(async ({ at, purpose }) => ({
      at,
      purpose: purpose as 'site',
      picture: await app.keepPicture(device.photograph(SIGNATURE)),
    })),
  )
  const about = { intention: `${action}:${id}`, title: action, form: `${action}:${id}` }
  // Every kind in one table: the input is the action's own.
  const input = { id, ...(version ? { version } : {}), ...parts.input } as never
  const handing = app.handIn(fn as 'staff', action as 'accept', input, about, { slots })
  await expect(handing).rejects.toMatchObject({ code: 'OFFLINE' })
  app = openApp(device)
  device.connected = true
  await app.resume()
  expect({ action, refusals: app.entries().map(({ refusal }) => refusal) }).toEqual({ action, refusals: [] })
  await app.resume()
  expect(device.sent.filter((sent) => sent === action)).toEqual([action])
}

test('a flat: visit, papers, anomaly, appointment, complaint and answer, meter, stars', async () => {
  const resident = await driver.as('resident')
  const { id } = await resident.apply({ withPicture: false })
  await offline('manager', 'staff', 'accept', id)
  await offline('resident', 'applicant', 'urge', id)
  await offline('resident', 'applicant', 'appoint', id, {
    input: { task: 'visit', day: '2026-11-25', part: 'morning' },
  })
  await offline('manager', 'staff', 'appoint', id, {
    input: { task: 'visit', day: '2026-11-25', part: 'afternoon' },
  })
  await offline('manager', 'staff', 'visit', id, {
    input: { externalLine: false, meterPosition: '进门左侧墙面', papers: [], site: [], signature: null },
    pictures: [
      { at: 'site.0', purpose: 'site' },
      { at: 'site.1', purpose: 'site' },
      { at: 'signature', purpose: 'signature' },
    ],
  })
  await offline('resident', 'applicant', 'complain', id, { input: { topic: 'late', words: '电话里说的不清楚' } })
  await offline('supervisor', 'staff', 'answerComplaint', id, { input: { number: 1, words: '已经重新说明' } })
  await offline('manager', 'staff', 'recordAnomaly', id, {
    input: { cause: 'roadPermit', note: '', pictures: [] },
    pictures: [{ at: 'pictures.0', purpose: 'evidence' }],
  })
  await offline('manager', 'staff', 'resolveAnomaly', id, { input: { number: 1 } })
  const { materials } = await resident.call('applicant', 'case', { id })
  for (const { group, oneOf } of materials.filter(({ state }) => state === 'wanted'))
    await offline('manager', 'staff', 'collect', id, {
      input: { paper: { group, kind: oneOf[0]!.code, pictures: [] } },
      pictures: [{ at: 'paper.pictures.0', purpose: group }],
    })
  await offline('resident', 'applicant', 'requestCopy', id, { input: { document: 'notice' } })
  await offline('manager', 'staff', 'energize', id, { input: { meterNumber: 'GX2026112401' } })
  await offline('resident', 'applicant', 'rate', id, { input: { stars: 5 } })

  const seen = await resident.call('applicant', 'case', { id })
  expect(seen).toMatchObject({ status: 'energized', stars: 5, complaints: [{ answer: '已经重新说明' }] })
})

test('10 kV: reply, report, list of problems, remedies, pass', async () => {
  const company = await driver.as('company')
  const { id } = await company.apply({ withPicture: false, change: business(800) })
  const managers = ['manager', 'manager2', 'manager3'] as const
  const sessions = await Promise.all(managers.map((persona) => driver.as(persona)))
  const codes = await Promise.all(sessions.map((session) => session.codeOf('staff', 'case', { id })))
  const manager = managers[codes.indexOf('ok')]!
  await offline(manager, 'staff', 'accept', id)
  await offline(manager, 'staff', 'visit', id, {
    input: { externalLine: false, meterPosition: '配电房计量柜', papers: [] },
  })
  const point = { line: '10千伏河东线', pole: '12号杆' }
  await offline(manager, 'staff', 'reply', id, { input: { template: 'teeHighMetering', point, outage: false } })
  const report = { group: 'completionReport', kind: 'completionReport', pictures: [] }
  await offline('company', 'applicant', 'requestInspection', id, {
    input: { report, remedies: [] },
    pictures: [
      { at: 'report.pictures.0', purpose: 'completionReport' },
      { at: 'report.pictures.1', purpose: 'completionReport' },
    ],
  })
  const problem = { item: 'grounding', what: '接地电阻 6 欧', clause: '设计值 4 欧', pictures: [] }
  await offline(manager, 'staff', 'inspect', id, {
    input: { problems: [problem] },
    pictures: [{ at: 'problems.0.pictures.0', purpose: 'problem' }],
  })
  await offline('company', 'applicant', 'requestInspection', id, {
    input: { report: null, remedies: [{ pictures: [] }] },
    pictures: [{ at: 'remedies.0.pictures.0', purpose: 'remedy' }],
  })
  await offline(manager, 'staff', 'inspect', id, { input: { problems: [] } })

  const { status, rounds, materials } = await company.call('applicant', 'case', { id })
  expect(status).toBe('passed')
  expect(rounds).toMatchObject([{ problems: [{ pictures: [expect.any(String)], remedy: [expect.any(String)] }] }, {}])
  expect(materials.find(({ group }) => group === 'completionReport')?.received?.pictures).toHaveLength(2)
})
