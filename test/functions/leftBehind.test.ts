import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Driver } from '../support/driver'

/** What earlier days left behind: work nothing can be done about, pushes nobody can be sent, invitations that were spent. */
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-town-'))
const DUE = Date.parse('2026-03-02T00:00:00Z')
const NEVER = Date.UTC(9999, 0, 1)
/** More than a page of the sweep's. */
const STUCK = 60

/** A task of a case that is not there: every attempt to warn of it fails. */
const stuck = (number: number) => ({
  _id: `GONE${String(number).padStart(10, '0')}.visit`,
  caseId: `GONE${String(number).padStart(10, '0')}`,
  kind: 'visit',
  of: '',
  since: DUE,
  caseTitle: '居民用电',
  district: '城中区',
  address: '',
  dueDay: '2026-03-02',
  dueAt: DUE,
  stepsLeft: 2,
  assignee: 'nobody',
  warnings: [{ level: 'overdue', at: DUE }],
  unreadAt: NEVER,
  attentionAt: DUE,
})
const push = (_id: string, staffId: string, attempts: number) => ({
  _id,
  caseId: 'GONE0000000000',
  to: { kind: 'staff', staffId },
  message: { template: 'task', what: '居民用电', district: '城中区', dueDay: '2026-03-02', tip: _id },
  status: 'owed',
  nextAt: DUE,
  attempts,
  errcode: null,
})
const FORMER = 'oFormerManager-------------0'
const former = {
  _id: 'former',
  name: '前同事',
  phone: '0772-2001009',
  role: 'manager',
  department: '营业部',
  districts: ['城中区'],
  active: false,
  cover: { staffId: '', until: '' },
  openid: FORMER,
}
const SECOND = 'a-second-invitation-for-qinhui'
const CLOSED = 'an-invitation-for-who-has-left'
const invitation = (token: string, staffId: string) => ({
  _id: createHash('sha256').update(token).digest('hex'),
  staffId,
  expiresAt: NEVER,
  usedBy: '',
})

let driver: Driver
beforeAll(async () => {
  const people = JSON.parse(readFileSync(path.resolve(__dirname, '../../local/seed/people.json'), 'utf8'))
  const town = path.join(folder, 'town.json')
  writeFileSync(
    town,
    JSON.stringify({
      ...people,
      staff: [...people.staff, former],
      invitations: [...people.invitations, invitation(SECOND, 'qinhui'), invitation(CLOSED, 'former')],
      tasks: Array.from({ length: STUCK }, (_, number) => stuck(number)),
      outbox: [push('tried-often', 'liqiang', 8), push('to-who-left', 'former', 0), push('in-order', 'liqiang', 7)],
    }),
  )
  driver = await Driver.start({}, town)
  await driver.at('2026-03-02 10:00')
})
afterAll(async () => {
  await driver?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('work that cannot be warned of does not stand in the way of the work behind it, and ends no run late', async () => {
  const { id } = await (await driver.as('resident')).apply()
  // Nothing else to do: no push is left to be sent.
  for (let last = -1; last !== 0; ) last = (await driver.sweep()).delivered
  await driver.host.clock.set(Date.parse('2026-03-03T08:31:00+08:00'))
  await driver.sweep()
  const { history } = await (await driver.as('supervisor')).call('staff', 'case', { id })
  expect(history.map(({ text }) => text).filter((text) => text.includes('今天到期'))).toHaveLength(1)
  // Each is tried once a run, whatever pages there are.
  const tried = () => driver.host.output.match(/overdue GONE\d+ failed/g)?.length ?? 0
  const before = tried()
  expect(await driver.sweep()).toMatchObject({ warned: 0 })
  expect(tried() - before).toBe(STUCK)
})

test('a push whose sending never came to an end is given up, and nobody who has left is sent one', async () => {
  await driver.sweep()
  const { outbox } = driver.documents()
  const stands = Object.fromEntries(
    outbox
      .filter(({ caseId }) => caseId === 'GONE0000000000')
      .map(({ _id, status, errcode }) => [_id, [status, errcode]]),
  )
  expect(stands).toEqual({
    'tried-often': ['given-up', -1],
    'to-who-left': ['given-up', 40003],
    'in-order': ['sent', 0],
  })
  const sent = (await driver.host.wechat()) as { openid: string; data: { thing4: string } }[]
  expect(sent.filter(({ data }) => ['tried-often', 'to-who-left'].includes(data.thing4))).toEqual([])
})

test('an invitation that was spent opens nothing once the record is another’s', async () => {
  const [first, second] = [await driver.as('newcomer'), await driver.as('neighbour')]
  const spent = { invitation: 'local-demo-invitation-qinhui' }
  const member = await first.call('staff', 'bind', spent)
  expect(await first.call('staff', 'bind', spent)).toEqual(member)
  // The same person's work, from now on by another telephone.
  expect((await second.call('staff', 'bind', { invitation: SECOND })).id).toBe('qinhui')
  expect(await first.codeOf('staff', 'me', {})).toBe('NOT_STAFF')
  expect(await first.codeOf('staff', 'bind', spent)).toBe('INVITATION_INVALID')
  expect((await second.call('staff', 'me', {})).id).toBe('qinhui')
  expect(await first.codeOf('staff', 'bind', { invitation: SECOND })).toBe('INVITATION_INVALID')
})

test('nobody is bound to a record that is closed, and the invitation is not spent by trying', async () => {
  const resident = await driver.as('resident')
  expect(await resident.codeOf('staff', 'bind', { invitation: CLOSED })).toBe('INVITATION_INVALID')
  const { invitations, staff } = driver.documents()
  expect(invitations.find(({ staffId }) => staffId === 'former')?.usedBy).toBe('')
  expect(staff.find(({ _id }) => _id === 'former')?.openid).toBe(FORMER)
})
