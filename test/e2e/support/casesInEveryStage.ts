import { randomUUID } from 'node:crypto'
import { act, applyForHighVoltage, bringToReplied, failedInspection, reportCompletion } from './highVoltageCase'
import type { Town } from './Town'

/** The ids of cases brought, without a screen, as far as their names say. */
export interface Cases {
  accepted: string
  waiting: string
  withdrawn: string
  powered: string
  /** High voltage, the customer's own works. */
  building: string
  reported: string
  /** With a list of problems, a complaint, an outage and something in its way. */
  failed: string
  planning: string
  surveyed: string
  rated: string
}

/** No line to build, and where the meter hangs. */
const NEAR = { externalLine: false, meterPosition: '一楼楼梯间', papers: [] }

const HALF_FILLED = {
  step: 'sign' as const,
  identity: { kind: 'idCard' as const, name: '黄丽萍', number: '450221198612061043', pictures: [] },
  contact: { name: '黄丽萍', phone: '13800000003' },
  place: { district: '柳江区', address: '广西柳州市柳江区拉堡镇柳西路27号1栋门面', location: null },
  use: 'business' as const,
  capacityKva: 30,
}

/** Cases in every stage, for whoever looks at pages: one host, nobody at a screen. Ends on the day of the last that happened. */
export async function casesInEveryStage(town: Town): Promise<Cases> {
  const [company, resident, neighbour] = [
    await town.session('company'),
    await town.session('resident'),
    await town.session('neighbour'),
  ]
  const { id: surveyed } = await resident.apply({ property: 'property-wei.jpg' })
  await act(await town.managerOf(surveyed), surveyed, 'visit', NEAR)
  const power = async (person: 'li' | 'ouyang', district: string) => {
    const { id } = await neighbour.apply({
      person,
      paper: `id-${person}.jpg`,
      district,
      property: 'property-village.jpg',
    })
    const manager = await town.managerOf(id)
    await act(manager, id, 'visit', NEAR)
    await act(manager, id, 'energize', { meterNumber: `450200001${person === 'li' ? '2345' : '6789'}` })
    return id
  }
  const powered = await power('li', '鱼峰区')
  const rated = await power('ouyang', '城中区')
  await neighbour.call('applicant', 'rate', { commandId: randomUUID(), id: rated, stars: 4 })
  const replied = async () => {
    const id = await applyForHighVoltage(company)
    await bringToReplied(await town.managerOf(id), id)
    return id
  }
  const reported = await replied()
  await reportCompletion(company, reported)
  const failed = await failedInspection(town)
  const building = await replied()
  const { id: withdrawn } = await resident.apply({ person: 'qin', paper: 'id-qin.jpg' })
  await resident.call('applicant', 'withdraw', { commandId: randomUUID(), id: withdrawn })
  const planning = await applyForHighVoltage(company)
  const manager = await town.managerOf(planning)
  await act(manager, planning, 'accept', {})
  await act(manager, planning, 'visit', {
    externalLine: true,
    site: [await manager.upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '配电房',
    papers: [],
  })
  await act(manager, planning, 'askReview', {
    template: 'dedicatedLine',
    point: { line: '10千伏河东线', pole: '12号杆' },
    outage: true,
    drawing: [await manager.upload('not-a-paper.jpg', 'drawing', 'staff')],
    reviewers: ['luohai', 'weining'],
  })
  const { id: accepted } = await resident.apply()
  const { id: waiting } = await resident.apply({ person: 'qin', withPicture: false })
  await (await town.session('shop')).call('applicant', 'saveDraft', { draft: HALF_FILLED })
  return { accepted, waiting, withdrawn, surveyed, powered, rated, planning, building, reported, failed }
}
