import { randomUUID } from 'node:crypto'
import { business, type Session } from '../../support/driver'

/** What happens to a high-voltage case before or beside what a test is about, without a screen. */

/** A company wants 800 kVA; typed without a picture, so the account manager accepts it. */
export async function applyForHighVoltage(company: Session): Promise<string> {
  const { id } = await company.apply({ withPicture: false, change: business(800) })
  return id
}

/** Accepted, visited and replied to with a standard scheme: the customer builds. */
export async function bringToReplied(manager: Session, id: string): Promise<void> {
  const step = async () => ({
    commandId: randomUUID(),
    id,
    version: (await manager.call('staff', 'case', { id })).version,
  })
  await manager.call('staff', 'accept', await step())
  await manager.call('staff', 'visit', {
    ...(await step()),
    externalLine: false,
    meterPosition: '配电房计量柜',
    papers: [],
  })
  await manager.call('staff', 'reply', {
    ...(await step()),
    template: 'teeHighMetering',
    point: { line: '10千伏河东线', pole: '12号杆' },
    outage: false,
  })
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
