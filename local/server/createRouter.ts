import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import * as z from 'zod'
import type { Clock } from '../clock'
import type { Personas } from '../identity/Personas'
import type { Invoker } from '../invoke/createInvoker'
import { APP_ID } from '../invoke/createInvoker'
import { type FailureKind, InvocationError } from '../invoke/FunctionPool'
import { FUNCTION_PAYLOAD_BYTES_MAX } from '../limits'
import type { PrintedText } from '../openapi/PrintedText'
import type { PushLog } from '../openapi/PushLog'
import type { SubscribeMessage } from '../openapi/subscribeMessage'
import type { TextEngine } from '../openapi/TextEngine'
import type { FileStore } from '../operations/FileStore'
import { localPage, loginPage } from '../pages/localPage'
import { wechatPage } from '../pages/wechatPage'
import type { Timers } from '../timers'
import type { createAdmin } from './admin'
import { drain } from './drain'
import { serveStatic } from './serveStatic'
import { serveStorage } from './serveStorage'

interface Parts {
  origin: () => string
  admin: ReturnType<typeof createAdmin>
  invoker: Invoker
  files: FileStore
  clock: Clock
  timers: Timers
  personas: Personas
  pushLog: PushLog
  subscribeMessage: SubscribeMessage
  printedText: PrintedText
  textEngine: TextEngine
  /** The bytes behind a download URL of this host's storage. */
  fetchImage: (url: string) => Promise<Buffer | undefined>
  webFolder: string
  quiet: boolean
}

/** The largest wire request: a call's payload inside its envelope, escaped once more. */
const ADMIN_BYTES_MAX = 3 * FUNCTION_PAYLOAD_BYTES_MAX

/** A refusal in the shape of CloudBase's HTTP API. https://docs.cloudbase.net/http-api/functions/functions-post */
class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const FAILURES: Record<FailureKind, [status: number, code: string]> = {
  notFound: [404, 'FUNCTION_NOT_FOUND'],
  failed: [500, 'FUNCTION_INVOCATION_FAILED'],
  timeLimit: [500, 'FUNCTION_TIME_LIMIT_EXCEEDED'],
  memoryLimit: [500, 'FUNCTION_MEMORY_LIMIT_EXCEEDED'],
}

const ClockMove = z.union([
  z.strictObject({ set: z.number().finite() }),
  z.strictObject({ advanceMs: z.number().finite() }),
])

/** One listener for every URL of the host. Logs method, path, status and milliseconds, never a body or a query. */
export function createRouter(parts: Parts): RequestListener {
  return (request, response) => {
    const started = performance.now()
    const url = new URL(request.url ?? '/', parts.origin())
    if (!parts.quiet) {
      response.on('close', () => {
        const ms = (performance.now() - started).toFixed(0)
        console.log(`${request.method} ${url.pathname} ${response.statusCode} ${ms} ms`)
      })
    }
    route(request, response, url, parts).catch((error) => answerError(response, error))
  }
}

async function route(request: IncomingMessage, response: ServerResponse, url: URL, parts: Parts): Promise<void> {
  const own = parts.origin()
  // A page of another site must reach nothing here, by its own name for this machine or by a form.
  const host = `http://${request.headers.host}`
  if (host === own.replace('127.0.0.1', 'localhost') && request.method === 'GET') {
    response.writeHead(307, { location: own + request.url }).end()
    return
  }
  if (host !== own || (request.headers.origin && request.headers.origin !== own))
    throw new HttpError(403, 'INVALID_REQUEST_SOURCE', `only ${own} is served`)

  const [, area, ...rest] = url.pathname.split('/')
  if (area === 'admin' && request.method === 'POST') {
    const { status, json } = await parts.admin(request, await readBody(request, ADMIN_BYTES_MAX))
    return sendJson(response, json, status)
  }
  if (area === 'v1' && rest[0] === 'functions' && rest.length === 2 && request.method === 'POST')
    return callFunction(request, response, rest[1] ?? '', parts)
  if (area === 'storage') return serveStorage(request, response, url, parts.files, parts.clock.now())
  if (area === 'local') return local(request, response, rest, parts)
  return serveStatic(request, response, parts.webFolder)
}

