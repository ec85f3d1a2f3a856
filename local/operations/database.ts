import { randomBytes } from 'node:crypto'
import { Aggregator } from 'mingo/aggregator'
import { PlatformError } from '../errors'
import { DOCUMENT_BYTES_MAX, QUERY_LIMIT_DEFAULT, QUERY_LIMIT_MAX } from '../limits'
import type { Operation, Params } from '../server/admin'
import { guarded } from '../state/compileQuery'
import { decodeParam, encodeDocument } from '../state/ejson'
import { MINGO_OPTIONS } from '../state/mingoOptions'
import type { State } from '../state/open'
import type { Collection } from '../state/Store'
import { type Document, isDocument, type KeySpec } from '../state/sortableKey'
import type { View } from '../state/View'
import { applyUpdate } from './applyUpdate'
import { geoNearStage } from './geoNearStage'
import { project } from './project'

/** The platform's own ids are 32 hexadecimal digits. */
const newId = (): string => randomBytes(16).toString('hex')

/** A whole number of a request, or `fallback` where it has none. */
const count = (value: unknown, fallback: number): number => {
  if (value === undefined) return fallback
  if (Number.isInteger(value) && (value as number) >= 0) return value as number
  throw new PlatformError('INVALID_PARAM', `not a count: ${String(value)}`)
}

const orderOf = (order: unknown): KeySpec =>
  Object.entries(order as Document).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw new PlatformError('INVALID_PARAM', `order of ${field} must be 1 or -1`)
    return { field, direction }
  })

const checkDocument = (document: Document): void => {
  const operator = Object.keys(document).find((key) => key.startsWith('$'))
  if (operator) throw new PlatformError('DATABASE_REQUEST_FAILED', `field names cannot start with $: ${operator}`)
  if (Buffer.byteLength(encodeDocument(document)) > DOCUMENT_BYTES_MAX) {
    throw new PlatformError('DATABASE_REQUEST_FAILED', 'the document is too large')
  }
}

/** Stages that would write, or run code, are refused; mingo has no others that reach outside. */
const REFUSED_STAGES = ['$out', '$merge']

