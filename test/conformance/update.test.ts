import { startTarget, type Target } from './host'

/** Every update operator the SDK documents: one document, one update, the document after it. */
type Db = ReturnType<Target['app']['database']>
type Commands = Db['command']
type Case = [name: string, before: object, update: (_: Commands, db: Db) => object, after: object]

const CASES: Case[] = [
  // plain values
  ['a plain value is set', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
  ['a new field is added', { n: 1 }, () => ({ m: 2 }), { n: 1, m: 2 }],
  ['null is a value', { n: 1 }, () => ({ n: null }), { n: null }],
  ['an empty text is a value', { n: 1 }, () => ({ n: '' }), { n: '' }],
  ['undefined is left out', { n: 1, m: 1 }, () => ({ n: undefined, m: 2 }), { n: 1, m: 2 }],
  ['a date', {}, () => ({ at: new Date(5) }), { at: new Date(5) }],
  ['a nested object is merged', { a: { b: 1, c: 2 } }, () => ({ a: { c: 3 } }), { a: { b: 1, c: 3 } }],
  ['merged at any depth', { a: { b: { c: 1, d: 2 } } }, () => ({ a: { b: { d: 3 } } }), { a: { b: { c: 1, d: 3 } } }],
  ['a missing parent is made', {}, () => ({ a: { b: 1 } }), { a: { b: 1 } }],
  ['an array is replaced, not merged', { a: [1, 2, 3] }, () => ({ a: [9] }), { a: [9] }],
  ['a dotted path', { a: { b: 1 } }, () => ({ 'a.b': 2 }), { a: { b: 2 } }],
  ['a position in an array', { a: [1, 2, 3] }, () => ({ 'a.1': 9 }), { a: [1, 9, 3] }],
  ['a field of an array element', { a: [{ x: 1 }, { x: 2 }] }, () => ({ 'a.1.x': 9 }), { a: [{ x: 1 }, { x: 9 }] }],
  // fields
  ['set replaces a whole object', { a: { b: 1, c: 2 } }, (_) => ({ a: _.set({ d: 1 }) }), { a: { d: 1 } }],
  [
    'set inside an object',
    { a: { b: { x: 1 }, c: 2 } },
    (_) => ({ a: { b: _.set({ y: 1 }) } }),
    { a: { b: { y: 1 }, c: 2 } },
  ],
  ['remove', { n: 1, m: 2 }, (_) => ({ n: _.remove() }), { m: 2 }],
  ['remove a nested field', { a: { b: 1, c: 2 } }, (_) => ({ a: { b: _.remove() } }), { a: { c: 2 } }],
  ['remove what is not there', { n: 1 }, (_) => ({ m: _.remove() }), { n: 1 }],
  ['inc', { n: 1 }, (_) => ({ n: _.inc(2) }), { n: 3 }],
  ['inc below zero', { n: 1 }, (_) => ({ n: _.inc(-2.5) }), { n: -1.5 }],
  ['inc of a missing field starts at zero', {}, (_) => ({ n: _.inc(2) }), { n: 2 }],
  ['inc nested', { a: { n: 1 } }, (_) => ({ a: { n: _.inc(1) } }), { a: { n: 2 } }],
  ['mul', { n: 3 }, (_) => ({ n: _.mul(2) }), { n: 6 }],
  ['mul of a missing field is zero', {}, (_) => ({ n: _.mul(2) }), { n: 0 }],
  ['min takes the lesser', { n: 3 }, (_) => ({ n: _.min(2) }), { n: 2 }],
  ['min keeps the lesser', { n: 3 }, (_) => ({ n: _.min(4) }), { n: 3 }],
  ['max takes the greater', { n: 3 }, (_) => ({ n: _.max(4) }), { n: 4 }],
  ['max keeps the greater', { n: 3 }, (_) => ({ n: _.max(2) }), { n: 3 }],
  ['max of a missing field', {}, (_) => ({ n: _.max(2) }), { n: 2 }],
  ['max of dates', { at: new Date(5) }, (_) => ({ at: _.max(new Date(9)) }), { at: new Date(9) }],
  ['rename', { n: 1 }, (_) => ({ n: _.rename('m') }), { m: 1 }],
  ['bit and', { n: 0b1101 }, (_) => ({ n: _.bit({ and: 0b0111 }) }), { n: 0b0101 }],
  ['bit or', { n: 0b1000 }, (_) => ({ n: _.bit({ or: 0b0001 }) }), { n: 0b1001 }],
  ['bit xor', { n: 0b1100 }, (_) => ({ n: _.bit({ xor: 0b0110 }) }), { n: 0b1010 }],
  // arrays
  ['push one', { a: [1] }, (_) => ({ a: _.push(2) }), { a: [1, 2] }],
  ['push several', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
  ['push an object', { a: [] }, (_) => ({ a: _.push([{ x: 1 }]) }), { a: [{ x: 1 }] }],
  ['push makes the array', {}, (_) => ({ a: _.push([1]) }), { a: [1] }],
  ['push at a position', { a: [1, 4] }, (_) => ({ a: _.push({ each: [2, 3], position: 1 }) }), { a: [1, 2, 3, 4] }],
  ['push and sort', { a: [3, 1] }, (_) => ({ a: _.push({ each: [2], sort: 1 }) }), { a: [1, 2, 3] }],
  ['push and keep the last', { a: [1, 2] }, (_) => ({ a: _.push({ each: [3], slice: -2 }) }), { a: [2, 3] }],
  [
    'push, sort objects downwards and keep the first',
    { a: [{ s: 1 }, { s: 9 }] },
    (_) => ({ a: _.push({ each: [{ s: 5 }], sort: { s: -1 }, slice: 2 }) }),
    { a: [{ s: 9 }, { s: 5 }] },
  ],
  ['unshift', { a: [3] }, (_) => ({ a: _.unshift([1, 2]) }), { a: [1, 2, 3] }],
  ['pop', { a: [1, 2] }, (_) => ({ a: _.pop() }), { a: [1] }],
  ['shift', { a: [1, 2] }, (_) => ({ a: _.shift() }), { a: [2] }],
  ['pop of an empty array', { a: [] }, (_) => ({ a: _.pop() }), { a: [] }],
  ['pull a value, wherever it is', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
  ['pull by a condition', { a: [1, 5, 9] }, (_) => ({ a: _.pull(_.gte(5)) }), { a: [1] }],
  [
    'pull objects by a field',
    {
      a: [
        { x: 1, y: 1 },
        { x: 2, y: 1 },
      ],
    },
    (_) => ({ a: _.pull({ x: 1 }) }),
    { a: [{ x: 2, y: 1 }] },
  ],
  ['pullAll', { a: [1, 2, 3, 1] }, (_) => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
  ['addToSet what is new', { a: [1] }, (_) => ({ a: _.addToSet(2) }), { a: [1, 2] }],
  ['addToSet what is there', { a: [1] }, (_) => ({ a: _.addToSet(1) }), { a: [1] }],
  [
    "addToSet several, in the operator's own words",
    { a: [1] },
    (_) => ({ a: _.addToSet({ $each: [1, 2] }) }),
    { a: [1, 2] },
  ],
  ['addToSet compares objects whole', { a: [{ x: 1 }] }, (_) => ({ a: _.addToSet({ x: 1 }) }), { a: [{ x: 1 }] }],
  // together
  [
    'several operators at once',
    { n: 1, a: [1], o: 1 },
    (_) => ({ n: _.inc(1), a: _.push(2), o: _.remove(), p: 1 }),
    { n: 2, a: [1, 2], p: 1 },
  ],
]

const REFUSED: [string, object, (_: Commands) => object][] = [
  ['inc of a text', { n: '1' }, (_) => ({ n: _.inc(1) })],
  ['inc of null', { n: null }, (_) => ({ n: _.inc(1) })],
  ['push onto a text', { a: 'x' }, (_) => ({ a: _.push(1) })],
  ['push onto null', { a: null }, (_) => ({ a: _.push(1) })],
  ['a path through a number', { a: 1 }, () => ({ a: { b: 1 } })],
  ['a path through null', { a: null }, () => ({ 'a.b': 1 })],
  ['two operators on one path', { a: { b: 1 } }, (_) => ({ a: _.set({ b: 2 }), 'a.b': _.inc(1) })],
]

let target: Target
let db: Db
const collection = () => db.collection('conformance_plain')
const code = (of: Promise<unknown>) =>
  of.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
})
beforeEach(() =>
  collection()
    .where({ _id: db.command.exists(true) })
    .remove(),
)
afterAll(() => target.stop())

test.each(CASES)('%s', async (_name, before, update, after) => {
  await collection().doc('one').set(before)
  const changed = JSON.stringify(before) === JSON.stringify(after) ? 0 : 1
  const { updated } = await collection().doc('one').update(update(db.command, db))
  expect((await collection().doc('one').get()).data).toEqual([{ _id: 'one', ...after }])
  expect(updated).toBe(changed)
})

test.each(REFUSED)('refused, and nothing changes: %s', async (_name, before, update) => {
  await collection().doc('one').set(before)
  expect(await code(collection().doc('one').update(update(db.command)))).toBe('DATABASE_REQUEST_FAILED')
  expect((await collection().doc('one').get()).data).toEqual([{ _id: 'one', ...before }])
})

describe('which documents', () => {
  const all = async () => (await collection().orderBy('_id', 'asc').get()).data

  test('add answers an id; a given _id is kept; a list answers ids', async () => {
    const { id } = await collection().add({ n: 1 })
    expect(id).toMatch(/^[0-9a-f]{24,32}$/)
    expect((await collection().add({ _id: 'mine', n: 2 })).id).toBe('mine')
    expect(((await collection().add([{ _id: 'x' }, { _id: 'y' }])) as unknown as { ids: string[] }).ids).toEqual([
      'x',
      'y',
    ])
    expect((await collection().doc(id!).get()).data).toEqual([{ _id: id, n: 1 }])
  })
  test('an _id is text or number, and they differ', async () => {
    await collection().add([
      { _id: 7, v: 'number' },
      { _id: '7', v: 'text' },
    ])
    expect((await collection().doc(7).get()).data).toEqual([{ _id: 7, v: 'number' }])
    expect((await collection().doc('7').get()).data).toEqual([{ _id: '7', v: 'text' }])
  })
  test('a second document with an _id is refused', async () => {
    await collection().add({ _id: 'x', n: 1 })
    expect(await code(collection().add({ _id: 'x', n: 2 }))).toBe('DATABASE_REQUEST_FAILED')
    expect(await all()).toEqual([{ _id: 'x', n: 1 }])
  })
  test('where().update() changes every match', async () => {
    await collection().add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ])
    expect(
      await collection()
        .where({ n: db.command.gt(1) })
        .update({ done: true }),
    ).toMatchObject({ updated: 2 })
    expect(await all()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2, done: true },
      { _id: 'c', n: 3, done: true },
    ])
  })
  test('options({multiple: false}) changes one', async () => {
    await collection().add([{ _id: 'a' }, { _id: 'b' }])
    expect(await collection().where({}).options({ multiple: false }).update({ n: 1 })).toMatchObject({ updated: 1 })
  })
  test('the positional $ is the element the condition found', async () => {
    await collection().add({
      _id: 'a',
      list: [
        { p: 1, v: 0 },
        { p: 2, v: 0 },
      ],
    })
    await collection().where({ 'list.p': 2 }).update({ 'list.$.v': 9 })
    expect(await all()).toEqual([
      {
        _id: 'a',
        list: [
          { p: 1, v: 0 },
          { p: 2, v: 9 },
        ],
      },
    ])
  })
  test('doc().update() of nothing changes nothing and makes nothing', async () => {
    expect(await collection().doc('none').update({ n: 1 })).toMatchObject({ updated: 0 })
    expect(await all()).toEqual([])
  })
  test('doc().set() makes, then replaces the whole', async () => {
    expect(
      await collection()
        .doc('s')
        .set({ a: 1, b: { c: 1 } }),
    ).toMatchObject({ updated: 0, upsertedId: 's' })
    expect(
      await collection()
        .doc('s')
        .set({ b: { d: 1 } }),
    ).toMatchObject({ updated: 1 })
    expect(await all()).toEqual([{ _id: 's', b: { d: 1 } }])
  })
  test('updateAndReturn answers the document after the update', async () => {
    await collection().add({ _id: 'a', n: 1 })
    const answer = await collection()
      .where({ _id: 'a' })
      .updateAndReturn({ n: db.command.inc(1) })
    expect(answer).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } })
  })
  test('remove by id, by condition, one of many', async () => {
    await collection().add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 2 },
      { _id: 'd', n: 2 },
    ])
    expect(await collection().doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(await collection().doc('a').remove()).toMatchObject({ deleted: 0 })
    expect(await collection().where({ n: 1 }).remove()).toMatchObject({ deleted: 1 })
    expect(await collection().where({ n: 2 }).options({ multiple: false }).remove()).toMatchObject({ deleted: 1 })
    expect(await all()).toHaveLength(1)
  })
})

