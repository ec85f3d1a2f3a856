import { Solar } from 'lunar-typescript'

/**
 * 全国年节及纪念日放假办法 as in force since 2025 (国务院令第795号), read day by day off a library's lunar calendar: a second way
 * from the law to the days, which shares no table and no code with the one under test.
 */
export function holidaysByLaw(day: string): string[] {
  const [year, month, date] = day.split('-').map(Number)
  const today = Solar.fromYmd(year, month, date)
  const { lunar, tomorrow } = { lunar: today.getLunar(), tomorrow: today.next(1).getLunar() }
  // A repeated month has a negative number, and is none of these.
  const isOn = (lunarMonth: number, first: number, last: number) =>
    lunar.getMonth() === lunarMonth && lunar.getDay() >= first && lunar.getDay() <= last
  const isEve = tomorrow.getMonth() === 1 && tomorrow.getDay() === 1
  return [
    ...(month === 1 && date === 1 ? ['元旦'] : []),
    ...(isEve || isOn(1, 1, 3) ? ['春节'] : []),
    ...(lunar.getJieQi() === '清明' ? ['清明节'] : []),
    ...(month === 5 && date <= 2 ? ['劳动节'] : []),
    ...(isOn(5, 5, 5) ? ['端午节'] : []),
    ...(isOn(8, 15, 15) ? ['中秋节'] : []),
    ...(month === 10 && date <= 3 ? ['国庆节'] : []),
  ]
}
