import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { RecordedEvent } from '@shared/flow/events'
import { FOLD_VERSION, foldHistory } from '@shared/flow/evolve'
import type { CaseState } from '@shared/flow/state'
import { goldenFolder, releases } from '../ledgers/golden'
import { Driver, type Stored } from '../support/driver'

/** What an earlier release left in its database is read, worked on and brought up to date by today's functions. */
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-earlier-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Folder = Record<string, Stored[]>
const headsOf = ({ applications = [] }: Folder) => applications as (Stored & { state: Record<string, unknown> })[]
async function on(stored: Folder, work: (driver: Driver) => Promise<void>): Promise<void> {
  const town = path.join(folder, 'town.json')
  writeFileSync(town, JSON.stringify(stored))
  const driver = await Driver.start({}, town)
  try {
    await work(driver)
  } finally {
    await driver.stop()
  }
}
/** Every head is what today's fold makes of its ledger. */
function expectFolded(stored: Folder): void {
  for (const head of headsOf(stored)) {
    const ledger = (stored.events as unknown as RecordedEvent[])
      .filter(({ caseId }) => caseId === head._id)
      .sort((a, b) => a.seq - b.seq)
    expect(head.fold).toBe(FOLD_VERSION)
    expect(isDeepStrictEqual(head.state, foldHistory(ledger))).toBe(true)
  }
}

describe.each(releases())('a folder of %s', (release) => {
  test('its lists and cases are shown, and the sweep folds every case anew, a page at a time', async () => {
    const before = goldenFolder(release) as Folder
    // As a still earlier fold would have left them: what came later is not there.
    for (const [index, { state }] of headsOf(before).entries())
      for (const field of [['read', 'warned'], ['outage'], ['complaints'], ['changes', 'leftUnread']][index % 4]!)
        delete state[field]
    await on(before, async (driver) => {
      const supervisor = await driver.as('supervisor')
      const board = await supervisor.call('staff', 'overview', {})
      const open = headsOf(before).filter((head) => head.open)
      expect(board.cases.rows).toHaveLength(open.length)
      for (const { _id } of headsOf(before)) {
        const seen = await supervisor.call('staff', 'case', { id: _id })
        expect(seen.history.length).toBeGreaterThan(1)
      }
      for (const persona of ['neighbour', 'shop', 'company'] as const)
        expect((await (await driver.as(persona)).call('applicant', 'cases', {})).rows.length).toBeGreaterThan(0)
      await driver.sweep()
      const after = await driver.documents()
      expect(headsOf(after)).toHaveLength(headsOf(before).length)
      expectFolded(after)
    })
  })

  test('a command is decided on the fold of the ledger, not on what the head has left', async () => {
    const before = goldenFolder(release) as Folder
    const late = headsOf(before).find(({ state }) => (state.complaints as unknown[]).length > 0)!
    const complained = structuredClone(late.state as unknown as CaseState).complaints
    delete late.state.complaints
    late.state.changes = undefined
    await on(before, async (driver) => {
      const supervisor = await driver.as('supervisor')
      const seen = await supervisor.call('staff', 'case', { id: late._id })
      expect(seen.complaints).toHaveLength(complained.length)
      const answering = { commandId: randomUUID(), id: late._id, version: seen.version, number: 1, words: '今天就去' }
      const answered = await supervisor.call('staff', 'answerComplaint', answering)
      expect(answered.complaints[0]).toMatchObject({ answer: '今天就去' })
      expect((await supervisor.call('staff', 'ledger', { id: late._id })).intact).toBe(true)
      const after = await driver.documents()
      expectFolded({ ...after, applications: headsOf(after).filter(({ _id }) => _id === late._id) })
    })
  })

  test('whatever else cannot be read is set aside, and stands in nobody’s way', async () => {
    const before = goldenFolder(release) as Folder
    const [first] = headsOf(before)
    const spoil = (collection: string, field: string, value: unknown) => {
      const found = before[collection]!.find((one) => one.caseId === first!._id || one._id.endsWith(first!._id))!
      Object.assign(found, { [field]: value })
    }
    spoil('tasks', 'stepsLeft', '一步')
    spoil('outbox', 'message', null)
    spoil('persons', 'phone', 5)
    Object.assign(before.pictures![0]!, { width: '宽' })
    Object.assign(before.points![0]!, { names: [] })
    await on(before, async (driver) => {
      const company = await driver.as('company')
      const own = (await company.call('applicant', 'cases', {})).rows
      for (const { id } of own) expect(await company.codeOf('applicant', 'case', { id })).toBe('ok')
      expect((await company.call('applicant', 'home', {})).cases.rows).toEqual(own)
      for (const persona of ['manager', 'manager2', 'manager3', 'supervisor', 'reviewer'] as const)
        expect(await (await driver.as(persona)).codeOf('staff', 'tasks', {})).toBe('ok')
      await driver.sweep()
      expect(driver.host.output).toMatch(/set aside tasks\/.*: stepsLeft/)
      expect(driver.host.output).not.toMatch(/ failed: /)
    })
  })
})
