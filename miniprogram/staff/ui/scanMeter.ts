import { clean } from '@shared/typed/clean'
import { METER_NUMBER } from '@shared/typed/meter'
import Taro from '@tarojs/taro'
import { platform } from '@/platform'

/** Only WeChat has a scanner; on the web the number is typed. */
export const canScan = platform.name === 'weapp'

/** The number on a meter's bar code; null when the person turned back or the code is no meter's. */
export async function scanMeter(): Promise<string | null> {
  const answer = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] }).catch(() => null)
  const number = clean('meter', answer?.result ?? '')
  return METER_NUMBER.test(number) ? number : null
}
