import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FOLD_VERSION } from '@shared/flow/evolve'
import { goldenFolder, releases } from '../ledgers/golden'
import { builtFunctions } from '../support/built'
import { Driver, type Stored } from '../support/driver'

/** Migrations: said beforehand, done by the sweep, gone on with where they stopped. */
const ROOT = path.resolve(__dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'onecert-migrate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function started(stored: Record<string, Stored[]>): Promise<Driver> {
  const town = path.join(folder, 'town.json')
  writeFileSync(town, JSON.stringify(stored))
  return Driver.start({}, town)
}
function migrate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/migrate.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { code: status, out: stdout + stderr }
}
/** Staff as the tool of 0.1 printed them. */
const bare = ({ cover: _cover, department: _department, ...staff }: Stored): Stored => staff as Stored

test.each(releases())('a folder of %s: said, changed, and nothing left to do', async (release) => {
  const stored = goldenFolder(release) as Record<string, Stored[]>
  stored.staff = stored.staff!.map(bare)
  const exported = mkdtempSync(path.join(folder, 'exported-'))
  for (const [name, documents] of Object.entries(stored))
    writeFileSync(path.join(exported, `${name}.json`), documents.map((one) => JSON.stringify(one)).join('\n'))
  const said = migrate('--export', exported)
  expect(said).toMatchObject({ code: 1 })
  expect(said.out).toContain(`applications：${stored.applications!.length}件要从台账重新推算`)
  expect(said.out).toContain(`staff-defaults：${stored.staff.length}条要改`)

  const driver = await started(stored)
  try {
    await driver.host.kill('SIGTERM')
    expect(migrate('--data', driver.data)).toMatchObject({ code: 1 })
    const after = migrate('--data', driver.data, '--apply', '--functions', builtFunctions())
    expect(after.out).toContain('都是这一版的样子')
    expect(after).toMatchObject({ code: 0 })
    const { applications = [], staff = [] } = await driver.documents()
    expect(new Set(applications.map(({ fold }) => fold))).toEqual(new Set([FOLD_VERSION]))
    expect(staff.every(({ cover, department }) => cover && department === '')).toBe(true)
  } finally {
    await driver.stop()
  }
})

test('stopped half way, it goes on with the next document, a page at a time', async () => {
  const many = Array.from({ length: 230 }, (_, index): Stored => {
    const id = `s${String(index).padStart(3, '0')}`
    return { _id: id, name: '李强', phone: '', role: 'manager', districts: ['城中区'], active: true, openid: '' }
  })
  const driver = await started({ staff: many, migrations: [{ _id: 'staff-defaults', after: 's009', done: false }] })
  try {
    await driver.sweep()
    const { staff = [], migrations = [] } = await driver.documents()
    const changed = staff.filter(({ cover }) => cover).map(({ _id }) => _id)
    expect(changed.sort()).toEqual(many.slice(10).map(({ _id }) => _id))
    expect(migrations).toContainEqual({ _id: 'staff-defaults', after: 's229', done: true })
  } finally {
    await driver.stop()
  }
})
