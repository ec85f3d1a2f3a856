import { startTarget, type Target } from './host'

/** Adding, setting, removing: which documents a write reaches, what values survive it, server dates, unique indexes. */
type Db = ReturnType<Target['app']['database']>

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
    expect(Math.abs(now.getTime() - before)).toBeLessThan(600_000)
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
