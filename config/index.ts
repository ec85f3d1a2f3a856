import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type Chain from 'webpack-chain'

const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')
const weapp = process.env.TARO_ENV === 'weapp'

/** A build is read in a log: no progress bar, and no advice on sizes, which the benchmark measures. */
function quiet(chain: Chain): void {
  chain.plugins.delete('webpackbar')
  chain.performance.hints(false)
}

/** One source, two builds: the WeChat mini-program (dist/miniprogram) and the same app as a web page (dist/h5). */
export default defineConfig<'webpack5'>(async () => ({
  projectName: 'onecert-power',
  date: '2026-11-1',
  // Taro's web build reads these even with px left alone.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'miniprogram',
  outputRoot: weapp ? 'dist/miniprogram' : 'dist/h5',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(__dirname, 'a11y-plugin.ts')],
  alias: { '@': path.join(root, 'miniprogram'), '@shared': shared },
  mini: {
    compile: { include: [shared] },
    optimizeMainPackage: { enable: true },
    // No page writes HTML: its parser stays out of the main package.
    runtime: { enableInnerHTML: false },
    // No page nests deeper; below it Taro would wrap what is left in a component.
    baseLevel: 12,
    // Chinese as it is: escaped, every character would be twice as long, and the main package is small.
    terser: { config: { output: { ascii_only: false } } },
    webpackChain: quiet,
    // Sizes are real pixels on both platforms: text must not grow with the width of a tablet or a desk.
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    compile: { include: [shared] },
    publicPath: '/',
    // One bundle: a page not yet fetched could not be opened where there is no network, and that is where staff work.
    webpackChain: (chain) => {
      quiet(chain)
      chain.module
        .rule('pages')
        .test(/miniprogram[\\/]app\./)
        .parser({ dynamicImportMode: 'eager' })
    },
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // `npm run dev`: the files are written and the local host serves them; nothing of the development server's is in the page.
    devServer: {
      host: '127.0.0.1',
      open: false,
      hot: false,
      liveReload: false,
      client: false,
      devMiddleware: { writeToDisk: true },
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
}))
