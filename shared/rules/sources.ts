/** 柳州市的方案: the document everything of Liuzhou and Guangxi here is taken from. It is undated and unnumbered. */
export const liuzhouPlan = {
  title: '柳州市优化营商环境获得电力指标整改工作方案',
  /** The day by which 附件4 has the limits laid down (3.1) and made public (8); the text names no day of its own. */
  validFrom: '2019-02-28',
} as const

/** The nation's opinions of 2025, known here from copies of parts of them. */
export const opinion2025 = { title: '深化“获得电力”的意见(2025-06-03)', from: '2025-06-03' } as const
