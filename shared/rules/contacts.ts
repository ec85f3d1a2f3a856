/**
 * 专人跟踪、指导、提醒 (柳州市方案附件4第7项): while a customer builds or puts right, the account manager asks how it goes. The plan
 * names no interval; see `decisions`.
 */
export const contactEveryWorkingDays = 20

/** 困难: what holds a customer's own works up, as they say it. */
export const contactObstacles = [
  { code: 'none', title: '没有困难，按计划在做' },
  { code: 'design', title: '设计还没做完' },
  { code: 'contractor', title: '施工单位还没定' },
  { code: 'equipment', title: '设备还没到货' },
  { code: 'site', title: '场地、土建还没好' },
  { code: 'funds', title: '资金还没到位' },
  { code: 'other', title: '别的困难' },
] as const
export type ContactObstacle = (typeof contactObstacles)[number]['code']
