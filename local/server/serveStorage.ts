import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type FileStore, TooLargeError } from '../operations/FileStore'
import { pathOfUrl } from '../operations/storage'
import { drain } from './drain'
import { contentTypeOf } from './serveStatic'

/** Answers PUT, GET and HEAD of `/storage/<base64url of the path>`, refusing whatever is unsigned, expired or forged, with the object store's XML. */
export async function serveStorage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  files: FileStore,
  nowMs: number,
): Promise<void> {
  const path = Buffer.from(url.pathname.slice('/storage/'.length), 'base64url').toString('utf8')
  const refuse = (status: number, code: string, message: string): void => {
    const id = randomUUID()
    response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
    response.end(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
    )
  }

  if (request.method === 'PUT') {
    const [expires = '', signature = ''] = (request.headers.authorization ?? '').split('.')
    if (!files.allows('PUT', path, Number(expires), signature, nowMs))
      return refuse(403, 'SignatureDoesNotMatch', 'unsigned, expired or forged upload')
    try {
      await files.write(path, request)
      response.writeHead(200).end()
    } catch (error) {
      if (request.errored) return // the client went away; nothing was stored
      await drain(request)
      if (error instanceof TooLargeError) return refuse(400, 'EntityTooLarge', error.message)
      console.error(`上传没有存下来：${(error as Error).message}`)
      refuse(500, 'InternalError', (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk full' : 'not stored')
    }
    return
  }

  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'MethodNotAllowed', 'PUT, GET or HEAD')
  if (pathOfUrl(url.href, url.origin, files, nowMs) === undefined)
    return refuse(403, 'AccessDenied', 'unsigned, expired or forged download')
  const size = await files.size(path)
  if (size === undefined) return refuse(404, 'NoSuchKey', 'no such file')
  response.writeHead(200, {
    'content-type': contentTypeOf(path),
    'content-length': size,
    'cache-control': 'private, no-store',
    // What people upload is never run as a page of this origin.
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(files.read(path), response).catch(() => response.destroy())
}
