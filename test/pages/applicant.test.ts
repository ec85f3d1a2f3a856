import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Draft } from '@shared/contract/application'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { startHost, type TestHost } from '../support/host'
import { newPhone, type Phone, typeInto } from '../support/phone'
import { shot } from '../support/shots'

/** What the applicant's pages promise about bad input and bad luck, on the built web page with the real host behind it. */
const PAPERS = path.resolve(__dirname, '../fixtures/papers')
const folder = mkdtempSync(path.join(tmpdir(), 'applicant-'))
let browser: Browser
let host: TestHost
const phones: Phone[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  host = await startHost({ flags: ['--import', 'local/seed/people.json'] })
})
afterEach(async () => {
  const errors = phones.flatMap((phone) => phone.errors)
  await Promise.all(phones.splice(0).map((phone) => phone.close()))
  expect(errors).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await host.stop()
  rmSync(folder, { recursive: true })
})

/** A new phone of this person, with no application begun unless `continuing`. */
async function open(persona: string, { continuing = false } = {}): Promise<Page> {
  if (!continuing) {
    const { token } = await host.login(persona)
    await host.call('applicant', { action: 'discardDraft', input: {} }, token)
  }
  const phone = await newPhone(browser, { hostUrl: host.url, persona })
  phones.push(phone)
  await phone.page.getByRole('button', { name: '我要用电' }).waitFor()
  return phone.page
}

async function choose(page: Page, file: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '从相册选' }).click(),
  ])
  await chooser.setFiles(file)
}

/** As far as the signature, with name and number typed. */
async function fillIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  await page.getByRole('button', { name: /手工填写/ }).click()
  await typeInto(page.getByLabel(/^姓名/), '黄丽萍')
  await typeInto(page.getByLabel(/^身份证号/), '450221198612061043')
  await page.getByRole('button', { name: /^下一步/ }).click()
  await typeInto(page.getByLabel(/^用电地址/), '柳州市鱼峰区荣军路3号')
  await page.getByRole('radio', { name: '鱼峰区', exact: true, checked: true }).waitFor()
  await page.getByRole('radio', { name: /^家里用/ }).click()
  await typeInto(page.getByLabel(/^联系电话/), '13800000000')
  await page.getByText('现在申请，最晚通电').waitFor()
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^下一步：核对签名/ }).click()
  await draw(page)
}

async function draw(page: Page): Promise<void> {
  const pad = page.locator('canvas')
  await pad.scrollIntoViewIfNeeded()
  // Hovering waits until the page has stopped sliding in.
  await pad.hover({ position: { x: 60, y: 60 } })
  const box = (await pad.boundingBox())!
  await page.mouse.down()
  await page.mouse.move(box.x + 220, box.y + 120, { steps: 5 })
  await page.mouse.up()
}

const casesOf = async (persona: string): Promise<unknown[]> => {
  const { token } = await host.login(persona)
  const answer = (await host.call('applicant', { action: 'home', input: {} }, token)) as {
    data: { cases: { rows: unknown[] } }
  }
  return answer.data.cases.rows
}

const submitButton = (page: Page) => page.getByRole('button', { name: '提交申请' })

test('a page that slides in never widens the screen: nothing pans aside under a finger', async () => {
  const page = await open('resident')
  await page.evaluate(() => {
    const widths = new Set<number>()
    Object.assign(window, { widths })
    const look = () => {
      widths.add(innerWidth).add(document.documentElement.scrollWidth)
      requestAnimationFrame(look)
    }
    look()
  })
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').waitFor()
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  expect(await page.evaluate(() => [...(window as unknown as { widths: Set<number> }).widths])).toEqual([375])
})

const savedWithIdentity = (sent: string | null) => {
  const { draft } = (JSON.parse(sent ?? '{}') as { input?: { draft?: Draft } }).input ?? {}
  return (draft?.identity?.pictures?.length ?? 0) > 0
}

