/// <reference types="@tarojs/taro" />

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform this bundle is for; a constant in the bundle, so the other platform's code drops out. */
    TARO_ENV: 'weapp' | 'h5'
  }
}
