import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from '@cloudbase/signature-nodejs'
import { pointSdkAt, SECRET_ID, SECRET_KEY, spawnHost } from './host'

/** The local host's own duties: who may speak to it, what it refuses, and what it keeps when it dies. */
type Host = Awaited<ReturnType<typeof spawnHost>>
type Sdk = ReturnType<typeof pointSdkAt>

const running: Host[] = []
const folders: string[] = []
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'wire-'))
  folders.push(dir)
  return dir
}
const start = async (dir: string, before = '') => {
  const host = await spawnHost(dir, before)
  running.push(host)
  return host
}
const code = (of: Promise<unknown>) =>
  of.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )

afterEach(async () => {
  for (const host of running.splice(0)) await host.stop()
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true })
})

describe('signature', () => {
  type Tamper = { secretId?: string; secretKey?: string; timestamp?: number; body?: object; authorization?: string }
  const BODY = { action: 'database.calculateDocument', collectionName: 'conformance_plain', envName: 'conformance-env' }

  const call = async (url: string, { secretId = SECRET_ID, secretKey = SECRET_KEY, ...tamper }: Tamper) => {
    const address = `${url}/admin?env=conformance-env`
    const headers = { 'content-type': 'application/json', host: new URL(url).host }
    const timestamp = tamper.timestamp ?? Math.floor(Date.now() / 1000)
    const signed = sign({
      secretId,
      secretKey,
      method: 'post',
      url: address,
      headers,
      params: BODY,
      withSignedParams: true,
      timestamp,
    })
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: tamper.authorization ?? signed.authorization,
        'x-timestamp': String(timestamp),
      },
      body: JSON.stringify(tamper.body ?? BODY),
    })
    return { status: response.status, ...((await response.json()) as { code?: string; data?: { total: number } }) }
  }

  test('a signed call is answered, every other is refused with HTTP 200 and a code', async () => {
    const { url } = await start(folder())
    const seconds = Math.floor(Date.now() / 1000)
    expect(await call(url, {})).toMatchObject({ status: 200, data: { total: 0 } })
    const refused: [string, Tamper][] = [
      ['another key', { secretKey: 'guessed' }],
      ['another id', { secretId: 'someone' }],
      ['a changed body', { body: { ...BODY, collectionName: 'conformance_unique' } }],
      ['a parameter added', { body: { ...BODY, query: '{}' } }],
      ['no signature at all', { authorization: '' }],
      ['nonsense', { authorization: 'TC3-HMAC-SHA256 nonsense' }],
      ['a signature of long ago', { timestamp: seconds - 16 * 60 }],
      ['a signature of the future', { timestamp: seconds + 16 * 60 }],
    ]
    for (const [name, tamper] of refused) {
      expect([name, await call(url, tamper)]).toEqual([
        name,
        expect.objectContaining({ status: 200, code: 'SIGN_PARAM_INVALID' }),
      ])
    }
  })

  test('a body that is not JSON is refused', async () => {
    const { url } = await start(folder())
    const answer = await (await fetch(`${url}/admin`, { method: 'POST', body: 'not json' })).json()
    expect(answer).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) })
  })
})

describe('through the SDK', () => {
  let app: Sdk
  let host: Host
  let dir: string
  // The SDK reads its environment once: one address for this whole file's SDK cases.
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'wire-'))
    host = await spawnHost(dir)
    app = pointSdkAt(host.url)
  })
  afterAll(async () => {
    await host.stop()
    rmSync(dir, { recursive: true, force: true })
  })

  test('a collection nobody made does not exist, to any action', async () => {
    const none = app.database().collection('nowhere')
    const missing = 'DATABASE_COLLECTION_NOT_EXIST'
    for (const attempt of [
      none.get(),
      none.count(),
      none.add({}),
      none.doc('a').set({ a: 1 }),
      none.doc('a').remove(),
      none.where({}).update({ a: 1 }),
      none.aggregate().end(),
    ]) {
      expect(await code(attempt)).toBe(missing)
    }
  })
  test('createCollection makes it, once', async () => {
    const db = app.database()
    await db.createCollection('made')
    await db.collection('made').add({ _id: 'x' })
    expect((await db.collection('made').count()).total).toBe(1)
    expect(await code(db.createCollection('made'))).not.toBe('no error')
  })
  test('an unknown operator is refused, not ignored', async () => {
    const plain = app.database().collection('conformance_plain')
    await plain.add({ _id: 'x', n: 1 })
    expect(await code(plain.where({ n: { $nonsense: 1 } }).get())).toBe('DATABASE_REQUEST_FAILED')
    expect(await code(plain.where({ n: { $nonsense: 1 } }).remove())).toBe('DATABASE_REQUEST_FAILED')
    expect((await plain.count()).total).toBe(1)
  })
  test('code in a query never runs', async () => {
    const plain = app.database().collection('conformance_plain')
    expect(await code(plain.where({ $where: 'true' }).get())).toBe('DATABASE_REQUEST_FAILED')
  })
  test('a field name that begins with $ is refused', async () => {
    expect(await code(app.database().collection('conformance_plain').add({ $set: 1 }))).toBe('DATABASE_REQUEST_FAILED')
  })
})

