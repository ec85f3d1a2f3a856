import { Query } from 'mingo/query'
import { guarded } from '../state/compileQuery'
import { decodeDocument, encodeDocument } from '../state/ejson'
import { MINGO_OPTIONS } from '../state/mingoOptions'
import { type Document, isDocument } from '../state/sortableKey'

const cut = (array: unknown[], operand: unknown): unknown[] => {
  if (!Array.isArray(operand))
    return Number(operand) < 0 ? array.slice(Number(operand)) : array.slice(0, Number(operand))
  const [skip, limit] = operand as [number, number]
  const from = skip < 0 ? Math.max(0, array.length + skip) : skip
  return array.slice(from, from + limit)
}

const cutAt = (document: Document, path: string[], operand: unknown): void => {
  const [field, ...rest] = path
  const value = document[field!]
  if (rest.length > 0 && isDocument(value)) cutAt(value, rest, operand)
  else if (rest.length === 0 && Array.isArray(value)) document[field!] = cut(value, operand)
}

/**
 * What a projection leaves of each document. `$slice` is done here: to MongoDB it is neither an inclusion nor an exclusion and
 * goes with both, mingo knows it only as an inclusion.
 */
export const project = (documents: Document[], projection: Document): Document[] => {
  const fields = Object.entries(projection)
  const slices = fields.filter(([, value]) => isDocument(value) && '$slice' in value) as [string, { $slice: unknown }][]
  const others = fields.filter(([, value]) => !(isDocument(value) && '$slice' in value))
  const includes = others.some(([field, value]) => field !== '_id' && value)
  const rest = Object.fromEntries([...others, ...(includes ? slices.map(([field]) => [field, 1]) : [])])
  const projected = guarded(() => new Query({}, MINGO_OPTIONS).find<Document>(documents, rest).all())
  if (slices.length === 0) return projected
  return projected.map((shared) => {
    const document = decodeDocument(encodeDocument(shared))
    for (const [field, { $slice }] of slices) cutAt(document, field.split('.'), $slice)
    return document
  })
}
