import { settle, type WxCallbacks, WxError } from '../settle'
import type { Place } from '../types'
import type { World } from '../World'

/** Where the phone is. Simulated: the test sets the place, and null refuses. */
export function locationApi({ settings }: World, askPrivacy: (scope: string) => Promise<void>) {
  const place = async (api: string): Promise<Place> => {
    await askPrivacy(api)
    if (!settings.place) throw new WxError('auth deny')
    return settings.place
  }
  return {
    getLocation: (options: WxCallbacks<{ latitude: number; longitude: number; accuracy: number }>) =>
      settle('getLocation', options, async () => {
        const { latitude, longitude } = await place('getLocation')
        return { latitude, longitude, accuracy: 30, speed: -1, altitude: 0 }
      }),
    chooseLocation: (options: WxCallbacks<Place>) =>
      settle('chooseLocation', options, async () => ({ ...(await place('chooseLocation')) })),
    openLocation: (options: WxCallbacks<object>) => settle('openLocation', options, () => ({})),
  }
}
