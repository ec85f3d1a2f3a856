import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { a11yComponents } from './a11y-attributes'
import { unusedOfView } from './unused-attributes'

// Runs inside the mini-program: Taro's runtime shortens attribute names by the same table the templates were built from.
mergeInternalComponents(a11yComponents)
for (const name of unusedOfView) delete internalComponents.View[name]
