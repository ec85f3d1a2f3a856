declare module 'dayjs-business-days' {
  import type { PluginFunc } from 'dayjs'

  const plugin: PluginFunc
  export default plugin
}
