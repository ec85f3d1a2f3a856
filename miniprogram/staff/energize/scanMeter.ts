import { clean } from '@shared/typed/clean'
import { METER_NUMBER } from '@shared/typed/meter'
import { platform } from '@/platform'

/** Only WeChat has a scanner; on the web the number is typed. */
export const canScan = platform.name === 'weapp'

/** The number on a meter's bar code; null when the person turned back or the code is no meter's. */
export async function scanMeter(): Promise<string | null> {
  const number = clean('meter', (await platform.scanCode()) ?? '')
  return METER_NUMBER.test(number) ? number : null
}
