import { decide } from '@shared/flow/decide'
import type { Actor, CaseEvent, RecordedEvent } from '@shared/flow/events'
import { recordForApplicant, recordForStaff, staffIn } from '@shared/flow/record'
import { agreed, commands, NOW, submitCommand } from './support/cases'

/** 办理记录: to staff, who did it and for whom; to the applicant, what happened. */
const COLLEAGUES = new Map([
  ['liqiang', { name: '李强', department: '营业部' }],
  ['weili', { name: '韦丽', department: '营业部' }],
  ['lumin', { name: '陆敏', department: '营业部' }],
  ['mofang', { name: '莫芳', department: '市场部' }],
  ['luohai', { name: '罗海', department: '规划部' }],
])
const recorded = (events: [CaseEvent, Actor][]): RecordedEvent[] =>
  events.map(([event, by], index) => {
    return { caseId: 'CASE', seq: index + 1, at: NOW, by, event, previousHash: '', hash: '' }
  })

const [submitted] = agreed(decide(null, submitCommand, { now: NOW, role: 'applicant' }))
const system: Actor = { role: 'system', id: 'rules' }
const assigned = (managerId: string, because: 'application' | 'reassigned' | 'handedOver', reason = ''): CaseEvent => {
  return { type: 'assigned', managerId, because, reason }
}
const surveyed: CaseEvent = { ...commands.visit, type: 'surveyed' }
const HISTORY = recorded([
  [submitted!, { role: 'applicant', id: 'p-CASE' }],
  [assigned('liqiang', 'application'), system],
  [surveyed, { role: 'manager', id: 'weili' }],
  [
    { type: 'reviewAsked', template: 'dedicatedLine', reviewers: [{ staffId: 'luohai', department: '规划部' }] },
    { role: 'manager', id: 'liqiang' },
  ],
  [assigned('lumin', 'reassigned', '李强请病假'), { role: 'supervisor', id: 'mofang' }],
  [
    { type: 'energized', meterNumber: '1' },
    { role: 'manager', id: 'lumin' },
  ],
])

test('staff read name and department, who stood in for whom, and from whom to whom a case went', () => {
  expect(recordForStaff(HISTORY, COLLEAGUES).map(({ text, who }) => [text, who])).toEqual([
    ['提交了用电申请', ''],
    ['指派了客户经理：李强', ''],
    ['已上门勘察：不需要架设外部线路', '营业部 韦丽，代李强'],
    ['供电方案送1人同时会签，不影响计时：罗海', '营业部 李强'],
    ['主管改派了客户经理：李强请病假（李强 → 陆敏）', '市场部 莫芳'],
    ['已装表送电', '营业部 陆敏'],
  ])
})

test('the applicant reads neither names nor reasons', () => {
  const lines = recordForApplicant(HISTORY)
  expect(lines.map(({ who }) => who)).toEqual(lines.map(() => ''))
  const text = JSON.stringify(lines)
  for (const { name } of COLLEAGUES.values()) expect(text).not.toContain(name)
  expect(text).not.toContain('病假')
})

test('everybody the record names is looked up, and whoever is not found leaves the sentence as it was', () => {
  expect(staffIn(HISTORY).sort()).toEqual(['liqiang', 'lumin', 'luohai', 'mofang', 'weili'])
  const [, second, third] = recordForStaff(HISTORY, new Map())
  expect([second!.text, third!.who]).toEqual(['指派了客户经理', ''])
})

test('the clerk who wrote it down at the counter stands in for nobody', () => {
  const counter = recorded([
    [{ ...submitted!, channel: 'counter' } as CaseEvent, { role: 'manager', id: 'weili' }],
    [assigned('liqiang', 'application'), { role: 'manager', id: 'weili' }],
  ])
  expect(recordForStaff(counter, COLLEAGUES).map(({ who }) => who)).toEqual(['营业部 韦丽', '营业部 韦丽'])
})
