import { readPdf } from '../../support/readPdf'
import { beginToApply, photographIdCard } from './applying'
import type { OpenDevice } from './devices'
import type { Person } from './Person'
import { stepsIn } from './steps'
import { Town } from './Town'
import { energize, fillVisitSheet } from './working'

const NUMBER = '450202198803120326'
const ON_CARD = '广西柳州市城中区文昌路18号东堤小区3栋2单元501室'
/** What the resident makes of the address: it is the neighbouring flat that wants power. */
const CORRECTED = '广西柳州市城中区文昌路18号东堤小区3栋2单元502室'

/**
 * The road from one certificate to power on, as people walk it. One description; the device says whether it is the web page or the
 * mini-program. Accepted on Tuesday 2026-11-24: with an external line within 2 working days, without one within 1.
 */
export function theRoad(name: string, device: OpenDevice): void {
  let town: Town
  let resident: Person
  let manager: Person
  const look = (person: Person, what: string) => person.shot(`road-${name}-${what}`)

  const step = stepsIn(() => town)

  beforeAll(async () => {
    town = await Town.start()
    resident = await town.person('resident', device)
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  step('a resident photographs one ID card, and the engine reads it', async () => {
    await resident.sees('一张证件，当天受理')
    await look(resident, '01-home')
    await beginToApply(resident)
    await look(resident, '02-camera')
    await photographIdCard(resident)
    expect(await resident.valueOf('姓名')).toBe('韦小红')
    expect(await resident.valueOf('身份证号')).toBe(NUMBER)
    await look(resident, '03-read')
  })

  step('corrects a character, sees by when there will be power, signs with a finger and submits', async () => {
    await resident.tap('下一步：在哪里用电')
    await resident.sees(ON_CARD)
    await resident.choose('另一个地址')
    await resident.fill('用电地址', CORRECTED)
    await resident.choose('家里用')
    await resident.sees('11月26日（周四）')
    await resident.sees(/不用架外线的话，11月25日（周三）/)
    await look(resident, '04-place')
    await resident.fill('联系电话', '13807720001')
    await resident.tap('下一步：核对签名')
    await resident.sees(CORRECTED)
    await resident.sign()
    await look(resident, '05-sign')
    await resident.tap('提交申请')
    await resident.sees('受理好了')
  })

  step(
    'it is accepted at once: the promise and why, the account manager, and the one list of what is wanted',
    async () => {
      await resident.sees('11月26日（周四）')
      await resident.sees(/上门勘察后，如果不用架外线，会提前到11月25日/)
      await resident.hears('button', /^李强/)
      await resident.hears('group', /物业权属证明，上门时交，任选一种：/)
      await resident.hears('group', /身份证明，已收到/)
      await look(resident, '06-accepted')
      await resident.tap('为什么是这一天')
      await resident.hears('listitem', /^11月24日（周二），受理当天，不计入/)
      await resident.hears('listitem', /^11月25日（周三），第1天/)
      await resident.hears('listitem', /^11月26日（周四），第2天，.*最晚通电/)
      await look(resident, '07-why')
      await resident.device.back()
      await resident.sees('您的客户经理')
    },
  )

  step('their own copy of the form they signed opens as a PDF, with the words they saw', async () => {
    const answered = resident.page.waitForResponse(/\/v1\/functions\/documents/)
    await resident.tap(/^我签的用电申请书/)
    const { data } = (await (await answered).json()) as { data: { url: string; digest: string } }
    const { text } = readPdf(Buffer.from(await (await fetch(data.url)).arrayBuffer()))
    for (const word of ['韦小红', NUMBER, CORRECTED, data.digest]) expect(text.replace(/\s/g, '')).toContain(word)
  })

  step('the manager is pushed, finds the case by the push and in the list, and visits once', async () => {
    await town.host.timer('sweep')
    const { openid } = await town.session('manager')
    const push = (await town.host.wechat()).find((sent) => sent.openid === openid)
    expect(push).toMatchObject({ errcode: 0, page: expect.stringMatching(/^staff\/case\/index\?id=/) })
    const gateway = await fetch(`${town.host.url}/local/wechat`)
    expect(await gateway.text()).toMatch(/本机模拟[\s\S]*客户经理 李强/)

    manager = await town.person('manager', device)
    await manager.sees('李强，您好')
    await manager.device.open(`/${push!.page}`)
    await manager.sees(CORRECTED)
    await manager.device.open('/staff/tasks/index')
    await manager.sees('李强，您好')
    await look(manager, '08-tasks')
    await manager.tap(/^上门勘察并取资料，还剩\d个工作日，最晚11月2/)
    await manager.sees(CORRECTED)
    await look(manager, '09-case')
    await fillVisitSheet(manager)
    await look(manager, '10-visit')
    await manager.tap('提交')
    await manager.sees('已提交')
    await manager.sees('11月25日（周三）')
    await look(manager, '11-visited')
  })

  step(
    'the resident sees it without touching the phone: visited, the earlier day, nothing wanted any more',
    async () => {
      await resident.hears('listitem', /上门勘察，已完成，11月24日 09:1\d/)
      await resident.sees('材料齐了')
      await resident.hears('listitem', /装表送电，进行中，最晚 11月25日（周三）/)
      await look(resident, '12-visited')
    },
  )

  step('the next day there is power: promised, and taken', async () => {
    await town.host.clock.advance(23 * 3_600_000)
    await manager.tap('回到待办')
    await manager.tap(/^装表送电，/)
    await energize(manager, '4502000012345')
    await look(manager, '13-energized')
    await resident.hears('listitem', /装表送电，已完成，11月25日 08:\d\d，电表号 4502000012345/)
    await resident.sees('按时通电，承诺兑现。')
    await resident.sees('11月25日（周三），用了 1 个工作日')
    await look(resident, '14-power')
  })
}
