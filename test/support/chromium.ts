import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { chineseFontConfig, moveIntoPlace } from './chineseFont'

const ROOT = path.resolve(__dirname, '../..')
/** A loaded machine takes many times as long to start a browser as a free one. */
const STARTS_MS = 180_000
const CACHE = path.join(ROOT, 'node_modules/.cache/onecert-browser')

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The same glyph shapes on every machine, whatever its hinting settings.
  '--font-render-hinting=none',
]

/** A browser program and the environment it needs to start. */
export interface BrowserProgram {
  executablePath: string
  env: Record<string, string>
}

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else one in a usual place, else the bundled one. Throws when none can be had.
 */
export function findBrowser(): BrowserProgram {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`)
  const installed = named ?? USUAL_PATHS.find((candidate) => existsSync(candidate))
  return installed ? { executablePath: installed, env: fontEnvironment() } : bundledBrowser()
}

/** The Chromium inside `@sparticuz/chromium` (Linux x64 only), unpacked once under `node_modules/.cache`. */
export function bundledBrowser(): BrowserProgram {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium found: install Chrome or Chromium, or name one in CHROMIUM_PATH')
  }
  const folder = unpackBundledChromium()
  // The build links NSS, NSPR and Expat, which a bare machine lacks. Its own copies come first, so that every machine runs one set.
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath: path.join(folder, 'chromium'), env: { ...fontEnvironment(), LD_LIBRARY_PATH: libraries } }
}

/** Starts a headless Chromium that draws Chinese. The caller closes it. */
export function launchBrowser(program: BrowserProgram = findBrowser()): Promise<Browser> {
  return chromium.launch({ ...program, args: FLAGS, timeout: STARTS_MS })
}

/** On Linux the only fonts are ours, so that a screenshot looks the same on every machine; elsewhere the system draws Chinese. */
function fontEnvironment(): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  if (process.platform !== 'linux') return env
  const config = chineseFontConfig(path.join(CACHE, 'fonts-2.004'))
  return { ...env, FONTCONFIG_FILE: config }
}

/**
 * Unpacks the browser of `@sparticuz/chromium`. The package writes into the temporary folder and brings its libraries only
 * where it sees Lambda's variables, so it runs in a child process that has both set, and this process keeps its own.
 */
function unpackBundledChromium(): string {
  const place = path.join(CACHE, `chromium-${version('@sparticuz/chromium')}`)
  if (existsSync(place)) return place
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(`${place}-`)
  const script = `require('@sparticuz/chromium').executablePath().catch((error) => { console.error(error); process.exit(1) })`
  execFileSync(process.execPath, ['-e', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  moveIntoPlace(draft, place)
  return place
}

function version(packageName: string): string {
  const manifest = readFileSync(path.join(ROOT, 'node_modules', packageName, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
