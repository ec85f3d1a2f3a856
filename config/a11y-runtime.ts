import { mergeInternalComponents } from '@tarojs/shared'
import { a11yComponents } from './a11y-attributes'

// Runs inside the mini-program: Taro's runtime shortens attribute names by the same table the templates were built from.
mergeInternalComponents(a11yComponents)
