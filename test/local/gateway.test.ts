import { appendFileSync, readFileSync } from 'node:fs'
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

const openid = 'oLocalResident-weixiaohong-0'
const message = (change: object = {}): object => ({
  touser: openid,
  template_id: 'accepted',
  page: 'pages/case/index?id=1',
  data: { thing1: { value: '居民新装' }, time2: { value: '2026年11月23日 10:00' }, phrase3: { value: '已受理' } },
  ...change,
})
const send = (data: object, name = 'echo') =>
  host.call({ do: 'wx', name: 'subscribeMessage.send', data }, undefined, name)
const pushes = async () => (await host.json('/local/wechat.json')).messages as Record<string, unknown>[]

describe('subscribeMessage.send', () => {
  it('records what it was sent, with the time of the host clock', async () => {
    const set = Date.UTC(2026, 11, 1)
    await host.post('/local/clock', { set })
    expect(await send(message())).toEqual({ errcode: 0, errmsg: 'ok' })
    const push = (await pushes()).at(-1)!
    expect(push).toEqual({
      at: expect.any(Number),
      openid,
      templateId: 'accepted',
      page: 'pages/case/index?id=1',
      data: { thing1: '居民新装', time2: '2026年11月23日 10:00', phrase3: '已受理' },
      errcode: 0,
    })
    expect((push.at as number) - set).toBeLessThan(600_000)
  })

  it('answers 43101 once after a refusal, for that person only', async () => {
    await host.post('/local/wechat/refuse', { openid })
    expect(await send(message({ touser: 'oLocalManager-liqiang------0' }))).toMatchObject({ errcode: 0 })
    expect(await send(message())).toMatchObject({ errcode: 43101 })
    expect(await send(message())).toMatchObject({ errcode: 0 })
    expect((await pushes()).map(({ errcode }) => errcode).slice(-3)).toEqual([0, 43101, 0])
  })

  it.each([
    [40003, { touser: '' }],
    [40003, { touser: 'somebody' }],
    [40037, { template_id: '' }],
    [47003, { data: {} }],
    [47003, { data: { thing1: {} } }],
    [47003, { data: { thing1: { value: '' } } }],
    [47003, { data: { thing1: { value: '字'.repeat(21) } } }],
    [47003, { data: { phrase1: { value: '六个汉字太长' } } }],
    [47003, { data: { phrase1: { value: 'abc' } } }],
    [47003, { data: { number1: { value: '三' } } }],
    [47003, { data: { time1: { value: '今天' } } }],
    [47003, { data: { anything1: { value: 'x' } } }],
    [47003, { data: { thing: { value: 'x' } } }],
  ])('answers %i for %j and records nothing', async (errcode, change) => {
    const before = (await pushes()).length
    expect(await send(message(change))).toMatchObject({ errcode })
    expect((await pushes()).length).toBe(before)
  })

  it('is refused to a function that does not declare it', async () => {
    expect(await send(message(), 'plain')).toMatchObject({ errcode: -604101 })
    expect(await host.call({ do: 'wx', name: 'wxacode.get', data: {} })).toMatchObject({ errcode: -604101 })
  })

  it('shows on the page, escaped, under the name of the person', async () => {
    await send(message({ data: { thing1: { value: '<b>1</b>' } } }))
    const html = await (await fetch(`${host.url}/local/wechat`)).text()
    expect(html).toContain('本机模拟')
    expect(html).toContain('居民 韦小红')
    expect(html).toContain('&lt;b&gt;1&lt;/b&gt;')
  })

  it('survives the host, and a line cut by a crash is dropped', async () => {
    const before = await pushes()
    await host.stop('SIGKILL')
    appendFileSync(join(project.folder, '.data/pushes.jsonl'), '{"at":1,"openid":"o')
    host = await startHost(project)
    expect(await pushes()).toEqual(before)
    await send(message())
    expect(readFileSync(join(project.folder, '.data/pushes.jsonl'), 'utf8').trim().split('\n').length).toBe(
      before.length + 1,
    )
  })
})

describe('ocr.printedText', () => {
  const read = (data: object, name = 'echo') => host.call({ do: 'wx', name: 'ocr.printedText', data }, undefined, name)
  const stored = async (name: string, content: Buffer): Promise<string> => {
    const { fileID } = (await host.call({ do: 'upload', name, value: content.toString('base64') })) as {
      fileID: string
    }
    const { fileList } = (await host.call({ do: 'link', name: fileID })) as { fileList: { tempFileURL: string }[] }
    return fileList[0]!.tempFileURL
  }

  it('reads a stored picture with the engine of this machine', async () => {
    const img_url = await stored('paper.jpg', readFileSync(join(__dirname, '../fixtures/papers/id-wei.jpg')))
    const answer = (await read({ img_url })) as {
      items: { text: string; pos: object }[]
      img_size: { w: number; h: number }
    }
    expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(answer.img_size.w * answer.img_size.h).toBeGreaterThan(0)
    const text = answer.items
      .map((item) => item.text)
      .join('')
      .replace(/\s/g, '')
    expect(text).toContain('公民身份号码')
    // Exactly what WeChat documents: nothing of how sure the engine is.
    const corner = { x: expect.any(Number), y: expect.any(Number) }
    const pos = { left_top: corner, right_top: corner, right_bottom: corner, left_bottom: corner }
    for (const item of answer.items) expect(item).toEqual({ text: expect.any(String), pos })
  })

  it('refuses what is no picture of this storage, too large or unreadable', async () => {
    const other = 'http://127.0.0.1:1/x.jpg'
    for (const data of [{}, { img_url: other }, { img_url: `${host.url}/local` }])
      expect(await read(data)).toMatchObject({ errcode: 101000 })
    expect(await read({ img_url: await stored('text.jpg', Buffer.from('not a picture')) })).toMatchObject({
      errcode: 101000,
    })
    const large = await stored('large.jpg', Buffer.alloc((2 << 20) + 1))
    expect(await read({ img_url: large })).toMatchObject({ errcode: 40006 })
    expect(await read({}, 'plain')).toMatchObject({ errcode: -604101 })
  })

  it('answers 101002 when the quota is used up', async () => {
    const img_url = await stored('any.jpg', Buffer.from('any'))
    await host.post('/local/wechat/ocr-quota', { left: 0 })
    expect(await read({ img_url })).toMatchObject({ errcode: 101002 })
  })
})
