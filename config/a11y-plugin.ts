import path from 'node:path'
import { a11yComponents } from './a11y-attributes'
import { unusedAttributes, unusedComponents } from './unused-attributes'

/** The parts of Taro's plugin context and platform this plugin touches; Taro types neither. */
interface MiniPlatform {
  template?: {
    internalComponents: Record<string, Record<string, unknown>>
    mergeComponents(context: PluginContext, components: typeof a11yComponents): void
  }
  runtimePath: string | string[]
}
interface PluginContext {
  registerMethod(method: { name: string; fn(platform: MiniPlatform): void }): void
}

/**
 * Taro drops `aria-*` from its mini-program templates (NervJS/taro#10025), so a screen reader hears nothing.
 * This puts them back, into the templates and into the runtime's table of attributes, and leaves out what no page uses; a web build has
 * no templates and is left alone.
 */
export default function a11yPlugin(context: PluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'a11y-runtime.ts')].flat()
      platform.template.mergeComponents(context, a11yComponents)
      const table = platform.template.internalComponents
      for (const [component, names] of Object.entries(unusedAttributes))
        for (const name of names) delete table[component][name]
      for (const component of unusedComponents) table[component] = {}
    },
  })
}
