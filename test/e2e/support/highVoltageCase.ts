import { randomUUID } from 'node:crypto'
import type { RequestOf } from '@shared/contract'
import { business } from '../../support/driver'
import type { Town } from './Town'

type Act = 'visit' | 'reply' | 'inspect' | 'energize' | 'recordAnomaly'
type Input<A extends Act> = Omit<RequestOf<'staff', A>, 'commandId' | 'id' | 'version'>

/** One of its account manager's commands, on the case as it stands. */
export async function asManager<A extends Act>(town: Town, id: string, action: A, input: Input<A>): Promise<void> {
  const session = await town.managerOf(id)
  const { version } = await session.call('staff', 'case', { id })
  await session.call('staff', action, { ...input, commandId: randomUUID(), id, version } as RequestOf<'staff', A>)
}

/** A company's case without anybody at a screen, as far as a list of two problems; answers its id. */
export async function failedInspection(town: Town): Promise<string> {
  const company = await town.session('company')
  const licence = await company.upload('licence-noodles.jpg', 'identity')
  const change = business(800)
  change.identity!.pictures = [licence]
  const { id } = await company.apply({ district: '柳南区', change })
  await asManager(town, id, 'visit', { externalLine: true, meterPosition: '配电房东墙', papers: [] })
  await asManager(town, id, 'recordAnomaly', { cause: 'roadPermit', pictures: [] })
  await town.host.clock.advance(2 * 86_400_000)
  const point = { line: '10千伏城站线', pole: '12号杆' }
  await asManager(town, id, 'reply', {
    template: 'teeHighMetering',
    point,
    note: '变压器请放在东侧空地。',
    outage: true,
  })
  await town.host.clock.advance(14 * 86_400_000)
  const report = await company.upload('not-a-paper.jpg', 'completionReport')
  await company.call('applicant', 'requestInspection', {
    commandId: randomUUID(),
    id,
    report: { group: 'completionReport', kind: 'completionReport', pictures: [report] },
    remedies: [],
  })
  const photo = await (await town.managerOf(id)).upload('not-a-paper.jpg', 'problem', 'staff')
  await asManager(town, id, 'inspect', {
    problems: [
      { item: 'grounding', what: '接地电阻偏大，实测 12 欧', clause: 'GB 50169-2016', pictures: [photo] },
      { item: 'safety', what: '配电房没有挂安全标识', clause: 'GB 26860-2011', pictures: [] },
    ],
  })
  await company.call('applicant', 'complain', {
    commandId: randomUUID(),
    id,
    topic: 'late',
    words: '等了很久没有人来。',
  })
  return id
}

/** The list put right, inspected again, and power. */
export async function toPower(town: Town, id: string): Promise<void> {
  const company = await town.session('company')
  await town.host.clock.advance(3 * 86_400_000)
  const right = await company.upload('not-a-paper.jpg', 'remedy')
  await company.call('applicant', 'requestInspection', {
    commandId: randomUUID(),
    id,
    report: null,
    remedies: [{ pictures: [right] }, { pictures: [] }],
  })
  const manager = await town.managerOf(id)
  for (const [group, kind] of [
    ['property', 'propertyCertificate'],
    ['projectApproval', 'planningPermit'],
  ] as const) {
    const { version } = await manager.call('staff', 'case', { id })
    const paper = { group, kind, pictures: [await manager.upload('property-works.jpg', group, 'staff')] }
    await manager.call('staff', 'collect', { commandId: randomUUID(), id, version, paper })
  }
  await asManager(town, id, 'inspect', { problems: [] })
  await asManager(town, id, 'energize', { meterNumber: '4502000012345' })
}
