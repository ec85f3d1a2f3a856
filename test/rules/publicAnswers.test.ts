import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { promise } from '@shared/rules/promise'
import { publicAnswers } from '@shared/rules/publicAnswers'
import { amountText, publicRules } from '@shared/rules/publicRules'
import { ruleSetById } from '@shared/rules/ruleSets'
import { localDate } from '@shared/time/localDate'
import { guideOf } from '../../cloudfunctions/public/guide'

const ruleSet = ruleSetById('liuzhou-2019@2019-02-28')
const answers = publicAnswers(ruleSet)
const PLAN = '《柳州市优化营商环境获得电力指标整改工作方案》'

test('whoever asks how long reads their own days and what it costs', () => {
  expect(answers.map(({ who, days, cost }) => [who, ...days, cost])).toEqual([
    ['居民，家里用', '从受理到通电：不用架外线1个工作日，要架外线2个工作日', '到电表0元，外线和电表都由供电公司装'],
    [
      '小店、小微企业，160千伏安以内',
      '从受理到通电：不用架外线2个工作日，要架外线4个工作日',
      '到电表0元，外线和电表都由供电公司装',
    ],
    ...[
      ['高压，一路电源', '6个工作日', '6个工作日'],
      ['高压，两路电源或35千伏及以上', '16个工作日', '8个工作日'],
    ].map(([who, scheme, power]) => [
      who,
      `从受理到答复供电方案：${scheme}`,
      `您报验以后到通电：${power}`,
      '中间您自己施工的时间，由您安排，不算在内',
      '您自己的受电工程（变压器、配电房）由您请人设计、施工、试验，费用您出；业扩配套工程由供电公司建，不收您的钱',
    ]),
  ])
  for (const { sources } of answers) for (const source of sources) expect(source.startsWith(PLAN)).toBe(true)
})

test.each([
  ['resident', 'connection', false, 0, '不用架外线'],
  ['resident', 'connection', true, 0, '要架外线'],
  ['lowVoltage', 'connection', false, 1, '不用架外线'],
  ['lowVoltage', 'connection', true, 1, '要架外线'],
  ['hvSingle', 'scheme', true, 2, '答复供电方案：'],
  ['hvDual', 'scheme', true, 3, '答复供电方案：'],
  ['hvSingle', 'energization', true, 2, '到通电：'],
  ['hvDual', 'energization', true, 3, '到通电：'],
] as const)(
  '%s, %s, line %s: the days said are those a case is promised',
  (customerClass, stage, externalLine, row, words) => {
    const at = Date.parse('2026-03-02T10:00:00+08:00')
    const { limit } = promise({
      ruleSet,
      customerClass,
      stage,
      externalLine,
      starts: { submission: at, acceptance: at, inspectionRequest: at },
      stops: [],
      calendar: calendarAsOf(localDate('2026-03-02')),
    })
    expect(answers[row]!.days.join()).toContain(words + amountText(limit.amount))
  },
)

test('the guide leads with the answers, folds the law away, and says of papers whether they are low or high voltage', () => {
  const { sections } = guideOf(publicRules(ruleSet), answers)
  const time = sections.find(({ title }) => title === '最晚多久、多少钱')!
  expect(time.rows.map(({ title }) => title)).toEqual(answers.map(({ who }) => who))
  expect(time.law.length).toBeGreaterThan(10)
  const papers = sections
    .find(({ title }) => title === '要什么材料')!
    .rows.filter(({ title }) => title.includes('物业权属'))
  expect(papers.map(({ title }) => title.slice(0, 2)).sort()).toEqual(['低压', '高压'])
})
