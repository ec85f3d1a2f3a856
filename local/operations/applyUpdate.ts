import { update } from 'mingo/updater'
import { PlatformError } from '../errors'
import { guarded } from '../state/compileQuery'
import { decodeDocument, encodeDocument } from '../state/ejson'
import { MINGO_OPTIONS } from '../state/mingoOptions'
import { type Document, isDocument } from '../state/sortableKey'

const ARRAY_OPERATORS = ['$push', '$pull', '$pullAll', '$addToSet', '$pop']
const NUMBER_OPERATORS = ['$inc', '$mul', '$bit']

const refused = (message: string) => new PlatformError('DATABASE_REQUEST_FAILED', message)

/** mingo passes over an operator whose target has the wrong type; MongoDB, and so the platform, refuses it. */
const checkTarget = (document: Document, operator: string, path: string, operand: unknown): void => {
  if (path === '_id' || path.startsWith('_id.')) throw refused(`the immutable field _id cannot be changed`)
  if (path.includes('$')) return
  let value: unknown = document
  for (const part of path.split('.')) {
    if (value === undefined) break
    const container = isDocument(value) || (Array.isArray(value) && /^\d+$/.test(part))
    if (!container && operator === '$unset') return
    if (!container) throw refused(`cannot create field '${part}' in element of '${path}'`)
    value = (value as Document)[part]
  }
  if (ARRAY_OPERATORS.includes(operator) && value !== undefined && !Array.isArray(value)) {
    throw refused(`${operator} needs an array at '${path}'`)
  }
  if (!NUMBER_OPERATORS.includes(operator)) return
  const numeric = value === undefined || typeof value === 'number'
  if (!numeric || (operator !== '$bit' && typeof operand !== 'number'))
    throw refused(`${operator} needs numbers at '${path}'`)
}

/**
 * The document after MongoDB update operators; the given one stays as it is.
 * @param query the condition that found it: names the array element a positional `$` stands for
 * @throws PlatformError DATABASE_REQUEST_FAILED for an unknown operator, a conflict between paths or a wrong type
 */
export const applyUpdate = (document: Document, modifier: Document, query: Document): Document => {
  const paths = Object.entries(modifier).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$') || !isDocument(fields)) throw refused(`not an update operator: ${operator}`)
    for (const [path, operand] of Object.entries(fields)) checkTarget(document, operator, path, operand)
    return Object.keys(fields)
  })
  const after = decodeDocument(encodeDocument(document))
  const condition = paths.some((path) => path.includes('.$')) ? query : {}
  guarded(() => update(after, modifier, [], condition, { cloneMode: 'deep', queryOptions: MINGO_OPTIONS }))
  return after
}
