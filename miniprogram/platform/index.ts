import { h5 } from './cloud.h5'
import { weapp } from './cloud.weapp'
import type { Platform } from './port'

export type { CanvasNode, PdfFile, Picture, Platform } from './port'

/** TARO_ENV is a constant of the bundle, so the other platform's module is dropped from it. */
export const platform: Platform = process.env.TARO_ENV === 'h5' ? h5 : weapp