/** Calls the wire with the suite's key, without the SDK: several hosts in one test have several addresses. */
const send = async (
  url: string,
  action: string,
  params: object,
): Promise<{ code?: string; data: Record<string, unknown> }> => {
  const address = `${url}/admin?env=conformance-env`
  const headers = { 'content-type': 'application/json', host: new URL(url).host }
  const body = { action, collectionName: 'conformance_plain', ...params }
  const signed = sign({
    secretId: SECRET_ID,
    secretKey: SECRET_KEY,
    method: 'post',
    url: address,
    headers,
    params: body,
    withSignedParams: true,
    timestamp: Math.floor(Date.now() / 1000),
  })
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, authorization: signed.authorization, 'x-timestamp': String(signed.timestamp) },
    body: JSON.stringify(body),
  })
  return (await response.json()) as { code?: string; data: Record<string, unknown> }
}

describe('a killed process', () => {
  test('loses nothing acknowledged and keeps nothing uncommitted', async () => {
    const dir = folder()
    const acknowledged = new Set<string>()
    for (let round = 0; round < 5; round++) {
      const host = await start(dir)
      const before = ((await send(host.url, 'database.getDocument', { limit: 1000 })).data.list as string[]).map(
        (text) => JSON.parse(text)._id,
      )
      for (const id of acknowledged) expect(before).toContain(id)
      expect(before).not.toContain('uncommitted')
      const { transactionId } = (await send(host.url, 'database.startTransaction', {})) as unknown as {
        transactionId: string
      }
      await send(host.url, 'database.insertDocument', { transactionId, data: ['{"_id":"uncommitted"}'] })
      const writes = Array.from({ length: 60 }, async (_, i) => {
        const _id = `${round}-${i}`
        const answer = await send(host.url, 'database.insertDocument', { data: [JSON.stringify({ _id })] })
        if (!answer.code) acknowledged.add(_id)
        if (acknowledged.size >= round * 20 + 20) await host.stop('SIGKILL')
      })
      await Promise.allSettled(writes)
      await host.stop('SIGKILL')
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(100)
  })
})

describe('a data folder that cannot be used', () => {
  const failure = (dir: string) =>
    spawnHost(dir).then(
      (host) => host.stop().then(() => 'it started'),
      (error: Error) => error.message,
    )

  test('a second host on one folder is refused', async () => {
    const dir = folder()
    await start(dir)
    expect(await failure(dir)).toMatch(/数据文件夹 .* 不能用：另一个主机正在使用它/)
  })
  test('a file where the folder should be', async () => {
    const path = join(folder(), 'file')
    writeFileSync(path, '')
    expect(await failure(path)).toMatch(/数据文件夹 .* 不能用/)
  })
  test('a database file that is something else', async () => {
    const dir = folder()
    writeFileSync(join(dir, 'database.sqlite'), 'not a database '.repeat(1000))
    expect(await failure(dir)).toMatch(/数据库文件已损坏/)
  })
  test('a folder where the database file should be', async () => {
    const dir = folder()
    mkdirSync(join(dir, 'database.sqlite'))
    expect(await failure(dir)).toMatch(/数据库文件打不开/)
  })
  test('no room left while running: refused cleanly, what was stored stays, and the host goes on', async () => {
    // A limit on file size is what a full disk is to SQLite: a write that comes back short.
    const dir = folder()
    const host = await start(dir, "trap '' XFSZ; ulimit -f 1024;")
    const pad = 'x'.repeat(100_000)
    let stored = 0
    let refusal: string | undefined
    while (refusal === undefined && stored < 100) {
      refusal = (
        await send(host.url, 'database.insertDocument', { data: [JSON.stringify({ _id: `d${stored}`, pad })] })
      ).code
      if (refusal === undefined) stored++
    }
    expect(refusal).toBe('SYS_ERR')
    expect(stored).toBeGreaterThan(0)
    expect((await send(host.url, 'database.calculateDocument', {})).data).toEqual({ total: stored })
    await host.stop('SIGKILL')
    const again = await start(dir)
    expect((await send(again.url, 'database.calculateDocument', {})).data).toEqual({ total: stored })
  })
})
