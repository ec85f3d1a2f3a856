import { randomUUID } from 'node:crypto'
import { signAndSubmit } from './applying'
import type { OpenDevice } from './devices'
import * as applicant from './highVoltageApplicant'
import { asManager } from './highVoltageCase'
import type { Person } from './Person'
import { stepsIn } from './steps'
import { Town } from './Town'

/** A company's road to 10 kV, walked by its agent; the account manager's part is done beside the screen. */
export function theHighVoltageRoad(name: string, device: OpenDevice): void {
  let town: Town
  let agent: Person
  let id: string
  const step = stepsIn(() => town)
  const look = (what: string) => agent.shot(`hv-${name}-${what}`)
  const openCase = () => agent.device.open(`/pages/case/index?id=${id}`)
  const inspection = () => `/service/inspection/index?id=${id}`

  const manager = <A extends Parameters<typeof asManager>[2]>(action: A, input: Parameters<typeof asManager<A>>[3]) =>
    asManager(town, id, action, input)

  beforeAll(async () => {
    town = await Town.start()
    agent = await town.person('company', device)
  })
  afterAll(async () => {
    const errors = town.errors()
    await town.stop()
    expect(errors).toEqual([])
  })

  step('the licence is photographed; 800 kVA is high voltage, and the scheme is promised first', async () => {
    await applicant.applyFor800Kva(agent)
    await look('01-place')
    await signAndSubmit(agent)
    await agent.sees('承诺最晚答复供电方案')
    const { cases } = await (await town.session('company')).call('applicant', 'home', {})
    id = cases.rows[0]!.id
    await look('02-accepted')
    await applicant.openSignedForm(agent)
  })

  step(
    'exactly what is wanted is handed in, a time is agreed on, somebody is hurried, something is complained of',
    async () => {
      await openCase()
      await applicant.handInWhatIsWanted(agent)
      await applicant.agreeOnVisit(agent, await town.host.clock.now())
      await look('03-agreed')
      await applicant.complain(agent)
      await look('04-complaint')
      const { number } = (await (await town.session('company')).call('applicant', 'case', { id })).complaints[0]!
      const supervisor = await town.session('supervisor')
      const { version } = await supervisor.call('staff', 'case', { id })
      const words = '说错了，只要清单上的，对不起。'
      await supervisor.call('staff', 'answerComplaint', { commandId: randomUUID(), id, version, number, words })
      await agent.device.open(`/service/complain/index?id=${id}`)
      await agent.sees(words)
    },
  )

  step('the scheme is answered in time, and from then on it is the customer’s time', async () => {
    await manager('visit', {
      externalLine: true,
      site: [await (await town.managerOf(id)).upload('not-a-paper.jpg', 'site', 'staff')],
      meterPosition: '配电房东墙',
      papers: [],
    })
    await town.host.clock.advance(2 * 86_400_000)
    await manager('reply', {
      template: 'teeHighMetering',
      point: { line: '10千伏城站线', pole: '12号杆' },
      outage: true,
    })
    await openCase()
    await agent.sees('施工中')
    await look('05-works')
    await applicant.readScheme(agent)
    await look('06-scheme')
    await agent.device.open(`/service/why/index?id=${id}`)
    await agent.sees(/供电公司的承诺这段时间不走/)
  })

  step('the completion report is handed in once, over a closed app and a lost network', async () => {
    await town.host.clock.advance(14 * 86_400_000)
    await applicant.askForInspection(agent, inspection())
    await look('07-asked')
    const { rounds } = await (await town.session('company')).call('applicant', 'case', { id })
    expect(rounds).toHaveLength(1)
  })

  step('a failed inspection is one list, put right item by item', async () => {
    const session = await town.managerOf(id)
    const photo = await session.upload('not-a-paper.jpg', 'problem', 'staff')
    await manager('inspect', {
      problems: [
        { item: 'grounding', what: '接地电阻偏大，实测 12 欧', clause: 'GB 50169-2016', pictures: [photo] },
        { item: 'safety', what: '配电房没有挂安全标识', clause: 'GB 26860-2011', pictures: [] },
      ],
    })
    await openCase()
    await agent.sees('整改中')
    await agent.button('看问题清单，重新报验').waitFor()
    await town.host.clock.advance(2 * 86_400_000)
    await applicant.putRight(agent, inspection())
    await look('08-list')
    await applicant.reportAgain(agent)
    await look('09-again')
    await openCase()
    await agent.sees('接火要停一次电，最早12月26日（周六）停得了。承诺的日子不变，晚了算供电公司的。')
    await agent.device.open(`/service/why/index?id=${id}`)
    await agent.sees('承诺最晚通电')
    await agent.hears('listitem', /停表/)
    await look('10-why')
  })

  step('power: promised, taken and rated', async () => {
    await manager('inspect', { problems: [] })
    await manager('energize', { meterNumber: '4502000012345' })
    await openCase()
    await applicant.rateWithFiveStars(agent)
    await look('11-power')
    await agent.device.open(`/service/time/index?id=${id}`)
    await agent.sees('客户受电工程建设')
    await agent.sees('申请人评价：5星')
    await look('12-time')
    await agent.device.open(`/service/documents/index?id=${id}`)
    await agent.hears('button', /^竣工检验问题清单/)
    await look('13-documents')
  })
}
