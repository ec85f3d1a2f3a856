import { randomUUID } from 'node:crypto'
import type { ResponseOf } from '@shared/contract'
import type { Application } from '@shared/contract/application'
import type { MaterialGroupCode, Status } from '@shared/contract/vocabulary'
import { type Driver, type PersonaId, Refused, type Session } from '../../support/driver'
import { HostCallError } from '../../support/host'
import type { Random } from '../../support/random'

/** One command with the id it keeps however often it has to be sent. */
export interface Order {
  commandId: string
  persona: PersonaId
  send(session: Session): Promise<{ caseId: string; version: number; status: Status }>
  /** What the first answer said; undefined until one arrived. */
  acknowledged?: { caseId: string; version: number }
  /** How often it was sent. */
  sent: number
}

type CaseAnswer = ResponseOf<'applicant', 'submit'> | ResponseOf<'staff', 'accept'>
const seen = ({ id, version, status }: CaseAnswer) => ({ caseId: id, version, status })

/** Applicants and their account manager at work: submissions, and on every case the next step as soon as the last one is answered. */
export class Workload {
  readonly orders: Order[] = []
  /** Answers nobody should get here: each case has one command under way at a time, none of them wrong. */
  readonly refusals: string[] = []
  private readonly idle: { caseId: string; version: number; status: Status }[] = []
  private applications: { persona: PersonaId; application: Application }[] = []
  /** What the account manager has photographed, by what it is of. */
  private held: Record<'identity' | 'property', string[]> = { identity: [], property: [] }

  constructor(
    private readonly driver: Driver,
    private readonly random: Random,
  ) {}

  /** Uploads the pictures everything below uses. */
  async prepare(): Promise<void> {
    const personas = [
      ['resident', 'wei', '城中区'],
      ['neighbour', 'qin', '柳北区'],
    ] as const
    for (const [persona, person, district] of personas) {
      const session = await this.driver.as(persona)
      for (const withPicture of [true, true, false]) {
        this.applications.push({ persona, application: await session.prepare({ person, district, withPicture }) })
      }
    }
    const manager = await this.driver.as('manager')
    for (const group of ['identity', 'property'] as const) {
      const paper = group === 'identity' ? 'id-wei.jpg' : 'property-wei.jpg'
      this.held[group] = await Promise.all([1, 2, 3].map(() => manager.upload(paper, group, 'staff')))
    }
  }

  get pending(): Order[] {
    return this.orders.filter(({ acknowledged }) => !acknowledged)
  }

  /** Thinks of new commands: some submissions, and the next step of some idle cases. */
  extend(submissions: number, steps: number): void {
    for (let n = 0; n < submissions; n += 1) this.submit()
    for (let n = 0; n < steps && this.idle.length > 0; n += 1) {
      this.next(this.idle.splice(this.random.below(this.idle.length), 1)[0])
    }
  }

  /** Sends everything not yet acknowledged, all at once. `answered` is called after each acknowledgement. */
  async sendPending(answered: () => void): Promise<void> {
    await Promise.all(this.pending.map((order) => this.send(order, answered)))
  }

  private async send(order: Order, answered: () => void): Promise<void> {
    order.sent += 1
    try {
      const answer = await order.send(await this.driver.as(order.persona))
      order.acknowledged = { caseId: answer.caseId, version: answer.version }
      if (answer.status !== 'energized') this.idle.push(answer)
      answered()
    } catch (error) {
      // No answer: the host died under it, or is too busy; the same command is sent again.
      const isRefusal = error instanceof Refused ? error.error.code !== 'BUSY' : error instanceof HostCallError
      if (isRefusal) this.refusals.push((error as Error).message)
    }
  }

  private submit(): void {
    const commandId = randomUUID()
    const { persona, application } = this.random.pick(this.applications)
    this.add(commandId, persona, async (session) =>
      seen(await session.call('applicant', 'submit', { commandId, application })),
    )
  }

  private next({ caseId: id, version, status }: { caseId: string; version: number; status: Status }): void {
    const command = { commandId: randomUUID(), id, version }
    const pictures = {
      identity: [this.random.pick(this.held.identity)],
      property: [this.random.pick(this.held.property)],
      // Nobody here wants 增值税发票.
      vatQualification: [],
    }
    let papers: { group: MaterialGroupCode; kind: string; pictures: string[] }[] | undefined
    this.add(command.commandId, 'manager', async (session) => {
      if (status === 'submitted') return seen(await session.call('staff', 'accept', command))
      if (status === 'surveyed') {
        return seen(await session.call('staff', 'energize', { ...command, meterNumber: '4502000012345' }))
      }
      // Looked up once: a repeat has to say the same.
      papers ??= (await session.call('staff', 'case', { id })).materials
        .filter((material) => material.state === 'wanted')
        .map(({ group, oneOf }) => ({ group, kind: oneOf[0].code, pictures: pictures[group as keyof typeof pictures] }))
      const visit = { ...command, externalLine: false, meterPosition: '楼道', papers }
      return seen(await session.call('staff', 'visit', visit))
    })
  }

  private add(commandId: string, persona: PersonaId, send: Order['send']): void {
    this.orders.push({ commandId, persona, send, sent: 0 })
  }
}
