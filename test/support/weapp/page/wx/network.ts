import { settle, type WxCallbacks, WxError } from '../settle'
import { fromBase64 } from '../VirtualFiles'
import type { World } from '../World'

type RequestOptions = {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: 'json' | string
  responseType?: 'text' | 'arraybuffer'
  /** Milliseconds. */
  timeout?: number
} & WxCallbacks<{ data: unknown; statusCode: number; header: Record<string, string> }>

/** WeChat's default, in milliseconds. */
const TIMEOUT = 60_000

/** `wx.request` and what tells whether there is a network. A status of 404 or 500 is a success here, as in WeChat. */
export function networkApi({ files, events }: World) {
  const networkType = () => (navigator.onLine ? 'wifi' : 'none')
  const changed = () =>
    events.emit('NetworkStatusChange', { isConnected: navigator.onLine, networkType: networkType() })
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)

  const request = (options: RequestOptions) => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(new WxError('timeout')), options.timeout ?? TIMEOUT)
    const outcome = settle('request', options, async () => {
      const response = await send(options, stop.signal).finally(() => clearTimeout(timer))
      const header = Object.fromEntries(response.headers)
      return { data: await body(response, options), statusCode: response.status, header }
    })
    const task = { abort: () => stop.abort(new WxError('abort')), onHeadersReceived() {}, offHeadersReceived() {} }
    return outcome ? Object.assign(outcome, task) : task
  }

  return {
    request,
    downloadFile: (options: { url: string } & WxCallbacks<{ tempFilePath: string; statusCode: number }>) =>
      settle('downloadFile', options, async () => {
        const response = await send({ url: options.url }, AbortSignal.timeout(TIMEOUT))
        const name = new URL(response.url).pathname.split('/').at(-1) ?? ''
        const bytes = new Uint8Array(await response.arrayBuffer())
        const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : 'dat'
        return { tempFilePath: files.add(bytes, extension), statusCode: response.status }
      }),
    getNetworkType: (options?: WxCallbacks<{ networkType: string }>) =>
      settle('getNetworkType', options, () => ({ networkType: networkType() })),
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
  }
}

async function send(options: RequestOptions, signal: AbortSignal): Promise<Response> {
  const method = (options.method ?? 'GET').toUpperCase()
  const url = new URL(options.url)
  let content: BodyInit | undefined
  const header: Record<string, string> = { 'content-type': 'application/json', ...lowerCase(options.header ?? {}) }
  if (method === 'GET' || method === 'HEAD') {
    for (const [key, value] of Object.entries((options.data as object | undefined) ?? {}))
      url.searchParams.set(key, String(value))
    delete header['content-type']
  } else if (options.data instanceof ArrayBuffer || typeof options.data === 'string') content = options.data
  else if (options.data !== undefined) content = JSON.stringify(options.data)
  return fetch(url, { method, headers: header, body: content, signal }).catch((error: unknown) => {
    throw error instanceof WxError ? error : new WxError('', { errno: 600003 })
  })
}

async function body(response: Response, options: RequestOptions): Promise<unknown> {
  if (options.responseType === 'arraybuffer') return response.arrayBuffer()
  const text = await response.text()
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function lowerCase(header: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))
}
