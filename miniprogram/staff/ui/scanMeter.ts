import Taro from '@tarojs/taro'
import { platform } from '@/platform'
import { METER_NUMBER } from '../sheet/supplySheets'

/** Only WeChat has a scanner; on the web the number is typed. */
export const canScan = platform.name === 'weapp'

/** The number on a meter's bar code; null when the person turned back or the code is no meter's. */
export async function scanMeter(): Promise<string | null> {
  const answer = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] }).catch(() => null)
  const number = answer?.result.trim() ?? ''
  return METER_NUMBER.test(number) ? number : null
}
