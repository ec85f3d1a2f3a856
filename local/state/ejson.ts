import { BSONRegExp, EJSON } from 'bson'
import { messageOf, PlatformError } from '../errors'
import { type Document, isDocument } from './sortableKey'

/** A stored document's canonical EJSON → values. */
export const decodeDocument = (text: string): Document => EJSON.parse(text) as Document

/** Values → canonical EJSON, which keeps the types the SDK reads back. */
export const encodeDocument = (document: unknown): string => EJSON.stringify(document, { relaxed: false })

/** Replaces the SDK's server-date marks by the host's time and EJSON regular expressions by JavaScript's. */
const resolveValues = (value: unknown, now: number): unknown => {
  if (Array.isArray(value)) return value.map((element) => resolveValues(element, now))
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options)
  if (!isDocument(value)) return value
  const serverDate = value.$tcb_server_date
  if (isDocument(serverDate)) return new Date(now + Number(serverDate.offset ?? 0))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolveValues(inner, now)]))
}

/**
 * Reads one EJSON string of a request.
 * @param now epoch milliseconds, what a server date without offset becomes
 * @throws PlatformError INVALID_PARAM when it is not EJSON or holds a regular expression JavaScript cannot run
 */
export const decodeParam = (text: unknown, now: number): unknown => {
  try {
    return resolveValues(EJSON.parse(String(text)), now)
  } catch (error) {
    throw new PlatformError('INVALID_PARAM', `not valid EJSON: ${messageOf(error)}`)
  }
}
