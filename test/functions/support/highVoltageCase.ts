import { randomUUID } from 'node:crypto'
import type { RequestOf, ResponseOf } from '@shared/contract'
import type { Driver } from '../../support/driver'

type StaffView = ResponseOf<'staff', 'case'>
type Inspection = RequestOf<'staff', 'inspect'>['problems']

/** A high-voltage case of a company, carried on by the people of the demonstration over the real functions. */
export class HighVoltageCase {
  private constructor(
    private readonly driver: Driver,
    readonly id: string,
  ) {}

  static async apply(driver: Driver, change: { capacityKva?: number; sources?: 'single' | 'dual' } = {}) {
    const company = await driver.as('company')
    const { id } = await company.apply({ change: { use: 'business', capacityKva: 800, ...change } })
    return new HighVoltageCase(driver, id)
  }

  /** Survey and both papers in one trip. */
  async visit(): Promise<StaffView> {
    const manager = await this.driver.as('manager')
    const { version, materials } = await manager.call('staff', 'case', { id: this.id })
    const papers = await Promise.all(
      materials
        .filter(({ state }) => state === 'wanted')
        .map(async ({ group, oneOf }) => {
          const picture = await manager.upload('property-works.jpg', group, 'staff')
          return { group, kind: oneOf[0].code, pictures: [picture] }
        }),
    )
    const said = { externalLine: false, meterPosition: '配电房', papers }
    return manager.call('staff', 'visit', { commandId: randomUUID(), id: this.id, version, ...said })
  }

  async reply(change: Partial<RequestOf<'staff', 'reply'>> = {}): Promise<StaffView> {
    const manager = await this.driver.as('manager')
    const { version, templates } = await manager.call('staff', 'case', { id: this.id })
    return manager.call('staff', 'reply', {
      ...{ commandId: randomUUID(), id: this.id, version },
      template: templates[0].code as RequestOf<'staff', 'reply'>['template'],
      point: { line: '10千伏城站线', pole: '12号杆' },
      note: '专用变压器由用户自备',
      outage: false,
      ...change,
    })
  }

  async requestInspection(remedies: number | null = null): Promise<ResponseOf<'applicant', 'case'>> {
    const company = await this.driver.as('company')
    const report = await company.upload('property-works.jpg', 'completionReport')
    return company.call('applicant', 'requestInspection', {
      ...{ commandId: randomUUID(), id: this.id },
      report: remedies === null ? { group: 'completionReport', kind: 'completionReport', pictures: [report] } : null,
      remedies: Array.from({ length: remedies ?? 0 }, () => ({ pictures: [] })),
    })
  }

  async inspect(problems: Inspection): Promise<StaffView> {
    const manager = await this.driver.as('manager')
    const { version } = await manager.call('staff', 'case', { id: this.id })
    return manager.call('staff', 'inspect', { commandId: randomUUID(), id: this.id, version, problems })
  }

  async energize(): Promise<StaffView> {
    const manager = await this.driver.as('manager')
    const { version } = await manager.call('staff', 'case', { id: this.id })
    const meterNumber = '4502000088888'
    return manager.call('staff', 'energize', { commandId: randomUUID(), id: this.id, version, meterNumber })
  }
}
