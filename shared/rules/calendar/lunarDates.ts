import { RulesError } from '../rulesError'

/** The days of one year that follow the moon or the sun, as 'MM-DD'. */
export interface LunarDates {
  /** 正月初一; 除夕 is the day before, be it the 29th or the 30th of its month. */
  newYear: string
  /** 三月初三: for information only. When Guangxi rests is what its notice says. */
  sanyuesan: string
  /** 清明, the solar term. */
  qingming: string
  /** 五月初五. */
  dragonBoat: string
  /** 八月十五. */
  midAutumn: string
}

/**
 * Looked up, never computed at run time. A month that is repeated (闰月) does not repeat its holidays. Tests compare
 * every day with two libraries, and 清明 with the sun's longitude besides.
 */
const ROWS = `
2013 02-10 04-12 04-04 06-12 09-19
2014 01-31 04-02 04-05 06-02 09-08
2015 02-19 04-21 04-05 06-20 09-27
2016 02-08 04-09 04-04 06-09 09-15
2017 01-28 03-30 04-04 05-30 10-04
2018 02-16 04-18 04-05 06-18 09-24
2019 02-05 04-07 04-05 06-07 09-13
2020 01-25 03-26 04-04 06-25 10-01
2021 02-12 04-14 04-04 06-14 09-21
2022 02-01 04-03 04-05 06-03 09-10
2023 01-22 04-22 04-05 06-22 09-29
2024 02-10 04-11 04-04 06-10 09-17
2025 01-29 03-31 04-04 05-31 10-06
2026 02-17 04-19 04-05 06-19 09-25
2027 02-06 04-09 04-05 06-09 09-15
2028 01-26 03-28 04-04 05-28 10-03
2029 02-13 04-16 04-04 06-16 09-22
2030 02-03 04-05 04-05 06-05 09-12
2031 01-23 03-25 04-05 06-24 10-01
2032 02-11 04-12 04-04 06-12 09-19
2033 01-31 04-02 04-04 06-01 09-08
2034 02-19 04-21 04-05 06-20 09-27
2035 02-08 04-10 04-05 06-10 09-16
2036 01-28 03-30 04-04 05-30 10-04
2037 02-15 04-18 04-04 06-18 09-24
2038 02-04 04-07 04-05 06-07 09-13
2039 01-24 03-27 04-05 05-27 10-02
2040 02-12 04-13 04-04 06-14 09-20
`

/** The years the table has. */
export const LUNAR_YEARS = { first: 2013, last: 2040 } as const

/** Throws RulesError `noLunarDates` for a year the table does not have. */
export function lunarDatesOf(year: number): LunarDates {
  const row = ROWS.split('\n')[year - LUNAR_YEARS.first + 1]
  if (!row?.startsWith(`${year} `)) throw new RulesError('noLunarDates', `no lunar dates for ${year}`)
  const [, newYear, sanyuesan, qingming, dragonBoat, midAutumn] = row.split(' ')
  return { newYear, sanyuesan, qingming, dragonBoat, midAutumn }
}