describe('values survive', () => {
  const VALUES: [string, unknown][] = [
    ['an integer', 42],
    ['a large integer', 1700000000000],
    ['a fraction', 0.1],
    ['zero', 0],
    ['text with a zero byte', 'a\0b'],
    ['Chinese and emoji', '一证办电 ⚡️𠮷'],
    ['an empty text', ''],
    ['null', null],
    ['a date', new Date(1700000000123)],
    ['an empty object', {}],
    ['an empty array', []],
    ['nested arrays', [[1], [[2]]]],
    ['mixed', [1, 'a', null, { b: [true] }]],
  ]
  test.each(VALUES)('%s', async (_name, value) => {
    await collection().doc('v').set({ value })
    expect((await collection().doc('v').get()).data).toEqual([{ _id: 'v', value }])
    expect(
      (
        await collection()
          .where({ value: db.command.eq(value) })
          .count()
      ).total,
    ).toBe(1)
  })
})

describe('server dates', () => {
  test("a server date is the server's time, its offset in milliseconds", async () => {
    const before = Date.now()
    await collection()
      .doc('d')
      .set({ now: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) })
    const [{ now, later }] = (await collection().doc('d').get()).data
    expect(later.getTime() - now.getTime()).toBe(3_600_000)
    expect(Math.abs(now.getTime() - before)).toBeLessThan(60_000)
  })
  test('in an update, nested and in an array', async () => {
    await collection().doc('d').set({ log: [] })
    await collection()
      .doc('d')
      .update({ at: { seen: db.serverDate() }, log: db.command.push([{ at: db.serverDate() }]) })
    const [{ at, log }] = (await collection().doc('d').get()).data
    expect(at.seen).toBeInstanceOf(Date)
    expect(log[0].at).toBeInstanceOf(Date)
  })
  test('in a condition', async () => {
    await collection().add([
      { _id: 'past', at: new Date(0) },
      { _id: 'future', at: db.serverDate({ offset: 60_000 }) },
    ])
    const { data } = await collection()
      .where({ at: db.command.lt(db.serverDate()) })
      .get()
    expect(data.map(({ _id }) => _id)).toEqual(['past'])
  })
})

