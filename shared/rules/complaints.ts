/** 投诉事由: what people complain of, as a list; their own words are kept beside it, erasable. */
export const complaintTopics = [
  { code: 'late', title: '办得太慢、超过承诺时间' },
  { code: 'extraPapers', title: '多要材料、多加环节' },
  { code: 'charges', title: '乱收费、指定施工单位' },
  { code: 'attitude', title: '服务态度不好' },
  { code: 'wrongWord', title: '告知的不清楚或者说错了' },
  { code: 'other', title: '别的事' },
] as const

export type ComplaintTopic = (typeof complaintTopics)[number]['code']
