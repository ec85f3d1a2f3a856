import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Driver } from '../support/driver'

/** The first people of a real deployment: invited by the tool, imported, bound, and at work. */
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-invite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Printed = Record<string, unknown> & { _id: string }
function invite(...args: string[]): { staff: Printed; invitations: Printed; token: string } {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/invite.ts', ...args], {
    cwd: path.resolve(__dirname, '../..'),
    encoding: 'utf8',
  })
  const line = (collection: string) =>
    JSON.parse(new RegExp(`^${collection}: +(.*)$`, 'm').exec(stdout)?.[1] ?? `"${stderr}"`) as Printed
  return { staff: line('staff'), invitations: line('invitations'), token: /invitation=(\S+)/.exec(stdout)![1]! }
}
const person = ['--id', 'qinhui', '--name', '覃慧', '--phone', '0772-2001009']
const today = invite(...person, '--districts', '城中区', '--department', '营业部')
/** As the tool of 0.1 printed it. */
const { cover: _cover, department: _department, ...earlier } = today.staff

test.each([
  ['today', today.staff],
  ['0.1', earlier as Printed],
])('invited by the tool of %s: bind, the first page, an application in the district, and work', async (_, staff) => {
  const town = path.join(folder, 'town.json')
  writeFileSync(town, JSON.stringify({ staff: [staff], invitations: [today.invitations] }))
  const driver = await Driver.start({}, town)
  try {
    const manager = await driver.as('newcomer')
    const bound = await manager.call('staff', 'bind', { invitation: today.token })
    expect(bound).toMatchObject({ name: '覃慧', districts: ['城中区'], coveredBy: null, covers: [] })
    expect(await manager.call('staff', 'me', {})).toEqual(bound)
    const { id, manager: whose } = await (await driver.as('resident')).apply({ district: '城中区' })
    expect(whose?.name).toBe('覃慧')
    expect((await manager.call('staff', 'tasks', {})).rows.map(({ caseId }) => caseId)).toEqual([id])
    const { version } = await manager.call('staff', 'case', { id })
    const visit = { commandId: randomUUID(), id, version, externalLine: false, meterPosition: '进门左侧', papers: [] }
    expect(await manager.call('staff', 'visit', visit)).toMatchObject({ status: 'surveyed' })
    expect(await manager.call('staff', 'colleagues', { id })).toEqual({ managers: [], reviewers: [] })
    expect(await manager.call('staff', 'covers', {})).toEqual({ managers: [] })
    expect(await manager.codeOf('staff', 'setCover', { cover: null })).toBe('ok')
  } finally {
    await driver.stop()
  }
})

test('a record nobody can read is set aside: the district goes on with the others, and the log names it by its id', async () => {
  const town = path.join(folder, 'town.json')
  const broken = { ...today.staff, _id: 'broken', districts: '城中区', openid: 'oBroken' }
  const also = { ...today.staff, _id: 'also-broken', name: 7, openid: '' }
  writeFileSync(town, JSON.stringify({ staff: [broken, also, today.staff], invitations: [today.invitations] }))
  const driver = await Driver.start({}, town)
  try {
    const manager = await driver.as('newcomer')
    await manager.call('staff', 'bind', { invitation: today.token })
    const { manager: whose } = await (await driver.as('resident')).apply({ district: '城中区' })
    expect(whose?.name).toBe('覃慧')
    expect(driver.host.output).toContain('set aside staff/also-broken: name invalid_type')
    expect(driver.host.output).not.toContain('覃慧')
  } finally {
    await driver.stop()
  }
})