describe('unique indexes', () => {
  const unique = () => db.collection('conformance_unique')
  beforeEach(() =>
    unique()
      .where({ _id: db.command.exists(true) })
      .remove(),
  )

  test('add, set and update refuse a second holder; a freed value is free', async () => {
    await unique().add([
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ])
    expect(await code(unique().add({ _id: 'c', number: 1 }))).toBe('DATABASE_REQUEST_FAILED')
    expect(await code(unique().doc('c').set({ number: 2 }))).toBe('DATABASE_REQUEST_FAILED')
    expect(await code(unique().doc('b').update({ number: 1 }))).toBe('DATABASE_REQUEST_FAILED')
    await unique().doc('a').remove()
    expect(await code(unique().doc('b').update({ number: 1 }))).toBe('no error')
    expect((await unique().get()).data).toEqual([{ _id: 'b', number: 1 }])
  })
  test('a document keeps its own value', async () => {
    await unique().doc('a').set({ number: 1 })
    expect(await unique().doc('a').update({ number: 1, more: 1 })).toMatchObject({ updated: 1 })
  })
  test('a missing value counts as null: one document may lack it', async () => {
    await unique().add({ _id: 'a' })
    expect(await code(unique().add({ _id: 'b' }))).toBe('DATABASE_REQUEST_FAILED')
  })
  test('of many adds at once with one value, one wins', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => code(unique().add({ number: 7, i }))))
    expect(answers.filter((answer) => answer === 'no error')).toHaveLength(1)
    expect((await unique().count()).total).toBe(1)
  })
  test('an update that would make two alike changes neither', async () => {
    await unique().add([
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ])
    expect(await code(unique().where({}).update({ number: 5 }))).toBe('DATABASE_REQUEST_FAILED')
  })
})
