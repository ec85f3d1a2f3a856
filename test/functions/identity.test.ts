import { Driver, SIGNATURE } from '../support/driver'

let driver: Driver
let caseId: string
beforeAll(async () => {
  driver = await Driver.start()
  caseId = (await (await driver.as('resident')).apply()).id
})
afterAll(() => driver?.stop())

describe('who asks is never taken from the request', () => {
  const openid = 'oLocalResident-weixiaohong-0'
  const claims: [string, object, object][] = [
    ['openid in the event', { openid }, {}],
    ['userInfo in the event', { userInfo: { openId: openid, appId: 'wx' } }, {}],
    ['_openid in the input', {}, { _openid: openid, openid, owner: openid }],
    ['userInfo in the input', {}, { userInfo: { openId: openid } }],
    ["the environment's own names", { WX_OPENID: openid, TCB_UUID: openid, context: { WX_OPENID: openid } }, {}],
  ]
  test.each(claims)('%s', async (_what, inEvent, inInput) => {
    const neighbour = await driver.as('neighbour')
    const asked = { ...inEvent, action: 'case', input: { id: caseId, ...inInput } }
    expect(JSON.parse((await driver.raw('applicant', asked, neighbour.token)).text)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(JSON.parse((await driver.raw('applicant', asked)).text)).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
    const home = { ...inEvent, action: 'home', input: inInput }
    expect(JSON.parse((await driver.raw('applicant', home, neighbour.token)).text)).toMatchObject({
      ok: true,
      data: { cases: { rows: [] } },
    })
  })
})

describe('the database is not reachable around the functions', () => {
  const body = {
    action: 'database.getDocument',
    envName: 'local-test',
    collectionName: 'persons',
    queryType: 'WHERE',
    query: '{}',
    limit: 10,
  }
  const now = () => Math.floor(Date.now() / 1000)
  const signature = `TC3-HMAC-SHA256 Credential=AKIDlocal000000000000000000000000/2026-11-23/tcb/tc3_request, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`
  test.each<[string, Record<string, string>]>([
    ['unsigned', {}],
    ['a made-up signature', { authorization: signature, 'x-timestamp': String(now()) }],
    ["a person's own token", { authorization: 'Bearer TOKEN' }],
  ])('%s', async (_what, headers) => {
    const { token } = await driver.as('resident')
    const filled = Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [key, value.replace('TOKEN', token)]),
    )
    const response = await fetch(`${driver.url}/admin?env=local-test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...filled },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    const answer = JSON.parse(text)
    expect(answer.data).toBeUndefined()
    expect(answer.code).toMatch(/SIGN|AUTH|INVALID|SECRET/)
    expect(text).not.toContain('韦小红')
  })
})

describe('nothing unparsed reaches a query', () => {
  const operators = [
    { $ne: null },
    { $gt: '' },
    { $regex: '.*' },
    ['0'.repeat(14)],
    null,
    0,
    true,
    '',
    '../../etc',
    `${'0'.repeat(13)}\u0000`,
  ]
  test.each(operators.map((value) => [JSON.stringify(value), value]))('an id of %s', async (_text, value) => {
    const resident = await driver.as('resident')
    const supervisor = await driver.as('supervisor')
    expect(await resident.codeOf('applicant', 'case', { id: value })).toBe('BAD_REQUEST')
    expect(await resident.codeOf('applicant', 'pictureUrl', { picture: value })).toBe('BAD_REQUEST')
    expect(await supervisor.codeOf('staff', 'case', { id: value })).toBe('BAD_REQUEST')
    expect(await supervisor.codeOf('staff', 'ledger', { id: value })).toBe('BAD_REQUEST')
    expect(await supervisor.codeOf('staff', 'bind', { invitation: value })).toBe('BAD_REQUEST')
  })

  const cursors = [
    { $gt: '' },
    7,
    '',
    '_',
    'x_y',
    '1_',
    '1e9_A',
    '--1_A',
    '1_A"}',
    `${'9'.repeat(17)}_A`,
    `1_${'A'.repeat(101)}`,
    'A'.repeat(201),
  ]
  test.each(cursors.map((value) => [JSON.stringify(value), value]))('a cursor of %s', async (_text, after) => {
    for (const [persona, name, action] of [
      ['resident', 'applicant', 'cases'],
      ['manager', 'staff', 'tasks'],
      ['supervisor', 'staff', 'overview'],
    ] as const) {
      expect(await (await driver.as(persona)).codeOf(name, action, { after })).toBe('BAD_REQUEST')
    }
  })

  test("a cursor of one's own making shows nothing of others", async () => {
    const neighbour = await driver.as('neighbour')
    const { rows } = await neighbour.call('applicant', 'cases', { after: `${'9'.repeat(16)}_Z` })
    expect(rows).toEqual([])
  })

  test.each(['', 'nope', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the action %j is none',
    async (action) => {
      expect(await (await driver.as('resident')).codeOf('applicant', action, {})).toBe('BAD_REQUEST')
    },
  )

  test.each(['null', '[]', '7', '"x"', '{', '{"action":{"$ne":1}}', '{"action":["home"],"input":7}'])(
    'the body %s',
    async (body) => {
      const { token } = await driver.as('resident')
      const { status, text } = await driver.raw('applicant', body, token)
      expect(status === 400 || JSON.parse(text).error?.code === 'BAD_REQUEST').toBe(true)
    },
  )
})

describe('where pictures are kept', () => {
  test('an upload address accepts nothing after the confirmation that would change the picture', async () => {
    const resident = await driver.as('resident')
    const reserved = await resident.put(SIGNATURE, 'signature')
    await resident.call('applicant', 'confirmUpload', { picture: reserved.picture })
    await fetch(reserved.url, { method: 'PUT', headers: reserved.headers, body: 'something else' })
    const { url } = await resident.call('applicant', 'pictureUrl', { picture: reserved.picture })
    const served = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(served.subarray(1, 4).toString()).toBe('PNG')
  })

  test('an address works neither without its signature, nor changed, nor for writing, nor later', async () => {
    const resident = await driver.as('resident')
    const picture = await resident.upload(SIGNATURE, 'signature')
    const { url, expiresAt } = await resident.call('applicant', 'pictureUrl', { picture })
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.split('?')[0])).status).toBe(403)
    expect((await fetch(url.replace(/t=\d+/, 't=99999999999'))).status).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403)
    await driver.host.clock.set(expiresAt + 2_000)
    expect((await fetch(url)).status).toBe(403)
  })
})

test('every staff view of a picture is recorded, with who and when', async () => {
  const manager = await driver.as('manager')
  const seen = await manager.call('staff', 'case', { id: caseId })
  const before = await driver.host.clock.now()
  for (const { picture } of seen.pictures) await manager.call('documents', 'casePicture', { id: caseId, picture })
  expect(
    await (await driver.as('manager2')).codeOf('documents', 'casePicture', {
      id: caseId,
      picture: seen.pictures[0].picture,
    }),
  ).toBe('NOT_FOUND')
  const { pictureViews } = driver.documents()
  expect(pictureViews.map(({ picture, caseId, staffId }) => ({ picture, caseId, staffId }))).toEqual(
    seen.pictures.map(({ picture }) => ({ picture, caseId, staffId: 'liqiang' })),
  )
  for (const { at } of pictureViews) expect(at).toBeGreaterThanOrEqual(before)
})