/** CloudBase's HTTP API for functions: the answer is the return value itself; the caller's identity comes from the token alone. */
async function callFunction(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { personas, invoker }: Parts,
): Promise<void> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const openid = token === undefined ? '' : personas.openidOf(token)
  if (openid === undefined) throw new HttpError(401, 'INVALID_ACCESS_TOKEN', '登录已失效，请重新登录')
  const event = await readJson(request)
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw new HttpError(400, 'FUNCTION_PARAM_INVALID', 'bad http request body')
  // WeChat writes this into every client's event, over whatever the client put there.
  const withUser = openid
    ? { ...event, userInfo: { appId: APP_ID, openId: openid } }
    : { ...event, userInfo: undefined }
  const value = await invoker.invoke(name, withUser, { source: 'client', openid })
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'x-request-id': randomUUID() })
    .end(value)
}

/** The pages and switches of the simulation itself. */
async function local(request: IncomingMessage, response: ServerResponse, rest: string[], parts: Parts): Promise<void> {
  const { personas, clock, timers, pushLog, subscribeMessage, printedText, textEngine, fetchImage } = parts
  const [what = '', which = ''] = rest.map(decodeURIComponent)
  const posted = request.method === 'POST'
  switch (posted ? `POST ${what}` : what) {
    case '':
      return sendHtml(response, localPage(personas.all, clock.now(), timers.functions))
    case 'health':
      return sendJson(response, { ready: true })
    case 'as':
    case 'POST as': {
      const login = personas.login(which)
      if (!login) throw new HttpError(404, 'NO_SUCH_PERSONA', '没有这个演示身份')
      const { persona, token } = login
      // Somebody has opened the app and may photograph a paper soon.
      if (!posted) textEngine.warm()
      return posted
        ? sendJson(response, { token, openid: persona.openid })
        : sendHtml(response, loginPage(persona, token))
    }
    case 'wechat':
      return sendHtml(response, wechatPage(pushLog.pushes, personas.all))
    case 'wechat.json':
      return sendJson(response, { messages: pushLog.pushes })
    case 'POST wechat': {
      if (which === 'refuse')
        subscribeMessage.refuseNext((await readAs(request, z.object({ openid: z.string() }))).openid)
      else if (which === 'fail')
        subscribeMessage.failEvery = (await readAs(request, z.object({ every: z.int().nonnegative() }))).every
      else if (which === 'ocr-quota')
        printedText.quotaLeft = (await readAs(request, z.object({ left: z.number() }))).left
      else break
      return sendJson(response, { ok: true })
    }
    case 'POST text-reader': {
      // The engine as a text reader of its own, which tells how sure it is: for functions set to ask it instead of WeChat.
      const image = await fetchImage((await readAs(request, z.object({ url: z.string() }))).url)
      const reading = image ? await textEngine.read(image) : { error: 'no picture of this storage', unreadable: true }
      if ('error' in reading) throw new HttpError(reading.unreadable ? 422 : 503, 'NOT_READ', reading.error)
      return sendJson(response, { lines: reading.lines })
    }
    case 'clock':
      return sendJson(response, { now: clock.now() })
    case 'POST clock': {
      const move = await readAs(request, ClockMove)
      await clock.set('set' in move ? move.set : clock.now() + move.advanceMs)
      return sendJson(response, { now: clock.now() })
    }
    case 'POST timers': {
      const result = timers.fireNow(which)
      if (!result) throw new HttpError(404, 'NO_SUCH_TIMER', '这个云函数没有定时任务')
      return sendJson(response, { result: await result })
    }
  }
  throw new HttpError(404, 'NOT_FOUND', '没有这个地址')
}

function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const [status, code] =
    error instanceof InvocationError
      ? FAILURES[error.kind]
      : error instanceof HttpError
        ? [error.status, error.code]
        : [500, 'SYS_ERR']
  if (code === 'SYS_ERR') console.error(error)
  const message = error instanceof Error ? error.message : String(error)
  sendJson(response, { code, message, requestId: randomUUID() }, status)
}

async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > most) break
    chunks.push(chunk)
  }
  if (bytes > most) {
    await drain(request)
    throw new HttpError(413, 'EXCEED_REQUEST_SIZE_LIMIT', `request larger than ${most} bytes`)
  }
  return Buffer.concat(chunks)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request, FUNCTION_PAYLOAD_BYTES_MAX)).toString('utf8')
  try {
    return JSON.parse(text || '{}')
  } catch {
    throw new HttpError(400, 'FUNCTION_PARAM_INVALID', 'bad http request body')
  }
}

async function readAs<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(request))
  if (parsed.success) return parsed.data
  throw new HttpError(400, 'INVALID_PARAM', z.prettifyError(parsed.error))
}

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html)
}
