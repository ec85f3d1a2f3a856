import { publicRules } from '@shared/rules/publicRules'
import { ruleSetById } from '@shared/rules/ruleSets'

const guide = publicRules(ruleSetById('liuzhou-2019@2019-02-28'))
const plan = '《柳州市优化营商环境获得电力指标整改工作方案》'

test('the processes have two and three stages, and the abolished ones are named', () => {
  expect(guide.processes).toEqual([
    {
      customerClasses: ['resident', 'lowVoltage'],
      who: '居民、一般低压',
      stages: ['用电报装', '装表接电'],
      source: `${plan}三(一)1、附件1`,
    },
    {
      customerClasses: ['hvSingle', 'hvDual'],
      who: '10kV高压单电源、10kV高压双电源和35kV及以上',
      stages: ['用电报装', '现场勘查及供电方案答复', '竣工检验和装表接电'],
      source: `${plan}三(一)2、附件2`,
    },
  ])
  expect(guide.abolished.titles).toEqual(['方案审核', '设计审查', '中间检查'])
})

test('limits read as sentences, with their article and how sure it is', () => {
  const find = (who: string, what: string, line: string, authority: string) =>
    guide.limits.filter(
      (row) => row.who === who && row.what === what && row.line === line && row.authority === authority,
    )
  expect(find('居民', '装表接电', '有外线工程', '柳州市')).toEqual([
    {
      customerClass: 'resident',
      who: '居民',
      what: '装表接电',
      line: '有外线工程',
      authority: '柳州市',
      text: '不超过2个工作日',
      clock: '自业务受理起至接火送电止',
      source: `${plan}附件1第三部分、三(三)1、附件3`,
      note: '',
    },
  ])
  expect(find('居民', '装表接电', '', '柳州市').map(({ text }) => text)).toEqual(['平均不超过2个工作日'])
  expect(find('一般低压', '用电报装', '', '广西壮族自治区').map(({ text }) => text)).toEqual(['当日办结'])
  const old = find('10kV高压单电源', '现场勘查及供电方案答复', '', '国家')
  expect(old.map(({ text, source }) => [text, source])).toEqual([
    ['不超过1个月', '《供电营业规则(电力工业部令第8号,1996)》(据转载)'],
    ['不超过20个工作日', '《供电监管办法(2010)》(据转载)'],
  ])
})

test('later rules say what they are: drafts and targets', () => {
  const today = publicRules(ruleSetById('liuzhou-2019@2025-06-03'))
  const texts = today.limits.map(({ what, text, source }) => `${what} ${text} ${source}`)
  expect(texts).toContain('办电全过程 不超过15个工作日 发改能源规〔2020〕1479号(据转载)')
  expect(texts).toContain('供电企业办理合计 不超过22个工作日 发改能源规〔2020〕1479号(据征求意见稿)')
  expect(texts).toContain('办电全过程 目标：不超过5个工作日 《深化“获得电力”的意见(2025-06-03)》(据转载)')
})

test('every row is complete Chinese text', () => {
  for (const row of guide.limits) {
    expect(
      [row.who, row.what, row.authority, row.text, row.clock, row.source].every((text) => /[\u4e00-\u9fff]/.test(text)),
    ).toBe(true)
  }
  for (const row of guide.materials) {
    expect(row.oneOf.length).toBeGreaterThan(0)
    expect(row.source.startsWith(plan)).toBe(true)
  }
  const houses = guide.materials.find(({ title, who }) => title === '用电地址物业权属证明' && who === '居民、一般低压')
  expect(houses?.oneOf).toContain('承诺书(非政府规划范围内的城乡自建房，没有物业权属证明)')
})
