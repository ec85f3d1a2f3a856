import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { functions } from '../../cloudbaserc.json'
import { Driver, type Session } from '../support/driver'
import { hostilePdfs, SLOWEST_FILE } from './support/hostilePdfs'
import { onePage } from './support/makePdf'

/**
 * What people, and people who mean harm, send as a PDF. Each file goes the whole way: reserved, put into storage, confirmed by the
 * function that draws its pages. What is kept must be plain pictures; nothing a file does may outlive its own call.
 */
let driver: Driver
beforeAll(async () => {
  driver = await Driver.start()
})
afterAll(() => driver?.stop())

/** Puts the bytes as whoever means harm would: what was announced is a small file. */
async function putAs(session: Session, bytes: Buffer): Promise<string> {
  const { picture, url, headers } = await session.call('applicant', 'startUpload', {
    purpose: 'property',
    contentType: 'application/pdf',
    bytes: 1000,
  })
  await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  return picture
}

/** The most memory, in bytes, each process of the function has ever held (Linux's own count, threads and all). */
function peaksOf(name: string): number[] {
  const peaks: number[] = []
  for (const process of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${process}/status`, 'utf8')
      const isOurs = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === driver.host.pid
      if (isOurs && readFileSync(`/proc/${process}/cmdline`, 'utf8').includes(`/${name}/index.js`))
        peaks.push(1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(status)![1]))
    } catch {
      // It ended while we looked.
    }
  }
  return peaks
}

const REMEDY = /拍照|截图|没有密码的文件|另存/

test('a hundred and fifty hostile PDFs: only plain pictures get in, memory is bounded, an ordinary upload right after works', async () => {
  const files = await hostilePdfs()
  expect(files.length).toBeGreaterThanOrEqual(150)
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  const resident = await driver.as('resident')
  const neighbour = await driver.as('neighbour')
  const wrong: string[] = []
  for (const { name, bytes, expected } of files.filter((file) => file.name !== SLOWEST_FILE)) {
    const picture = await putAs(resident, bytes)
    const answer = await resident.ask('documents', 'confirmUpload', { picture })
    const code = answer.ok ? 'ok' : answer.error.code
    if (!expected.includes(code)) wrong.push(`${name}: ${code}, not ${expected.join(' or ')}`)
    if (!answer.ok && !REMEDY.test(answer.error.message)) wrong.push(`${name}: no remedy in “${answer.error.message}”`)
    if (answer.ok) {
      for (const page of (answer.data as { pictures: { url: string; width: number; height: number }[] }).pictures) {
        const kept = Buffer.from(await (await fetch(page.url)).arrayBuffer())
        const { format, width, height, exif, xmp, iptc } = await sharp(kept).metadata()
        if (format !== 'jpeg' || exif || xmp || iptc || kept.includes('SECRET'))
          wrong.push(`${name}: kept as ${format}`)
        if (width !== page.width || height !== page.height || width * height > 6_000_000)
          wrong.push(`${name}: kept at ${width} × ${height}`)
      }
    }
    // Not even a reader was started for it.
    if (code === 'PDF_NOT_PDF') continue
    const after = await neighbour.codeOf('documents', 'confirmUpload', { picture: await putAs(neighbour, onePage()) })
    if (after !== 'ok') wrong.push(`an ordinary PDF right after ${name}: ${after}`)
  }
  expect(wrong).toEqual([])
  const peaks = peaksOf('documents')
  const { memorySize } = functions.find(({ name }) => name === 'documents')!
  expect(peaks.length).toBeGreaterThan(0)
  expect(Math.max(...peaks)).toBeLessThan(memorySize * 1024 * 1024)
  expect(await resident.codeOf('applicant', 'home', {})).toBe('ok')
})

test('a file that never ends is ended in time, and keeps nobody else waiting', async () => {
  const endless = (await hostilePdfs()).find(({ name }) => name === SLOWEST_FILE)!
  const [resident, neighbour] = await Promise.all([driver.as('resident'), driver.as('neighbour')])
  const picture = await putAs(resident, endless.bytes)
  let ended = false
  const asked = resident.codeOf('documents', 'confirmUpload', { picture }).finally(() => {
    ended = true
  })
  expect(await neighbour.uploadPdf(onePage())).toHaveLength(1)
  expect(await neighbour.upload('not-a-paper.jpg', 'property')).toBeTruthy()
  expect(ended).toBe(false)
  // By the reader's own limit: a function ended by the platform would answer no code of ours.
  expect(endless.expected).toContain(await asked)
})

test('whatever became of them, nothing of abandoned PDFs is left after three days', async () => {
  expect(driver.files().length).toBeGreaterThan(100)
  await driver.host.clock.advance(3 * 24 * 3_600_000 + 60_000)
  for (let round = 0; round < 20 && driver.files().length > 0; round += 1) await driver.sweep()
  expect(driver.files()).toEqual([])
  const { pictures } = driver.documents()
  expect(pictures ?? []).toEqual([])
})
