/** What can be wrong with a record, and how it is said. */
export const FINDINGS = {
  chainBroken: '台账的哈希链断了：有事件被改、被插入、被删或换了次序',
  ledgerCut: '台账比登记的短：最后的事件不见了',
  caseGone: '有台账，没有这件申请',
  ledgerGone: '有这件申请，没有台账',
  headDiffers: '申请的当前状态与台账推得的不同',
  tasksDiffer: '待办与台账推得的不同',
  eventGone: '日终签名以后，事件被删',
  eventReplaced: '日终签名以后，事件被换',
  eventBackdated: '日终签名以后，补进了更早的事件',
  eventMoved: '日终签名以后，事件换了次序',
  checkpointForged: '日终签名不是用这把钥匙签的，或者签的不是这些内容',
  checkpointMissing: '缺这一天的日终签名',
  checkpointShrunk: '这一天的记录比前一天少',
  checkpointBroken: '这一天签名的根，与现有事件算出的不同',
} as const

/** One thing that is wrong: its kind, the case, event or day it is about, and what differs. */
export interface Finding {
  kind: keyof typeof FINDINGS
  at: string
  what?: string
}
