import type { CalendarNoticeRow } from '../calendarNotices'

/**
 * 自治区人民政府办公厅关于“壮族三月三”放假的通知, one a year under 广西壮族自治区人民政府令第98号 (in force 2014-03-01).
 * There is no formula: the days are each notice's own. Only what differs from the national calendar is listed,
 * except weekends a notice names itself. 2027 is not published.
 */
const row = (
  year: number,
  published: string,
  publishedIs: 'exact' | 'latest',
  days: { off?: string[]; work?: string[] },
  note?: string,
): CalendarNoticeRow => ({
  id: `guangxi-${year}`,
  authority: 'guangxi',
  year,
  document: `自治区人民政府办公厅关于${year}年“壮族三月三”放假的通知`,
  published,
  publishedIs,
  confidence: 'secondary',
  entries: days.off || days.work ? [{ name: '广西三月三', ...days }] : [],
  ...(note && { note }),
})

export const guangxiNotices: CalendarNoticeRow[] = [
  row(2014, '2014-04-01', 'latest', { off: ['2014-04-02/2014-04-03'] }),
  row(2015, '2015-04-19', 'latest', { off: ['2015-04-20/2015-04-21'] }),
  row(2016, '2016-04-07', 'latest', { off: ['2016-04-08/2016-04-11'] }),
  row(
    2017,
    '2017-02-10',
    'exact',
    { off: ['2017-03-30/2017-04-01'], work: ['2017-04-08'] },
    '取消全国4月1日的调休上班',
  ),
  row(2018, '2018-03-27', 'latest', { off: ['2018-04-18/2018-04-20'], work: ['2018-04-15'] }),
  row(2019, '2019-04-03', 'latest', { off: ['2019-04-04', '2019-04-08'] }),
  row(2020, '2020-03-05', 'exact', {}, '当年不另行放假'),
  row(2021, '2021-04-13', 'latest', { off: ['2021-04-14/2021-04-16'], work: ['2021-04-18'] }),
  row(2022, '2022-04-01', 'latest', { off: ['2022-04-02', '2022-04-06'] }, '取消全国4月2日的调休上班'),
  row(2023, '2023-03-14', 'latest', { off: ['2023-04-21/2023-04-23'] }, '取消全国4月23日的调休上班'),
  row(2024, '2024-04-10', 'latest', { off: ['2024-04-11/2024-04-12'] }),
  row(2025, '2025-03-30', 'latest', { off: ['2025-03-31/2025-04-01'] }),
  row(2026, '2026-03-04', 'exact', { off: ['2026-04-17/2026-04-20'] }),
]
