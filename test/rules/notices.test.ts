import { calendarNotices } from '@shared/rules/calendar/notices'
import { validateCalendarYears } from '@shared/rules/calendar/validateCalendarYears'
import { calendarYears } from '@shared/rules/calendar/years'

const notice = {
  id: 'national-2027',
  authority: 'national',
  document: '国办发明电〔2026〕99号',
  published: '2026-11-10',
  publishedIs: 'exact',
  confidence: 'official',
}
const entry = { name: '元旦', off: ['2026-12-31/2027-01-02'], work: ['2027-01-03'] }
const year = (change: object = {}, of: object = {}) => ({
  year: 2027,
  notices: [{ ...notice, entries: [entry], ...change }],
  ...of,
})
const refused = (files: unknown[], fact: string) => {
  expect(() => validateCalendarYears(files)).toThrow(expect.objectContaining({ name: 'RulesError', code: 'badNotice' }))
  expect(() => validateCalendarYears(files)).toThrow(fact)
}

test('the years of this build are good', () => {
  expect(validateCalendarYears(calendarYears)).toEqual(calendarNotices())
})

test('a good file is read, its spans spelled out, in the order of publication', () => {
  const notices = validateCalendarYears([...calendarYears, year()])
  expect(notices).toHaveLength(calendarNotices().length + 1)
  expect(notices.at(-1)).toMatchObject({
    year: 2027,
    entries: [{ name: '元旦', off: ['2026-12-31', '2027-01-01', '2027-01-02'], work: ['2027-01-03'] }],
  })
  const published = notices.map((each) => each.published)
  expect(published).toEqual([...published].sort())
  expect(calendarNotices()).toHaveLength(29)
})

test.each<[string, object, string]>([
  ['an empty file', {}, 'notices'],
  ['a file without notices', year({}, { notices: [] }), 'notices'],
  ['a day that does not exist', year({ entries: [{ name: 'x', off: ['2027-02-30'] }] }), '2027-02-30'],
  [
    'a span that runs backwards',
    year({ entries: [{ name: 'x', off: ['2027-05-04/2027-05-01'] }] }),
    '2027-05-04/2027-05-01',
  ],
  ['a span of three', year({ entries: [{ name: 'x', off: ['2027-05-01/2027-05-02/2027-05-03'] }] }), '不是起止日期'],
  ['words', year({ entries: [{ name: 'x', off: ['soon'] }] }), 'soon'],
  ['a misspelt key', year({ entries: [{ name: 'x', holiday: ['2027-05-01'] }] }), 'holiday'],
  ['a holiday without a name', year({ entries: [{ ...entry, name: '' }] }), 'name'],
  [
    'a Wednesday both off and worked',
    year({
      entries: [
        { name: 'x', off: ['2027-05-05'] },
        { name: 'y', work: ['2027-05-05'] },
      ],
    }),
    '2027-05-05 is both off and worked',
  ],
  [
    'a day listed twice',
    year({
      entries: [
        { name: 'x', off: ['2027-05-05'] },
        { name: 'y', off: ['2027-05-04/2027-05-06'] },
      ],
    }),
    '2027-05-05 twice',
  ],
  [
    'a make-up day that was a working day anyway',
    year({ entries: [{ name: 'x', work: ['2027-05-05'] }] }),
    '2027-05-05 is made a working day, which it was anyway',
  ],
  ['a day of another year', year({ entries: [{ name: 'x', off: ['2028-01-01'] }] }), '2028-01-01 is not a day of 2027'],
  [
    'a day too early in the year before',
    year({ entries: [{ name: 'x', off: ['2026-12-24'] }] }),
    '2026-12-24 is not a day of 2027',
  ],
  ['a notice that is there already', year({ id: 'national-2026' }), 'the notice has national-2026 twice'],
  ['a year that is there already', year({ id: 'x', entries: [] }, { year: 2026 }), 'the year has 2026 twice'],
  ['a year without its national notice', year({ authority: 'guangxi' }), '2027 has no national notice'],
])('%s is refused by its fact', (_name, file, fact) => {
  refused([...calendarYears, file], fact)
})

test('a weekday an earlier notice took off may be worked again, and the last week of December belongs to New Year', () => {
  const later = {
    ...notice,
    id: 'national-2027-2',
    published: '2026-12-01',
    entries: [{ name: 'x', work: ['2026-12-31'] }],
  }
  const both = { year: 2027, notices: [{ ...notice, entries: [entry] }, later] }
  expect(validateCalendarYears([...calendarYears, both]).at(-1)?.id).toBe('national-2027-2')
  // Not the other way round: what is taken off later was a working day then.
  const before = { ...later, published: '2026-11-01' }
  refused([...calendarYears, { year: 2027, notices: [{ ...notice, entries: [entry] }, before] }], '2026-12-31')
  expect(
    validateCalendarYears([...calendarYears, year({ entries: [{ name: 'x', off: ['2026-12-25'] }] })]),
  ).toBeTruthy()
})

test("of one day the national notice is read before the region's, which builds on it", () => {
  const region = {
    ...notice,
    id: 'guangxi-2027',
    authority: 'guangxi',
    document: '桂政办电〔2026〕99号',
    entries: [{ name: '调整', work: ['2027-01-01'] }],
  }
  const national = { ...notice, entries: [entry] }
  for (const notices of [
    [region, national],
    [national, region],
  ])
    expect(validateCalendarYears([{ year: 2027, notices }]).map(({ id }) => id)).toEqual([
      'national-2027',
      'guangxi-2027',
    ])
})

test('a day at the end of December belongs to the year after it, and to no other', () => {
  for (const off of ['2024-12-30', '2026-12-24', '2028-12-30', '2028-01-01'])
    refused([year({ entries: [{ name: '元旦', off: [off] }] })], `${off} is not a day of 2027`)
  expect(
    validateCalendarYears([year({ entries: [{ name: '元旦', off: ['2026-12-25', '2027-12-31'] }] })]),
  ).toHaveLength(1)
})
