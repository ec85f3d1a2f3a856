import path from 'node:path'
import { makeProject, type TestProject } from '../local/startHost'
import { launchBrowser } from '../support/chromium'
import { HostCallError, startHost, type TestHost } from '../support/host'
import { newPhone } from '../support/phone'
import { launchWeapp } from '../support/weapp/launchWeapp'

let project: TestProject
let host: TestHost

beforeAll(async () => {
  project = await makeProject([{ name: 'yearly', config: '0 0 0 1 1 * *' }])
  host = await startHost({ flags: ['--project', project.folder, '--functions', 'functions', '--web', 'web'] })
})
afterAll(async () => {
  await host.stop()
  project.remove()
})

test('a host is called as a persona, and a refusal carries its status and code', async () => {
  const { token, openid } = await host.login('resident')
  expect(await host.call('echo', { do: 'identity' }, token)).toMatchObject({ perCall: openid })
  await expect(host.call('echo', {}, 'nobody')).rejects.toMatchObject({ status: 401, code: 'INVALID_ACCESS_TOKEN' })
  await expect(host.call('echo', {}, 'nobody')).rejects.toBeInstanceOf(HostCallError)
})

test('its clock moves the functions, its timers fire, and killed it comes back on the same address with its data', async () => {
  const { token } = await host.login('resident')
  await host.clock.set(Date.UTC(2026, 3, 1))
  await host.clock.advance(60_000)
  const { now } = (await host.call('echo', { do: 'now' }, token)) as { now: number }
  expect(Math.abs(now - Date.UTC(2026, 3, 1, 0, 1))).toBeLessThan(600_000)
  await host.timer('echo')
  const { url, pid } = host
  await host.restart()
  expect(host.url).toBe(url)
  expect(host.pid).not.toBe(pid)
  const again = await host.login('resident')
  expect(await host.call('echo', { do: 'list' }, again.token)).toEqual([expect.objectContaining({ fired: 'yearly' })])
  expect(await host.wechat()).toEqual([])
})

test('a phone signs in on its page, and a mini-program reaches its functions as the same person', async () => {
  const browser = await launchBrowser()
  try {
    const phone = await newPhone(browser, { hostUrl: host.url, persona: 'resident' })
    await phone.page.waitForURL((url) => !url.pathname.startsWith('/local'))
    const session = await phone.page.evaluate(() => sessionStorage.getItem('onecert.session'))
    const { token } = JSON.parse(session!) as { token: string }
    expect(await phone.page.title()).toBe('网页')
    const dist = path.join(__dirname, '../weapp-host/fixture')
    const app = await launchWeapp(browser, { dist, hostUrl: host.url, token })
    await app.page.getByLabel('姓名').fill('韦小红')
    await app.page.getByRole('switch').tap()
    await app.tapText('提交')
    await app.waitForPage('pages/result/result')
    const { openid } = await host.login('resident')
    expect(await app.text(/^韦小红/).textContent()).toContain(`"openId":"${openid}"`)
    expect([...phone.errors, ...app.errors]).toEqual([])
  } finally {
    await browser.close()
  }
})
