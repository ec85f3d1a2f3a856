import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { sign } from '@cloudbase/signature-nodejs'
import { messageOf, PlatformError } from '../errors'
import { SIGNATURE_SKEW_MS } from '../limits'

/** The parsed body of one call: `action`, `envName` and whatever that action takes. Nothing in it is trusted. */
export type Params = Record<string, unknown>
/** What an action answers beside `requestId`: mostly `{data}`, for a few actions fields at the top level. */
export type Answer = Record<string, unknown>
/** One action of the wire table. Refuse by throwing a PlatformError. */
export type Operation = (params: Params) => Promise<Answer>

type AdminOptions = {
  /** action name → operation; the caller merges the tables of database, storage, functions and open API */
  operations: Record<string, Operation>
  secretId: string
  secretKey: string
  /** epoch milliseconds */
  clock: () => number
}
type AdminAnswer = { status: number; json: unknown }

const refused = (why: string) => new PlatformError('SIGN_PARAM_INVALID', `signature refused: ${why}`)

/** Recomputes the caller's signature over the whole body and the headers it names, with the vendor's own signer. */
const checkSignature = (request: IncomingMessage, params: Params, options: AdminOptions): void => {
  const given = request.headers.authorization
  if (!given) throw refused('no authorization header')
  const timestamp = Number(request.headers['x-timestamp'])
  if (!(Math.abs(options.clock() - timestamp * 1000) <= SIGNATURE_SKEW_MS)) throw refused('timestamp out of range')
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? []
  const headers = Object.fromEntries(names.map((name) => [name, request.headers[name] ?? '']))
  let expected = ''
  try {
    expected = sign({
      secretId: options.secretId,
      secretKey: options.secretKey,
      // The SDK signs the method in lower case.
      method: (request.method ?? '').toLowerCase(),
      url: `http://${request.headers.host}${request.url}`,
      headers,
      params,
      withSignedParams: true,
      timestamp,
    }).authorization
  } catch (error) {
    throw refused(messageOf(error))
  }
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  if (left.length !== right.length || !timingSafeEqual(left, right)) throw refused('it does not match')
}

const parseBody = (body: Buffer): Params => {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw new PlatformError('INVALID_PARAM', 'the body is not JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Params
  throw new PlatformError('INVALID_PARAM', 'the body is not a JSON object')
}

/**
 * The SDK's wire: `POST /admin`, signature, envelope, dispatch. Never rejects: refusals are HTTP 200 with a `code`, as the
 * platform does it; a defect in the host is SYS_ERR with its stack on the console.
 */
export const createAdmin =
  (options: AdminOptions) =>
  async (request: IncomingMessage, body: Buffer): Promise<AdminAnswer> => {
    const requestId = randomUUID()
    try {
      const params = parseBody(body)
      checkSignature(request, params, options)
      const action = String(params.action)
      const operation = Object.hasOwn(options.operations, action) ? options.operations[action] : undefined
      if (!operation) throw new PlatformError('INVALID_PARAM', `unknown action ${action}`)
      return { status: 200, json: { requestId, ...(await operation(params)) } }
    } catch (error) {
      if (!(error instanceof PlatformError)) console.error(error)
      const code = error instanceof PlatformError ? error.code : 'SYS_ERR'
      return { status: 200, json: { code, message: messageOf(error), requestId } }
    }
  }
