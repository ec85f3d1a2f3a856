import type { Role } from '@shared/contract/vocabulary'
import type { Command, CommandOf } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { type Instant, localDate } from '@shared/time/localDate'
import { agreed, commands, highVoltageAt, NOW, after as then } from './support/cases'

/** 会签 when the scheme changes while opinions are asked for. */
const when = (state: CaseState, command: Command, role: Role, now: Instant = NOW) =>
  decide(state, command, { now, role })
const codeOf = (state: CaseState, command: Command, role: Role) => {
  const decision = when(state, command, role)
  return decision.ok ? 'ok' : decision.error.code
}
const planning = () => highVoltageAt('planning')
const asking = (staffIds: string[]): CommandOf<'askReview'> => ({
  ...commands.askReview,
  reviewers: staffIds.map((staffId) => ({ staffId, department: staffId.split('-')[0] })),
})

describe('the scheme is changed', () => {
  const one = asking(['规划部-1'])
  const other: Command = { ...one, template: 'teeHighMetering' }
  const asked = then(planning(), one, 'manager')
  const LATER = NOW + 3_600_000
  const owed = (state: CaseState) =>
    tasksOwed(state, calendarAsOf(localDate('2026-11-23'))).filter(({ kind }) => kind === 'review')

  test('who was asked about the one before is asked about the new one, and owes that alone', () => {
    const anew = then(asked, other, 'manager', LATER)
    expect(owed(anew)).toMatchObject([{ of: '规划部-1', since: LATER }])
    expect(anew.reviews).toMatchObject([{ template: 'teeHighMetering', at: null }])
    expect(agreed(when(anew, other, 'manager', LATER))).toEqual([])
    const given = then(anew, { ...commands.review, staffId: '规划部-1' }, 'reviewer')
    expect(given.reviews).toMatchObject([{ template: 'teeHighMetering', opinion: 'agree' }])
  })

  test('an opinion given of the one before stands beside it, and an objection is still to be answered', () => {
    const objection: Command = { ...commands.review, staffId: '规划部-1', opinion: 'object', note: '容量不够' }
    const objected = then(asked, objection, 'reviewer')
    const anew = then(objected, other, 'manager', LATER)
    expect(anew.reviews).toMatchObject([
      { template: 'dedicatedLine', opinion: 'object' },
      { template: 'teeHighMetering', at: null },
    ])
    const agreedTo = then(anew, { ...commands.review, staffId: '规划部-1' }, 'reviewer')
    expect(agreedTo.reviews.map(({ opinion }) => opinion)).toEqual(['object', 'agree'])
    expect(codeOf(agreedTo, { ...commands.review, staffId: '规划部-1' }, 'reviewer')).toBe('NOT_ALLOWED')
    expect(codeOf(agreedTo, commands.reply, 'manager')).toBe('REVIEW_UNANSWERED')
    // Back to the first one: they have said what they think of it.
    expect(agreed(when(agreedTo, one, 'manager'))).toEqual([])
  })

  test('it is new work: nobody has seen it, nothing has been said of it; and the same eight are no wider a circle', () => {
    const warning = { task: 'review', of: '规划部-1' } as const
    const late = then(
      then(asked, { type: 'warn', ...warning, level: 'overdue' }, 'system'),
      {
        type: 'escalate',
        ...warning,
      },
      'system',
    )
    expect(owed(late)).toMatchObject([{ unreadAt: null }])
    const anew = then(late, other, 'manager', LATER)
    expect(owed(anew)[0].warnings.length).toBeGreaterThan(owed(late)[0].warnings.length)
    expect(owed(anew)[0].unreadAt).not.toBeNull()
    const eight = Array.from({ length: 8 }, (_, index) => `部门${index % 5}-${index}`)
    const all = then(planning(), asking(eight), 'manager')
    expect(agreed(when(all, { ...asking(eight), template: 'teeHighMetering' }, 'manager'))).toHaveLength(1)
  })
})
