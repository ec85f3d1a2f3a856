import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeProject, type RunningHost, startHost, type TestProject } from './startHost'

let project: TestProject
let host: RunningHost
beforeAll(async () => {
  project = await makeProject()
  host = await startHost(project)
})
afterAll(async () => {
  await host.stop('SIGTERM')
  project.remove()
})

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const upload = (name: string, text: string) =>
  host.call({ do: 'upload', name, value: base64(text) }) as Promise<{ fileID: string }>
const download = async (fileID: string): Promise<string> =>
  Buffer.from((await host.call({ do: 'download', name: fileID })) as string, 'base64').toString()
type Links = { fileList: { code: string; tempFileURL: string; fileID: string }[] }
const link = async (fileID: string, ms?: number) =>
  ((await host.call({ do: 'link', name: fileID, ms })) as Links).fileList[0]!
type Metadata = { data: { url: string; authorization: string; fileId: string } }
const metadata = async (name: string) => ((await host.call({ do: 'metadata', name })) as Metadata).data
const put = (url: string, body: string | Buffer<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(url, { method: 'PUT', body, headers })
const stored = (): number => readdirSync(join(project.folder, '.data/files')).length

describe('storage through the SDK', () => {
  it('stores, hands out and downloads, under a Chinese name too', async () => {
    const { fileID } = await upload('证件/身份证 正面.jpg', 'picture')
    expect(fileID).toBe('cloud://test-env.local-test-env/证件/身份证 正面.jpg')
    expect(await download(fileID)).toBe('picture')
    const { tempFileURL } = await link(fileID)
    expect(tempFileURL).toMatch(/^[\x21-\x7e]+$/)
    const response = await fetch(tempFileURL)
    expect([await response.text(), response.headers.get('content-type')]).toEqual(['picture', 'image/jpeg'])
    expect((await fetch(tempFileURL, { method: 'HEAD' })).headers.get('content-length')).toBe('7')
  })

  it('replaces, copies and deletes', async () => {
    const { fileID } = await upload('a/b.txt', 'one')
    await upload('a/b.txt', 'two')
    expect(await download(fileID)).toBe('two')
    await host.call({ do: 'copy', name: 'a/b.txt', value: 'c/b.txt' })
    expect(await host.call({ do: 'remove', name: fileID })).toMatchObject({ fileList: [{ fileID, code: 'SUCCESS' }] })
    expect(await host.call({ do: 'remove', name: fileID })).toMatchObject({
      fileList: [{ code: 'STORAGE_FILE_NONEXIST' }],
    })
    expect((await link(fileID)).code).toBe('STORAGE_FILE_NONEXIST')
    expect(await download(fileID.replace('a/b', 'c/b'))).toBe('two')
  })

  it('keeps a folder and a file of the same name apart', async () => {
    const [file, inside] = [await upload('same', 'file'), await upload('same/inside', 'deeper')]
    expect([await download(file.fileID), await download(inside.fileID)]).toEqual(['file', 'deeper'])
  })

  it.each(['../out', 'a/../../out', '/absolute', 'a//b', 'a/./b', '', 'a\u0000b', 'x'.repeat(851)])(
    'refuses the path %j',
    async (name) => {
      await expect(host.call({ do: 'metadata', name })).rejects.toThrow('invalid cloud path')
    },
  )

  it("knows no other environment's file ids", async () => {
    await upload('mine.txt', 'mine')
    expect((await link('cloud://other-env.local-other-env/mine.txt')).code).toBe('STORAGE_FILE_NONEXIST')
  })
})

describe('storage URLs', () => {
  it('take an upload only with its own authorization, before it expires', async () => {
    const mine = await metadata('signed.txt')
    const other = await metadata('other.txt')
    const before = stored()
    expect((await put(mine.url, 'x', {})).status).toBe(403)
    expect((await put(mine.url, 'x', { authorization: other.authorization })).status).toBe(403)
    const [expires, signature] = mine.authorization.split('.')
    expect((await put(mine.url, 'x', { authorization: `${Number(expires) + 1}.${signature}` })).status).toBe(403)
    expect(stored()).toBe(before)
    expect((await put(mine.url, 'x', { authorization: mine.authorization })).status).toBe(200)
    await host.post('/local/clock', { advanceMs: 16 * 60_000 })
    expect((await put(mine.url, 'x', { authorization: mine.authorization })).status).toBe(403)
  })

  it('allow a download only as signed and only for its time', async () => {
    const { fileID } = await upload('secret.txt', 'secret')
    const { tempFileURL } = await link(fileID, 60_000)
    const forged = new URL(tempFileURL)
    forged.searchParams.set('t', String(Number(forged.searchParams.get('t')) + 3600))
    const another = tempFileURL.replace(/storage\/[\w-]+/, `storage/${Buffer.from('signed.txt').toString('base64url')}`)
    const bare = tempFileURL.split('?')[0]!
    for (const url of [forged, another, bare]) expect((await fetch(url)).status).toBe(403)
    expect((await fetch(tempFileURL)).status).toBe(200)
    await host.post('/local/clock', { advanceMs: 59_000 })
    expect((await fetch(tempFileURL)).status).toBe(200)
    await host.post('/local/clock', { advanceMs: 3_000 })
    expect((await fetch(tempFileURL)).status).toBe(403)
  })

  it('of an upload do not open a download', async () => {
    const { url, authorization } = await metadata('signed.txt')
    expect((await fetch(url, { headers: { authorization } })).status).toBe(403)
  })

  it('leave nothing of an upload that is too large or cut off', async () => {
    const before = stored()
    const large = await metadata('large.bin')
    const refused = await put(large.url, Buffer.alloc(21 << 20), { authorization: large.authorization })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('EntityTooLarge')])
    expect((await link(large.fileId)).code).toBe('STORAGE_FILE_NONEXIST')

    const cut = await metadata('cut.bin')
    const aborter = new AbortController()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(1 << 16)),
      pull: () => aborter.abort(),
    })
    const request = {
      method: 'PUT',
      body,
      duplex: 'half',
      signal: aborter.signal,
      headers: { authorization: cut.authorization },
    }
    await expect(fetch(cut.url, request as RequestInit)).rejects.toThrow('aborted')
    expect((await link(cut.fileId)).code).toBe('STORAGE_FILE_NONEXIST')
    expect(stored()).toBe(before)
  })
})