test('a deed and a paper nobody knows, in one go: one proves the place, the other what the person says it is', async () => {
  const page = await open('neighbour')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  await choose(page, [drawn('houseCertificate').file, path.join(PAPERS, 'not-a-paper.jpg')])
  await page.getByText(/^房产证收好了/).waitFor()
  const saved = page.waitForRequest((request) => savedWithIdentity(request.postData()))
  await page.getByRole('radio', { name: '身份证明' }).click()
  const { draft } = (JSON.parse((await saved).postData()!) as { input: { draft: Draft } }).input
  expect(draft.identity?.pictures).toHaveLength(1)
  expect(draft.property?.pictures).toHaveLength(1)
  expect(draft.identity?.pictures).not.toEqual(draft.property?.pictures)
})

test('a file that is no picture, an empty one and a broken one each say what to do', async () => {
  const page = await open('neighbour')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  for (const [name, bytes, says] of [
    ['note.txt', 'no picture', '这不是照片'],
    ['empty.jpg', '', '这张照片是空的'],
    ['broken.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), '照片打不开'],
  ] as const) {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    await choose(page, file)
    await page.getByRole('alert').filter({ hasText: says }).waitFor()
  }
})

test('the back of a card does not count as the certificate, and what is read next is not mixed with it', async () => {
  const page = await open('neighbour')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  await choose(page, path.join(PAPERS, 'id-wei-back.jpg'))
  await page.getByText('这是身份证的国徽面').waitFor()
  await choose(page, path.join(PAPERS, 'id-huang-turned.jpg'))
  await page.getByText('这是身份证的国徽面').waitFor({ state: 'hidden' })
  expect(await page.getByLabel(/^姓名/).inputValue()).toBe('黄丽萍')
  expect(await page.getByLabel(/^身份证号/).inputValue()).toBe('450221198612061043')
  // Photographed on its side, shown as it is read.
  const read = page.getByRole('img', { name: /^您拍的身份证/ }).first()
  const { width, height } = (await read.boundingBox())!
  expect(width).toBeGreaterThan(height)
  const name = (await read.locator('.photo__quad').first().boundingBox())!
  expect(name.width).toBeGreaterThan(name.height)
  await shot(page, 'paper-turned')
})

test('no camera before the consent', async () => {
  const page = await open('resident')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('button', { name: '拍照' }).click()
  await page.getByText('勾选同意后再继续').waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
})

test('the draft follows the person to another phone; a double tap and a lost answer make one case', async () => {
  const page = await open('shop')
  await fillIn(page)
  const saved = page.waitForResponse((response) => response.request().postData()?.includes('"saveDraft"') === true)
  await typeInto(page.getByLabel(/^联系电话/), '13800000001')
  await saved

  const other = await open('shop', { continuing: true })
  await other.getByRole('button', { name: '继续上次的申请' }).click()
  await other.getByLabel(/^用电地址/).waitFor()
  expect(await other.getByLabel(/^用电地址/).inputValue()).toBe('柳州市鱼峰区荣军路3号')
  expect(await other.getByLabel(/^联系电话/).inputValue()).toBe('13800000001')

  await sign(page)
  let swallowed = 0
  await page.route('**/v1/functions/applicant', async (route) => {
    if (route.request().postDataJSON().action !== 'submit' || swallowed >= 3) return route.fallback()
    swallowed += 1
    // The host answers, the phone never hears it.
    await route.fetch()
    await route.abort()
  })
  await submitButton(page).dblclick()
  await page.getByText('有网后会自动再试').waitFor()
  expect(swallowed).toBe(3)
  expect(await casesOf('shop')).toHaveLength(1)
  // The app is closed and opened again: the same command goes out again and finds its case.
  await page.goto(`${host.url}/?again#/pages/home/index`)
  await page.getByRole('button', { name: /小微企业用电|居民用电/ }).waitFor()
  await page.getByText('您的申请已存在手机里').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '继续上次的申请' }).waitFor({ state: 'hidden' })
  expect(await casesOf('shop')).toHaveLength(1)
})

