import { ObjectId } from 'bson'

/** A document: field name → value (null, boolean, number, string, Date, ObjectId, array, nested document). */
export type Document = Record<string, unknown>
/** Field path and direction, the first the most significant. */
export type KeySpec = { field: string; direction: number }[]

/** Type ranks in MongoDB's order of types; 0 ends a sequence and 0xff stays above every rank, its inverse included. */
const RANK = {
  emptyArray: 0x05,
  null: 0x0a,
  number: 0x14,
  string: 0x1e,
  object: 0x28,
  array: 0x32,
  binary: 0x3c,
  objectId: 0x46,
  boolean: 0x50,
  date: 0x5a,
  regexp: 0x64,
} as const
const END = Buffer.from([0])
/** Above any key that begins with what stands before it. */
export const ABOVE = Buffer.from([0xff])

const EMPTY_ARRAY = Symbol('empty array')

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const tagged = (rank: number, ...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from([rank]), ...parts])

/** IEEE double whose bytes sort as the numbers do; NaN below all of them. */
const encodeNumber = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  if (bytes[0]! & 0x80) for (let i = 0; i < 8; i++) bytes[i] = bytes[i]! ^ 0xff
  else bytes[0] = bytes[0]! | 0x80
  return bytes
}

/** UTF-8, ended by a zero byte; zero and one inside are escaped so that no text is the beginning of another's key. */
const encodeText = (value: string): Buffer => {
  const bytes = Buffer.from(value, 'utf8')
  if (!bytes.includes(0) && !bytes.includes(1)) return Buffer.concat([bytes, END])
  return Buffer.concat([Buffer.from([...bytes].flatMap((byte) => (byte < 2 ? [1, byte + 1] : [byte]))), END])
}

/** Bytes that sort (as unsigned bytes) in MongoDB's order of values; no encoding is the beginning of another. */
export const encodeValue = (value: unknown): Buffer => {
  if (value === EMPTY_ARRAY) return tagged(RANK.emptyArray)
  if (value === null || value === undefined) return tagged(RANK.null)
  if (typeof value === 'number') return tagged(RANK.number, encodeNumber(value))
  if (typeof value === 'string') return tagged(RANK.string, encodeText(value))
  if (typeof value === 'boolean') return tagged(RANK.boolean, Buffer.from([value ? 1 : 0]))
  if (value instanceof Date) return tagged(RANK.date, encodeNumber(value.getTime()))
  if (value instanceof ObjectId) return tagged(RANK.objectId, Buffer.from(value.id))
  if (Array.isArray(value)) return tagged(RANK.array, ...value.map(encodeValue), END)
  if (value instanceof RegExp) return tagged(RANK.regexp, encodeText(value.source), encodeText(value.flags))
  if (!isDocument(value)) return tagged(RANK.binary, encodeText(JSON.stringify(value)))
  const fields = Object.entries(value).map(([name, inner]) => {
    const bytes = encodeValue(inner)
    return Buffer.concat([bytes.subarray(0, 1), encodeText(name), bytes])
  })
  return tagged(RANK.object, ...fields, END)
}

/** Turns the order of one component around. */
export const invert = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))

/** The values a dotted path reaches, through arrays as MongoDB does it. `multi`: an array was met on the way. */
export const valuesAt = (document: Document, path: string): { values: unknown[]; multi: boolean } => {
  const parts = path.split('.')
  const values: unknown[] = []
  let multi = false
  const walk = (value: unknown, depth: number): void => {
    const part = parts[depth]
    if (Array.isArray(value) && !(part !== undefined && /^\d+$/.test(part))) {
      multi = true
      if (value.length === 0) values.push(part === undefined ? EMPTY_ARRAY : undefined)
      else for (const element of value) part === undefined ? values.push(element) : walk(element, depth)
    } else if (part === undefined) values.push(value)
    else if (isDocument(value) || Array.isArray(value)) walk((value as Document)[part], depth + 1)
    else values.push(undefined)
  }
  walk(document, 0)
  return { values, multi }
}

const directed = (bytes: Buffer, direction: number): Buffer => (direction < 0 ? invert(bytes) : bytes)

/**
 * The entries a document has in an index: one per array element where a field is an array.
 * `parallel` is true when two fields hold arrays, which MongoDB refuses.
 */
export const entryKeys = (keys: KeySpec, document: Document) => {
  const fields = keys.map(({ field }) => valuesAt(document, field))
  let entries: Buffer[] = [Buffer.alloc(0)]
  fields.forEach(({ values }, i) => {
    const components = values.map((value) => directed(encodeValue(value), keys[i]!.direction))
    entries = entries.flatMap((entry) => components.map((component) => Buffer.concat([entry, component])))
  })
  const unique = new Map(entries.map((entry) => [entry.toString('latin1'), entry]))
  const arrays = fields.filter(({ multi }) => multi).length
  return { entries: [...unique.values()], multikey: arrays > 0, parallel: arrays > 1 }
}

/** What a document sorts by: of an array its least element when ascending, its greatest when descending. */
export const sortKey = (order: KeySpec, document: Document): Buffer =>
  Buffer.concat(
    order.map(({ field, direction }) => {
      const encoded = valuesAt(document, field).values.map((value) => directed(encodeValue(value), direction))
      return encoded.reduce((least, next) => (Buffer.compare(next, least) < 0 ? next : least))
    }),
  )

/** Identity of a document inside its collection: `_id` compares by value and type. */
export const idKey = (id: unknown): string => encodeValue(id).toString('latin1')
