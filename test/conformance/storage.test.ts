import { randomBytes } from 'node:crypto'
import { startTarget, type Target } from './host'

/** Upload, download, temporary addresses, copy, delete, as the SDK does them. */
let target: Target
const folder = `conformance/${randomBytes(6).toString('hex')}`
const upload = async (name: string, fileContent: Buffer) =>
  (await target.app.uploadFile({ cloudPath: `${folder}/${name}`, fileContent })).fileID
const download = async (fileID: string) => (await target.app.downloadFile({ fileID })).fileContent as Buffer
const code = (of: Promise<unknown>) =>
  of.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )
const addressOf = async (fileID: string, maxAge = 60) =>
  (await target.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0] as {
    code: string
    tempFileURL: string
  }

beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.stop())

const FILES: [string, string, Buffer][] = [
  ['some bytes', 'photo.jpg', Buffer.from([0xff, 0xd8, 0, 1, 2, 255])],
  ['an empty file', 'empty.bin', Buffer.alloc(0)],
  ['text in Chinese', '说明.txt', Buffer.from('一证办电')],
  ['a name with a blank', 'two words.txt', Buffer.from('x')],
  ['two megabytes', 'large.bin', randomBytes(2 * 1024 * 1024)],
]
test.each(FILES)('%s comes back byte for byte', async (_name, path, content) => {
  const fileID = await upload(path, content)
  expect(fileID).toMatch(/^cloud:\/\/.+/)
  expect(fileID.endsWith(`${folder}/${path}`)).toBe(true)
  expect(Buffer.compare(await download(fileID), content)).toBe(0)
})

test('a path used again is overwritten', async () => {
  await upload('again.txt', Buffer.from('first'))
  const fileID = await upload('again.txt', Buffer.from('second'))
  expect((await download(fileID)).toString()).toBe('second')
})

test('a temporary address answers the file to anyone who has it', async () => {
  const fileID = await upload('open.txt', Buffer.from('open'))
  const { code: answer, tempFileURL } = await addressOf(fileID)
  expect(answer).toBe('SUCCESS')
  expect(await (await fetch(tempFileURL)).text()).toBe('open')
})

test('a temporary address ends', async () => {
  if (!target.local) return
  const { tempFileURL } = await addressOf(await upload('brief.txt', Buffer.from('brief')), 60)
  await target.advance(62_000)
  expect((await fetch(tempFileURL)).status).toBe(403)
})

test('an address without its signature, or for another file, is refused', async () => {
  const { tempFileURL } = await addressOf(await upload('mine.txt', Buffer.from('mine')))
  const bare = new URL(tempFileURL)
  bare.search = ''
  expect((await fetch(bare)).status).toBe(403)
  const { tempFileURL: other } = await addressOf(await upload('other.txt', Buffer.from('other')))
  const forged = new URL(other)
  forged.search = new URL(tempFileURL).search
  expect((await fetch(forged)).status).toBe(403)
})

test('several at once; each answers for itself', async () => {
  const fileID = await upload('there.txt', Buffer.from('there'))
  const missing = fileID.replace('there.txt', 'missing.txt')
  const { fileList } = await target.app.getTempFileURL({ fileList: [fileID, missing] })
  expect(fileList.map((file) => (file as { code: string }).code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST'])
})

test('a file that is not there cannot be downloaded', async () => {
  const fileID = (await upload('there.txt', Buffer.from('x'))).replace('there.txt', 'never.txt')
  expect(await code(download(fileID))).toBe('STORAGE_FILE_NONEXIST')
})

test('a deleted file is gone', async () => {
  const fileID = await upload('gone.txt', Buffer.from('x'))
  const { fileList } = await target.app.deleteFile({ fileList: [fileID] })
  expect(fileList).toMatchObject([{ fileID, code: 'SUCCESS' }])
  expect(await code(download(fileID))).toBe('STORAGE_FILE_NONEXIST')
})

describe('copy', () => {
  const copy = (srcPath: string, dstPath: string, options: { overwrite?: boolean; removeOriginal?: boolean } = {}) =>
    target.app.copyFile({
      fileList: [{ srcPath: `${folder}/${srcPath}`, dstPath: `${folder}/${dstPath}`, ...options }],
    })

  test('leaves the original', async () => {
    const fileID = await upload('from/1.txt', Buffer.from('copied'))
    await copy('from/1.txt', 'to/1.txt')
    expect((await download(fileID.replace('/from/', '/to/'))).toString()).toBe('copied')
    expect((await download(fileID)).toString()).toBe('copied')
  })
  test('takes the original away when asked', async () => {
    const fileID = await upload('from/2.txt', Buffer.from('moved'))
    await copy('from/2.txt', 'to/2.txt', { removeOriginal: true })
    expect((await download(fileID.replace('/from/', '/to/'))).toString()).toBe('moved')
    expect(await code(download(fileID))).toBe('STORAGE_FILE_NONEXIST')
  })
  test('does not overwrite when told not to', async () => {
    await upload('from/3.txt', Buffer.from('new'))
    const fileID = await upload('to/3.txt', Buffer.from('kept'))
    await copy('from/3.txt', 'to/3.txt', { overwrite: false })
    expect((await download(fileID)).toString()).toBe('kept')
  })
  test('of nothing fails', async () => {
    const { fileList } = await copy('from/none.txt', 'to/none.txt')
    expect(fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })
  test('to another file name is refused by the SDK itself', async () => {
    expect(await code(copy('from/1.txt', 'to/other.txt'))).toBe('INVALID_PARAM')
  })
})