/** Every `database.*` action of the SDK's wire, over one open state. */
export const databaseOperations = ({ store, transactions, clock }: State): Record<string, Operation> => {
  const decode = (text: unknown, what: string): Document => {
    if (text === undefined || text === '') return {}
    const value = decodeParam(text, clock())
    if (isDocument(value)) return value
    throw new PlatformError('INVALID_PARAM', `${what} must be an object`)
  }

  const insert = (view: View, collection: Collection, document: Document): unknown => {
    const { _id = newId(), ...rest } = document
    if (view.get(collection, _id)) {
      throw new PlatformError(
        'DATABASE_REQUEST_FAILED',
        `E11000 duplicate key error collection: ${collection.name} index: _id_`,
      )
    }
    checkDocument(rest)
    view.put(collection, _id, { _id, ...rest })
    return _id
  }

  /** Applies operators to one document; answers the new one, or undefined where nothing changed. */
  const change = (view: View, collection: Collection, before: Document, modifier: Document, query: Document) => {
    const after = applyUpdate(before, modifier, query)
    if (encodeDocument(after) === encodeDocument(before)) return undefined
    checkDocument(after)
    view.put(collection, before._id, after)
    return after
  }

  const replace = (view: View, collection: Collection, query: Document, data: Document) => {
    if ('_id' in data) throw new PlatformError('INVALID_PARAM', '_id cannot be changed')
    checkDocument(data)
    const [found] = view.find(collection, query, { limit: 1 })
    if (!found) return { updated: 0, upsert_id: insert(view, collection, { _id: query._id, ...data }) }
    view.put(collection, found.document._id, { _id: found.document._id, ...data })
    return { updated: 1 }
  }

  const modify = (params: Params) => {
    const query = decode(params.query, 'query')
    const data = decode(params.data, 'data')
    return (view: View) => {
      const collection = view.collection(params.collectionName)
      if (params.merge === false) return replace(view, collection, query, data)
      const found = view.find(collection, query, params.multi ? {} : { limit: 1 })
      return { updated: found.filter(({ document }) => change(view, collection, document, data, query)).length }
    }
  }

  const getDocument: Operation = async (params) => {
    const query = decode(params.query, 'query')
    const order = orderOf(decode(params.order, 'order'))
    const projection = decode(params.projection, 'projection')
    const limit = Math.min(count(params.limit, QUERY_LIMIT_DEFAULT) || QUERY_LIMIT_DEFAULT, QUERY_LIMIT_MAX)
    const offset = count(params.offset, 0)
    const found = await transactions.run(params.transactionId, (view) =>
      view.find(view.collection(params.collectionName), query, { order, offset, limit }),
    )
    if (Object.keys(projection).length === 0) return { data: { list: found.map(({ text }) => text) }, limit, offset }
    const projected = project(
      found.map(({ document }) => document),
      projection,
    )
    return { data: { list: projected.map(encodeDocument) }, limit, offset }
  }

  const aggregateDocuments: Operation = async (params) => {
    const pipeline = (Array.isArray(params.stages) ? params.stages : []).map((stage): Document => {
      const { stageKey, stageValue } = stage as { stageKey: string; stageValue: string }
      if (REFUSED_STAGES.includes(stageKey)) throw new PlatformError('INVALID_PARAM', `${stageKey} is not supported`)
      return { [stageKey]: decodeParam(stageValue, clock()) }
    })
    const list = await transactions.run(undefined, (view) => {
      const all = (name: string, query: Document = {}) =>
        view.find(view.collection(name), query).map(({ document }) => document)
      const [first, ...rest] = pipeline
      const options = { ...MINGO_OPTIONS, collectionResolver: (name: string) => all(name) }
      const name = String(params.collectionName)
      const run = (documents: Document[], stages: Document[]) =>
        guarded(() => new Aggregator(stages, options).run<Document>(documents))
      // Leading stages that select documents are answered by the store, which has the indexes.
      if (first && isDocument(first.$geoNear)) return run(geoNearStage(all, name, first.$geoNear), rest)
      if (first && isDocument(first.$match)) return run(all(name, first.$match), rest)
      return run(all(name), pipeline)
    })
    return { data: { list: list.map(encodeDocument) } }
  }

  return {
    'database.getDocument': getDocument,
    'database.aggregateDocuments': aggregateDocuments,
    'database.insertDocument': async (params) => {
      const documents = (params.data as unknown[]).map((text) => decode(text, 'document'))
      const insertedIds = await transactions.run(params.transactionId, (view) =>
        documents.map((document) => insert(view, view.collection(params.collectionName), document)),
      )
      return { data: { insertedIds } }
    },
    'database.calculateDocument': async (params) => {
      const query = decode(params.query, 'query')
      const total = await transactions.run(params.transactionId, (view) =>
        view.count(view.collection(params.collectionName), query),
      )
      return { data: { total } }
    },
    'database.modifyDocument': async (params) => ({
      data: await transactions.run(params.transactionId, modify(params)),
    }),
    'database.modifyAndReturnDoc': async (params) => {
      const query = decode(params.query, 'query')
      const data = decode(params.data, 'data')
      return transactions.run(params.transactionId, (view) => {
        const collection = view.collection(params.collectionName)
        const [found] = view.find(collection, query, { limit: 1 })
        if (!found) return { data: { updated: 0 } }
        const after = change(view, collection, found.document, data, query)
        return { data: { updated: after ? 1 : 0, doc: encodeDocument(after ?? found.document) } }
      })
    },
    'database.removeDocument': async (params) => {
      const query = decode(params.query, 'query')
      const deleted = await transactions.run(params.transactionId, (view) => {
        const collection = view.collection(params.collectionName)
        const found = view.find(collection, query, params.multi ? {} : { limit: 1 })
        for (const { document } of found) view.put(collection, document._id, undefined)
        return found.length
      })
      return { data: { deleted } }
    },
    'database.addCollection': async (params) => {
      store.addCollection(String(params.collectionName))
      return { data: {} }
    },
    'database.startTransaction': async () => ({ transactionId: transactions.start() }),
    'database.commitTransaction': async (params) => {
      transactions.commit(params.transactionId)
      return {}
    },
    'database.abortTransaction': async (params) => {
      transactions.abort(params.transactionId)
      return {}
    },
  }
}
