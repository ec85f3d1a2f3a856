import { randomUUID } from 'node:crypto'
import type { Session } from '../../support/driver'
import { act } from './highVoltageCase'
import type { Town } from './Town'

/** 23 cases of one person: 18 taken back or with power since 2025, two late, three that run. Ends on the town's own day. */
export async function manyCases(town: Town, owner: Session): Promise<void> {
  const today = await town.host.clock.now()
  await town.host.clock.set(Date.parse('2025-12-01T09:00:00+08:00'))
  for (let number = 0; number < 18; number += 1) {
    const powered = number % 6 === 0
    const { id } = await owner.apply(powered ? { property: 'property-wei.jpg' } : { withPicture: false })
    if (powered) {
      const manager = await town.managerOf(id)
      await act(manager, id, 'visit', { externalLine: false, meterPosition: '一楼楼梯间', papers: [] })
      await act(manager, id, 'energize', { meterNumber: `45020000200${10 + number}` })
    } else await owner.call('applicant', 'withdraw', { commandId: randomUUID(), id })
  }
  await town.host.clock.set(today - 7 * 86_400_000)
  for (let late = 0; late < 2; late += 1) await owner.apply()
  await town.host.clock.set(today)
  for (let running = 0; running < 3; running += 1) await owner.apply()
}
