import { startTarget, type Target } from './host'

/** Limits, offsets, orders over many rows, and what a projection leaves of a document. */
type Db = ReturnType<Target['app']['database']>
const ROWS = 1005

let target: Target
let db: Db
const rows = () => db.collection('conformance_indexed')

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
  await rows()
    .where({ _id: db.command.exists(true) })
    .remove()
  const all = Array.from({ length: ROWS }, (_, n) => ({
    _id: `r${n}`,
    n,
    s: n % 2 ? 'odd' : 'even',
    when: new Date(n * 1000),
  }))
  for (let from = 0; from < ROWS; from += 201) await rows().add(all.slice(from, from + 201))
})
afterAll(() => target.stop())

const ORDERS = [
  ['an order the index has', 'n', 'asc'],
  ['an order the index has, turned round', 'n', 'desc'],
  ['an order no index has', '_id', 'asc'],
] as const

describe.each(ORDERS)('%s', (_name, field, direction) => {
  const wanted = Array.from({ length: ROWS }, (_, n) => (field === 'n' ? n : `r${n}`)).sort((a, b) => (a < b ? -1 : 1))
  if (direction === 'desc') wanted.reverse()

  test.each([1, 99, 100, 101, 999, 1000])('a limit of %i', async (limit) => {
    const { data } = await rows().orderBy(field, direction).limit(limit).get()
    expect(data.map((row) => row[field])).toEqual(wanted.slice(0, limit))
  })
  test('a limit of 1001 is cut to 1000', async () => {
    const { data } = await rows().orderBy(field, direction).limit(1001).get()
    expect(data.map((row) => row[field])).toEqual(wanted.slice(0, 1000))
  })
  test('without a limit, 100', async () => {
    const { data } = await rows().orderBy(field, direction).get()
    expect(data.map((row) => row[field])).toEqual(wanted.slice(0, 100))
  })
  test.each([
    [99, 2],
    [100, 100],
    [1000, 100],
    [1004, 10],
    [1005, 10],
    [5000, 10],
  ])('from %i, %i', async (skip, limit) => {
    const { data } = await rows().orderBy(field, direction).skip(skip).limit(limit).get()
    expect(data.map((row) => row[field])).toEqual(wanted.slice(skip, skip + limit))
  })
  test('pages of 100 are the whole, each row once', async () => {
    const seen: unknown[] = []
    for (let skip = 0; ; skip += 100) {
      const { data } = await rows().orderBy(field, direction).skip(skip).limit(100).get()
      seen.push(...data.map((row) => row[field]))
      if (data.length < 100) break
    }
    expect(seen).toEqual(wanted)
  })
})

test('a count is not cut', async () => {
  expect((await rows().count()).total).toBe(ROWS)
  expect((await rows().where({ s: 'odd' }).count()).total).toBe(502)
})

test('pages by the last key seen, as lists should be read', async () => {
  const seen: number[] = []
  for (let last = -1; ; ) {
    const { data } = await rows()
      .where({ s: 'even', n: db.command.gt(last) })
      .orderBy('n', 'asc')
      .limit(100)
      .get()
    seen.push(...data.map(({ n }) => n))
    if (data.length < 100) break
    last = seen.at(-1)!
  }
  expect(seen).toEqual(Array.from({ length: 503 }, (_, i) => i * 2))
})

test('several values of a leading field, merged in the order of the next', async () => {
  const { data } = await rows()
    .where({ s: db.command.in(['odd', 'even']) })
    .orderBy('n', 'desc')
    .limit(5)
    .get()
  expect(data.map(({ n }) => n)).toEqual([1004, 1003, 1002, 1001, 1000])
})

test('an aggregation sees all rows', async () => {
  const $ = db.command.aggregate
  const { data } = await rows()
    .aggregate()
    .group({ _id: '$s', n: $.sum(1) })
    .sort({ _id: 1 })
    .end()
  expect(data).toEqual([
    { _id: 'even', n: 503 },
    { _id: 'odd', n: 502 },
  ])
})

describe('projection', () => {
  const DOCUMENT = {
    _id: 'one',
    a: 1,
    b: { c: 2, d: 3 },
    list: [1, 2, 3, 4],
    items: [
      { p: 1, q: 'u' },
      { p: 2, q: 'v' },
    ],
  }
  const CASES: [string, (_: Db['command']) => object, object][] = [
    ['only these', () => ({ a: true }), { _id: 'one', a: 1 }],
    ['only these, without _id', () => ({ a: true, _id: false }), { a: 1 }],
    ['all but these', () => ({ b: false, list: false, items: false }), { _id: 'one', a: 1 }],
    ['a nested field', () => ({ 'b.c': true }), { _id: 'one', b: { c: 2 } }],
    ['all but a nested field', () => ({ 'b.c': false, list: false, items: false }), { _id: 'one', a: 1, b: { d: 3 } }],
    ['numbers for yes and no', () => ({ a: 1 }), { _id: 'one', a: 1 }],
    ['a field of each array element', () => ({ 'items.p': true }), { _id: 'one', items: [{ p: 1 }, { p: 2 }] }],
    ['a field nobody has', () => ({ nowhere: true }), { _id: 'one' }],
    ['the first of an array', (_) => ({ list: _.project.slice(1), items: 0, b: 0 }), { _id: 'one', a: 1, list: [1] }],
    [
      'a part of an array',
      (_) => ({ list: _.project.slice([1, 2]), items: 0, b: 0 }),
      { _id: 'one', a: 1, list: [2, 3] },
    ],
    [
      'the first element that matches',
      (_) => ({ items: _.project.elemMatch({ p: 2 }) }),
      { _id: 'one', items: [{ p: 2, q: 'v' }] },
    ],
  ]
  beforeAll(async () => {
    const { _id, ...content } = DOCUMENT
    await db.collection('conformance_plain').doc(_id).set(content)
  })

  test.each(CASES)('%s', async (_name, projection, expected) => {
    const fields = projection(db.command) as Record<string, boolean>
    expect((await db.collection('conformance_plain').where({ _id: 'one' }).field(fields).get()).data).toEqual([
      expected,
    ])
    expect((await db.collection('conformance_plain').doc('one').field(fields).get()).data).toEqual([expected])
  })
})
