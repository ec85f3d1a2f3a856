/** A built mini-program as one object. Keys are paths inside the package; `configs`, `styles` without their extension. */
export interface MiniProgramPackage {
  /** Source text that evaluates to the compiled templates, by path. */
  templates: string
  scripts: Record<string, string>
  configs: Record<string, PageConfig & Partial<AppConfig>>
  styles: Record<string, string>
  /** Pictures as data URLs, by absolute package path. */
  assets: Record<string, string>
}

/** A page's or component's .json file, as far as the host reads it. */
export interface PageConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
}

/** app.json, as far as the host reads it. */
export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: PageConfig
  tabBar?: { list: { pagePath: string; text: string }[] }
}

/** A place as WeChat gives it: GCJ-02 degrees. */
export interface Place {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** How the simulated phone, network and person behave. A test may change any of it while the app runs. */
export interface WeappSettings {
  /** Origin of the local host, which answers the cloud functions. */
  hostUrl: string
  /** Stands for the openid WeChat attaches to a call. */
  token: string
  /** What the person answers when asked to allow a subscribe message. */
  subscribe: 'accept' | 'reject' | 'ban'
  /** Where the phone is, and what the person picks on the map; null refuses the permission. */
  place: Place | null
  /** The text of the code the person points the camera at; null backs out. */
  scanned: string | null
  /** What the person or the phone has denied for good: answered as WeChat does, until it is allowed in the settings. */
  denied: Denied[]
  /** Whether the person has already agreed to the privacy guide. */
  privacyAgreed: boolean
  /** So many next cloud calls reach the function, and their answer never reaches the app. */
  loseAnswers: number
  /** Bytes the small values may take together; WeChat's own limit unless something else has filled it. */
  storageBytes: number
}

/** What a phone lends or refuses. */
export type Denied = 'camera' | 'album' | 'scan' | 'notice'

/** A picture the person took or chose. */
export interface Picture {
  name: string
  base64: string
}

/** One call of a `wx.*` function, with what can be said of its options in JSON. */
export interface WxCall {
  name: string
  options: unknown
}

/** What the page side offers to the test side. */
export interface WeappController {
  launch(url: string): void
  reLaunch(url: string): Promise<void>
  back(): Promise<void>
  stackPaths(): string[]
  pullDown(): Promise<void>
  calls: WxCall[]
  settings: WeappSettings
  exportStorage(): Record<string, unknown>
  /** The files that outlive the app being closed, as base64, by path. */
  exportFiles(): Record<string, string>
}

declare global {
  interface Window {
    bootWeapp(
      pack: MiniProgramPackage,
      settings: WeappSettings,
      storage: Record<string, unknown>,
      files?: Record<string, string>,
    ): WeappController
    weapp: WeappController
    /** Asks the test which pictures the person takes; at most `count`. */
    takePictures(count: number): Promise<Picture[]>
  }
}