test('without a network the page says so, keeps everything, and goes on when it is back', async () => {
  const page = await open('resident')
  await fillIn(page)
  await sign(page)
  await page.context().setOffline(true)
  // Pages left behind stay in the document, hidden.
  await page.getByText('现在没有网络。您填的内容都存着').filter({ visible: true }).first().waitFor()
  await submitButton(page).click()
  await page.getByText('连上网后再点一次').waitFor()
  await page.context().setOffline(false)
  await submitButton(page).click()
  await page.getByText('申请收到了').waitFor()
  expect(await casesOf('resident')).toHaveLength(1)
})

test('without a signature nothing is sent', async () => {
  const page = await open('neighbour')
  await fillIn(page)
  await typeInto(page.getByLabel(/^联系电话/), '1380000')
  await page.getByRole('button', { name: /^下一步：核对签名/ }).click()
  await page.getByText('还没填好：联系电话。').waitFor()
  await typeInto(page.getByLabel(/^联系电话/), '13800000000')
  await page.getByRole('button', { name: /^下一步：核对签名/ }).click()
  await submitButton(page).click()
  await page.getByText('还没有签名').waitFor()
  await draw(page)
  await page.getByText('还没有签名').waitFor({ state: 'hidden' })
  expect(await casesOf('neighbour')).toHaveLength(0)
})

/** A paper drawn for the test, as a phone would photograph it, and what stands on it. */
function drawn(paper: string): { file: string; fields: Record<string, string> } {
  const file = path.join(folder, `${paper}.jpg`)
  const script = path.join(__dirname, '../certificates/support/drawTo.ts')
  const fields = execFileSync(process.execPath, ['--import', 'tsx', script, file, '2', 'phone', paper], {
    encoding: 'utf8',
  })
  return { file, fields: JSON.parse(fields) }
}

test.each([
  ['householdRegister', '户口簿', '姓名', '身份证号', 'idNumber'],
  ['passport', '护照', '姓名', '证件号码', 'documentNumber'],
  ['militaryId', '军人证', '姓名', '证件号码', 'documentNumber'],
  ['socialBodyLicence', '社团法人执照', '单位名称', '统一社会信用代码', 'creditCode'],
  ['organizationCode', '组织机构代码证', '单位名称', '证件号码', 'documentNumber'],
])('%s instead of an identity card: recognised, name and number filled in', async (paper, title, name, number, key) => {
  const { file, fields } = drawn(paper)
  const page = await open('neighbour')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  await choose(page, file)
  await page.getByText('请核对一下').waitFor()
  await page
    .getByRole('img', { name: new RegExp(`^您拍的${title}`) })
    .first()
    .waitFor()
  expect(await page.getByLabel(new RegExp(`^${name}`)).inputValue()).toBe(fields.name)
  expect(await page.getByLabel(new RegExp(`^${number}`)).inputValue()).toBe(fields[key])
  await shot(page, `paper-${paper}`)
})

test('a paper that proves a house is not taken for somebody, is kept, and the page says what else to photograph', async () => {
  const page = await open('neighbour')
  await page.getByRole('button', { name: '我要用电' }).click()
  await page.getByRole('checkbox').click()
  await choose(page, drawn('houseCertificate').file)
  await page.getByText('房产证收好了，1张照片，和申请一起交。还要一张身份证或营业执照。').waitFor()
  await choose(page, path.join(PAPERS, 'id-wei.jpg'))
  await page.getByText('请核对一下').waitFor()
  expect(await page.getByLabel(/^姓名/).inputValue()).toBe('韦小红')
  await page.getByText('房产证收好了，1张照片，和申请一起交。', { exact: true }).waitFor()
  await page.getByText(/^证上的权利人是“/).waitFor()
  await page.getByRole('button', { name: '不交房产证' }).click()
  await page.getByText(/^房产证收好了/).waitFor({ state: 'detached' })
})
