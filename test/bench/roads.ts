import { randomUUID } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { business, type Session } from '../support/driver'
import type { TestHost } from '../support/host'
import { signIn } from './project'

/** A command just done: what it was, under which id, on which case, and the pictures it named. */
export interface Done {
  kind: string
  commandId: string
  openid: string
  caseId: string
  pictures: string[]
}
/** Told of every command with how long its caller waited. */
export type Watch = (done: Done, took: number) => Promise<void>

const unwatched: Watch = async () => undefined

/** A household's road and a factory's, command by command, each as its persona. Papers are uploaded once and named again. */
export class Roads {
  private constructor(
    private readonly resident: Session,
    private readonly company: Session,
    private readonly manager: Session,
    private readonly household: Application,
    private readonly factory: Application,
    private readonly papers: { deed: string; approval: string; report: string },
  ) {}

  static async open(host: TestHost): Promise<Roads> {
    const [resident, company, manager] = [
      await signIn(host, 'resident'),
      await signIn(host, 'company'),
      await signIn(host, 'manager'),
    ]
    const prepared = await company.prepare({ change: business(800) })
    const licence = await company.upload('licence-noodles.jpg', 'identity')
    const factory = { ...prepared, identity: { ...prepared.identity, pictures: [licence] } }
    const papers = {
      deed: await manager.upload('property-wei.jpg', 'property', 'staff'),
      approval: await manager.upload('property-shop.jpg', 'projectApproval', 'staff'),
      report: await company.upload('property-shop.jpg', 'completionReport'),
    }
    return new Roads(resident, company, manager, await resident.prepare(), factory, papers)
  }

  /** Submitted, visited, urged, with power. `until` leaves it after that command. */
  async lowVoltage(until: 'submit' | 'energize' = 'energize', watch = unwatched): Promise<string> {
    const id = await this.submit(this.resident, this.household, watch)
    if (until === 'submit') return id
    const papers = [{ group: 'property', kind: 'propertyCertificate', pictures: [this.papers.deed] }]
    const found = { externalLine: false, meterPosition: '进门左侧墙面', papers }
    await this.act('visit', id, this.manager, 'staff', found, [this.papers.deed], watch)
    await this.act('urge', id, this.resident, 'applicant', {}, [], watch)
    await this.act('energize', id, this.manager, 'staff', { meterNumber: '4502000012345' }, [], watch)
    return id
  }

  /** Submitted, visited, replied to, inspected, with power. */
  async highVoltage(until: 'submit' | 'energize' = 'energize', watch = unwatched): Promise<string> {
    const hv: Watch = (done, took) => watch({ ...done, kind: `${done.kind} (hv)` }, took)
    const id = await this.submit(this.company, this.factory, hv)
    if (until === 'submit') return id
    const { deed, approval } = this.papers
    const papers = [
      { group: 'property', kind: 'propertyCertificate', pictures: [deed] },
      { group: 'projectApproval', kind: 'projectApproval', pictures: [approval] },
    ]
    const found = { externalLine: false, meterPosition: '配电房', papers }
    await this.act('visit', id, this.manager, 'staff', found, [deed, approval], hv)
    const point = { line: '10千伏城站线', pole: '12号杆' }
    const scheme = { template: 'teeHighMetering', point, outage: false }
    await this.act('reply', id, this.manager, 'staff', scheme, [], hv)
    const report = { group: 'completionReport', kind: 'completionReport', pictures: [this.papers.report] }
    const request = { report, remedies: [] }
    await this.act('requestInspection', id, this.company, 'applicant', request, [this.papers.report], hv)
    await this.act('inspect', id, this.manager, 'staff', { problems: [] }, [], hv)
    await this.act('energize', id, this.manager, 'staff', { meterNumber: '4502000054321' }, [], hv)
    return id
  }

  /** Opened by whom it waits for, so that nobody is told it was not. */
  async read(id: string): Promise<void> {
    await this.act('markRead', id, this.manager, 'staff', { task: 'visit' })
  }

  private async submit(who: Session, application: Application, watch: Watch): Promise<string> {
    const commandId = randomUUID()
    const started = performance.now()
    const { id } = await who.call('applicant', 'submit', { commandId, application })
    const took = performance.now() - started
    const pictures = [...application.identity.pictures, application.signature]
    await watch({ kind: 'submit', commandId, openid: who.openid, caseId: id, pictures }, took)
    return id
  }

  private async act(
    kind: string,
    caseId: string,
    who: Session,
    name: 'staff' | 'applicant',
    said: object,
    pictures: string[] = [],
    watch = unwatched,
  ): Promise<void> {
    const commandId = randomUUID()
    const seen =
      name === 'staff' && kind !== 'markRead' ? await this.manager.call('staff', 'case', { id: caseId }) : null
    const input = { commandId, id: caseId, ...(seen && { version: seen.version }), ...said }
    const started = performance.now()
    const answer = await who.ask(name, kind, input)
    const took = performance.now() - started
    if (!answer.ok) throw new Error(`${kind} was refused: ${answer.error.code} ${answer.error.message}`)
    await watch({ kind, commandId, openid: who.openid, caseId, pictures }, took)
  }
}
