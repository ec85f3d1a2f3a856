import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

export const contentTypeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** A name the build stamped with a content hash never changes its content. */
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/

/** Serves one file of the built web page; a path can never leave `folder`. Routes live in the URL's hash, so there is no fall-back page. */
export async function serveStatic(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, '只支持 GET')
  let path: string
  try {
    path = decodeURIComponent((request.url ?? '/').split(/[?#]/)[0] ?? '/')
  } catch {
    return refuse(400, '地址无法识别')
  }
  const root = resolve(folder)
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`)
  if (path.includes('\0') || !file.startsWith(root + sep)) return refuse(404, '没有这个页面')
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    const built = await stat(join(root, 'index.html')).catch(() => undefined)
    return refuse(404, built ? '没有这个页面' : '网页还没有构建，请先运行 npm run build')
  }
  const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`
  const headers = {
    etag,
    'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-type': contentTypeOf(file), 'content-length': found.size })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response).catch(() => response.destroy())
}
