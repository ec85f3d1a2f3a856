import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { a11yComponents } from './a11y-attributes'
import { unusedAttributes, unusedComponents } from './unused-attributes'

// Runs inside the mini-program: Taro's runtime shortens attribute names by the same table the templates were built from.
mergeInternalComponents(a11yComponents)
for (const [component, names] of Object.entries(unusedAttributes))
  for (const name of names) delete internalComponents[component][name]
for (const component of unusedComponents) internalComponents[component] = {}
