import { settle, type WxCallbacks, WxError } from '../settle'
import type { World } from '../World'

/** What the launch looked like to the app. */
export interface LaunchOptions {
  path: string
  query: Record<string, string>
  /** WeChat's scene value: 1001 from the list of mini-programs. */
  scene: number
}

type TmplAnswer = Record<string, 'accept' | 'reject' | 'ban'>

/** The phone itself: its measures, its theme, its account, and the small actions that leave the app. */
export function systemApi(world: World, launch: () => LaunchOptions) {
  const { settings, events } = world
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const theme = () => (dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', () => events.emit('ThemeChange', { theme: theme() }))

  const size = () => ({
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
  })
  const windowInfo = () => ({
    ...size(),
    pixelRatio: devicePixelRatio,
    statusBarHeight: 44,
    screenTop: 0,
    safeArea: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
  })
  const deviceInfo = () => ({ platform: 'ios', system: 'iOS 17.0', brand: 'simulated', model: 'simulated' })
  const baseInfo = () => ({
    SDKVersion: '3.5.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: theme(),
    fontSizeSetting: 16,
    host: { env: 'WeChat' },
  })
  const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...baseInfo() })
  const done = (api: string) => (options?: WxCallbacks<object>) => settle(api, options, () => ({}))
  let clipboard = ''

  return {
    getSystemInfoSync: systemInfo,
    getSystemInfo: (options?: WxCallbacks<ReturnType<typeof systemInfo>>) =>
      settle('getSystemInfo', options, systemInfo),
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: baseInfo,
    getMenuButtonBoundingClientRect: () => ({
      ...{ top: 48, bottom: 80, height: 32, width: 87 },
      ...{ left: innerWidth - 94, right: innerWidth - 7 },
    }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getExtConfigSync: () => ({}),
    login: (options?: WxCallbacks<{ code: string }>) =>
      settle('login', options, () => ({ code: 'simulated-login-code' })),
    checkSession: done('checkSession'),
    getSetting: (options?: WxCallbacks<{ authSetting: object }>) =>
      settle('getSetting', options, () => ({ authSetting: {} })),
    openSetting: (options?: WxCallbacks<{ authSetting: object }>) =>
      settle('openSetting', options, () => {
        // Simulated: whoever opens the settings allows everything.
        settings.denied = []
        return { authSetting: {} }
      }),
    authorize: done('authorize'),
    makePhoneCall: done('makePhoneCall'),
    vibrateShort: done('vibrateShort'),
    vibrateLong: done('vibrateLong'),
    setKeepScreenOn: done('setKeepScreenOn'),
    hideKeyboard: done('hideKeyboard'),
    showShareMenu: done('showShareMenu'),
    hideShareMenu: done('hideShareMenu'),
    setNavigationBarColor: done('setNavigationBarColor'),
    setBackgroundColor: done('setBackgroundColor'),
    saveImageToPhotosAlbum: done('saveImageToPhotosAlbum'),
    startPullDownRefresh: done('startPullDownRefresh'),
    stopPullDownRefresh: done('stopPullDownRefresh'),
    setClipboardData: (options: { data: string } & WxCallbacks<object>) =>
      settle('setClipboardData', options, () => {
        clipboard = options.data
        world.overlay.toast('内容已复制', 'none', 1500)
        return {}
      }),
    getClipboardData: (options?: WxCallbacks<{ data: string }>) =>
      settle('getClipboardData', options, () => ({ data: clipboard })),
    requestSubscribeMessage: (options: { tmplIds: string[] } & WxCallbacks<TmplAnswer>) =>
      settle('requestSubscribeMessage', options, () => {
        if (!navigator.userActivation.isActive)
          throw new WxError('can only be invoked by user TAP gesture.', { errCode: 10001 })
        if (settings.denied.includes('notice')) throw new WxError('The main switch is switched off', { errCode: 20004 })
        return Object.fromEntries(options.tmplIds.map((id) => [id, settings.subscribe])) as TmplAnswer
      }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getLogManager: silentLog,
    getRealtimeLogManager: silentLog,
    reportEvent: () => undefined,
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
  }
}

function silentLog() {
  return { debug() {}, info() {}, log() {}, warn() {}, error() {} }
}
