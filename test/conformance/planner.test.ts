import fc from '../support/fastCheck'
import { startTarget, type Target } from './host'

/** Random documents and conditions: the collection with indexes answers as the one without, in content, order and limit. */
const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 2 }) },
  fc.constantFrom(-1.5, 0.5, 1e300, -1e300),
  fc.constantFrom('', 'a', 'ab', 'b', 'a\0', '\u0001', '证'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -2, max: 2 }).map((ms) => new Date(ms)),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const document = fc.record({
  n: maybe(scalar),
  s: maybe(fc.constantFrom('a', 'b', 'c', 1, null)),
  when: maybe(scalar),
  flag: maybe(fc.boolean()),
  tags: maybe(fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))),
  size: maybe(fc.record({ w: maybe(scalar) })),
  list: maybe(fc.array(fc.record({ p: maybe(scalar) }), { maxLength: 2 })),
})
const bound = scalar.filter((value) => value !== null)
const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), bound)
    .map(([operator, value]) => ({ [operator]: value })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), bound, fc.constantFrom('$lt', '$lte'), bound)
    .map(([low, a, high, b]) => ({ [low]: a, [high]: b })),
)
const field = fc.constantFrom('n', 's', 'when', 'flag', 'tags', 'size.w', 'list.p')
const query = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(field, condition).map(([name, value]) => ({ [name]: value })) },
  fc.dictionary(field, condition, { maxKeys: 3, noNullPrototype: true }),
  fc
    .array(
      fc.tuple(field, condition).map(([name, value]) => ({ [name]: value })),
      { minLength: 1, maxLength: 3 },
    )
    .map(($and) => ({ $and })),
)
const order = fc.constantFrom<[string, 1 | -1][]>(
  [],
  [],
  [],
  [],
  [],
  [['n', 1]],
  [['n', -1]],
  [['when', 1]],
  [['when', -1]],
  [
    ['s', 1],
    ['n', -1],
  ],
  [
    ['s', -1],
    ['n', 1],
  ],
  [
    ['flag', 1],
    ['when', -1],
  ],
)
const seed = 20261123

let target: Target
beforeAll(async () => {
  target = await startTarget()
  const db = target.app.database()
  const documents = fc.sample(document, { seed, numRuns: 300 }).map((content, i) => ({ _id: `d${i}`, ...content }))
  for (const name of ['conformance_plain', 'conformance_indexed']) {
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
    await db.collection(name).add(documents)
  }
})
afterAll(() => target.stop())

test('an index never changes an answer', async () => {
  const db = target.app.database()
  const cases = fc.sample(fc.tuple(query, order, fc.constantFrom(3, 1000)), { seed, numRuns: 400 })
  let answered = 0
  for (const [where, by, limit] of cases) {
    const ask = async (name: string) => {
      const options = { raw: true, limit, order: Object.fromEntries(by) } as never
      return (await db.collection(name).options(options).where(where).get()).data as Record<string, unknown>[]
    }
    const [plain, indexed] = [await ask('conformance_plain'), await ask('conformance_indexed')]
    const idsOf = (rows: Record<string, unknown>[]) => rows.map(({ _id }) => _id).sort()
    const keysOf = (rows: Record<string, unknown>[]) => rows.map((row) => by.map(([name]) => row[name] ?? null))
    expect({ where, by, keys: keysOf(indexed) }).toEqual({ where, by, keys: keysOf(plain) })
    expect(indexed).toHaveLength(plain.length)
    if (plain.length < limit) expect({ where, ids: idsOf(indexed) }).toEqual({ where, ids: idsOf(plain) })
    // Counted in the index alone where that is possible.
    const total = async (name: string) => (await db.collection(name).where(where).count()).total
    if (limit === 1000)
      expect({ where, total: await total('conformance_indexed') }).toEqual({ where, total: plain.length })
    answered += plain.length
  }
  expect(answered).toBeGreaterThan(1000)
})
