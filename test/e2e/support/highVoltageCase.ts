import { randomUUID } from 'node:crypto'
import type { RequestOf } from '@shared/contract'
import { business, type Session } from '../../support/driver'
import type { Town } from './Town'

/** What happens to a high-voltage case before or beside what a test is about, without anybody at a screen. */

type Act = 'accept' | 'visit' | 'collect' | 'askReview' | 'reply' | 'inspect' | 'energize' | 'recordAnomaly'
type Input<A extends Act> = Omit<RequestOf<'staff', A>, 'commandId' | 'id' | 'version'>

/** One command of this account manager, on the case as it stands. */
export async function act<A extends Act>(manager: Session, id: string, action: A, input: Input<A>): Promise<void> {
  const { version } = await manager.call('staff', 'case', { id })
  await manager.call('staff', action, { ...input, commandId: randomUUID(), id, version } as RequestOf<'staff', A>)
}

/** As `act`, by whoever the case went to. */
export const asManager = async <A extends Act>(town: Town, id: string, action: A, input: Input<A>): Promise<void> =>
  act(await town.managerOf(id), id, action, input)

/** A company wants 800 kVA; typed without a picture, so the account manager accepts it. */
export async function applyForHighVoltage(company: Session): Promise<string> {
  const { id } = await company.apply({ withPicture: false, change: business(800) })
  return id
}

/** Accepted, visited and replied to with a standard scheme: the customer builds. */
export async function bringToReplied(manager: Session, id: string): Promise<void> {
  await act(manager, id, 'accept', {})
  await act(manager, id, 'visit', { externalLine: false, meterPosition: '配电房计量柜', papers: [] })
  const point = { line: '10千伏河东线', pole: '12号杆' }
  await act(manager, id, 'reply', { template: 'teeHighMetering', point, outage: false })
}

/** 竣工报验: the first time with the report, later with a photograph for every line of the list. */
export async function reportCompletion(company: Session, id: string): Promise<void> {
  const { rounds } = await company.call('applicant', 'case', { id })
  const before = rounds.at(-1)?.problems ?? null
  const remedies = before?.map(async () => ({ pictures: [await company.upload('property-works.jpg', 'remedy')] })) ?? []
  const report = before
    ? null
    : {
        group: 'completionReport' as const,
        kind: 'completionReport',
        pictures: [await company.upload('property-works.jpg', 'completionReport')],
      }
  await company.call('applicant', 'requestInspection', {
    commandId: randomUUID(),
    id,
    report,
    remedies: await Promise.all(remedies),
  })
}

/** A case of 柳南区 with an outage and something in its way, as far as a list of two problems and a complaint; answers its id. */
export async function failedInspection(town: Town): Promise<string> {
  const company = await town.session('company')
  const licence = await company.upload('licence-noodles.jpg', 'identity')
  const change = business(800)
  change.identity!.pictures = [licence]
  const { id } = await company.apply({ district: '柳南区', change })
  await asManager(town, id, 'visit', {
    externalLine: true,
    site: [await (await town.managerOf(id)).upload('not-a-paper.jpg', 'site', 'staff')],
    meterPosition: '配电房东墙',
    papers: [],
  })
  await asManager(town, id, 'recordAnomaly', { cause: 'roadPermit', pictures: [] })
  await town.host.clock.advance(2 * 86_400_000)
  const point = { line: '10千伏城站线', pole: '12号杆' }
  const note = '变压器请放在东侧空地。'
  await asManager(town, id, 'reply', { template: 'teeHighMetering', point, note, outage: true })
  await town.host.clock.advance(14 * 86_400_000)
  await reportCompletion(company, id)
  const photo = await (await town.managerOf(id)).upload('not-a-paper.jpg', 'problem', 'staff')
  await asManager(town, id, 'inspect', {
    problems: [
      { item: 'grounding', what: '接地电阻偏大，实测 12 欧', clause: 'GB 50169-2016', pictures: [photo] },
      { item: 'safety', what: '配电房没有挂安全标识', clause: 'GB 26860-2011', pictures: [] },
    ],
  })
  const words = '等了很久没有人来。'
  await company.call('applicant', 'complain', { commandId: randomUUID(), id, topic: 'late', words })
  return id
}

/** The list put right, inspected again, and power. */
export async function toPower(town: Town, id: string): Promise<void> {
  await town.host.clock.advance(3 * 86_400_000)
  await reportCompletion(await town.session('company'), id)
  const manager = await town.managerOf(id)
  for (const [group, kind] of [
    ['property', 'propertyCertificate'],
    ['projectApproval', 'planningPermit'],
  ] as const) {
    const paper = { group, kind, pictures: [await manager.upload('property-works.jpg', group, 'staff')] }
    await act(manager, id, 'collect', { paper })
  }
  await act(manager, id, 'inspect', { problems: [] })
  await act(manager, id, 'energize', { meterNumber: '4502000012345' })
}
