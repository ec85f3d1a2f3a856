import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { builtFunctions } from '../support/built'
import { Session } from '../support/driver'
import { startHost } from '../support/host'

const MOST_BYTES = 1024 * 1024
const names = readdirSync(builtFunctions())

test.each(names)('%s: what a start loads is at most 1 MB', (name) => {
  expect(statSync(path.join(builtFunctions(), name, 'index.js')).size).toBeLessThanOrEqual(MOST_BYTES)
})

test.each(names)('%s: a start loads nothing that is kept for later', (name) => {
  const loaded = execFileSync(
    process.execPath,
    [
      '-e',
      `require(process.argv[1]); console.log(Object.keys(require.cache).join('\\n'))`,
      `${builtFunctions()}/${name}`,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'x' },
    },
  )
  const files = loaded.split('\n').filter((line) => line.endsWith('.js'))
  expect(files.map((file) => path.basename(file))).toContain('index.js')
  expect(files.filter((file) => file.includes('/late/'))).toEqual([])
})

test('applying, visiting and sweeping load of it only what an upload answers in', async () => {
  const functions = path.join(builtFunctions(), '../almost-without-late')
  cpSync(builtFunctions(), functions, { recursive: true })
  for (const name of names.filter((name) => name !== 'documents'))
    for (const file of readdirSync(path.join(functions, name, 'late')))
      if (file !== 'xml2js-lib-xml2js.js') rmSync(path.join(functions, name, 'late', file))
  const host = await startHost({ flags: ['--functions', functions, '--import', 'local/seed/people.json'] })
  try {
    const as = async (persona: 'resident' | 'manager') => {
      const { token, openid } = await host.login(persona)
      return new Session(host, persona, openid, token)
    }
    const { id, version } = await (await as('resident')).apply()
    const manager = await as('manager')
    const survey = {
      externalLine: true,
      site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
      meterPosition: '楼道',
      papers: [],
    }
    const commandId = '00000000-0000-4000-8000-000000000001'
    expect(await manager.call('staff', 'visit', { commandId, id, version, ...survey })).toMatchObject({ id })
    await host.timer('sweep')
    expect((await host.wechat()).map(({ errcode }) => errcode)).toEqual([0, 0, 0])
    const form = await (await as('resident')).call('documents', 'signedForm', { id })
    expect(form).toMatchObject({ digest: expect.any(String) })
    expect(host.output).not.toMatch(/failed|Error/)
  } finally {
    await host.stop()
    rmSync(functions, { recursive: true, force: true })
  }
})
