import { startTarget, type Target } from './host'

/** Snapshot isolation, write locks, conflicts and the ends a transaction can come to. */
type Db = ReturnType<Target['app']['database']>
type Transaction = Awaited<ReturnType<Db['startTransaction']>>

let target: Target
let db: Db
const code = (of: Promise<unknown>) =>
  of.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )
const plain = (id: string) => db.collection('conformance_plain').doc(id)
const inside = (transaction: Transaction, id: string) => transaction.collection('conformance_plain').doc(id)
const stored = async (id: string) => (await plain(id).get()).data[0]
const opened: Transaction[] = []
const begin = async () => {
  const transaction = await db.startTransaction()
  opened.push(transaction)
  return transaction
}

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
})
beforeEach(async () => {
  for (const name of ['conformance_plain', 'conformance_unique'])
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
  await db.collection('conformance_plain').add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})
afterEach(async () => {
  for (const transaction of opened.splice(0)) await code(transaction.rollback('cleared away'))
})
afterAll(() => target.stop())

describe('one transaction', () => {
  test("runTransaction commits all its writes and answers the callback's result", async () => {
    const result = await db.runTransaction(async (transaction: Transaction) => {
      await inside(transaction, 'a').update({ n: db.command.inc(1) })
      await inside(transaction, 'b').remove()
      await inside(transaction, 'c').set({ n: 3 })
      const { id } = await transaction.collection('conformance_plain').add({ _id: 'd', n: 4 })
      return id
    })
    expect(result).toBe('d')
    expect((await db.collection('conformance_plain').orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'c', n: 3 },
      { _id: 'd', n: 4 },
    ])
  })
  test('a list given to add goes with the transaction: gone with a rollback, there after a commit, refused as a whole', async () => {
    const list = [
      { _id: 'd', n: 4 },
      { _id: 'e', n: 5 },
    ]
    const dropped = await begin()
    await dropped.collection('conformance_plain').add(list)
    await dropped.rollback('not wanted')
    expect((await db.collection('conformance_plain').count()).total).toBe(2)
    const kept = await begin()
    await kept.collection('conformance_plain').add(list)
    expect((await db.collection('conformance_plain').count()).total).toBe(2)
    await kept.commit()
    expect((await db.collection('conformance_plain').count()).total).toBe(4)
    const refused = await begin()
    const again = [{ _id: 'f', n: 6 }, ...list]
    expect(await code(refused.collection('conformance_plain').add(again))).toBe('DATABASE_REQUEST_FAILED')
    expect(await stored('f')).toBeUndefined()
  })
  test('it reads its own writes; nobody else does before the commit', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 5 })
    await inside(transaction, 'c').set({ n: 9 })
    expect((await inside(transaction, 'a').get()).data).toEqual({ _id: 'a', n: 5 })
    expect((await inside(transaction, 'c').get()).data).toEqual({ _id: 'c', n: 9 })
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 })
    expect(await stored('c')).toBeUndefined()
    await transaction.commit()
    expect(await stored('a')).toEqual({ _id: 'a', n: 5 })
  })
  test('what it removed is gone for it', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').remove()
    expect((await inside(transaction, 'a').get()).data).toBeNull()
    expect(await stored('a')).toBeDefined()
  })
  test('a document that is not there reads as null', async () => {
    expect((await inside(await begin(), 'none').get()).data).toBeNull()
  })
  test('several writes to one document add up', async () => {
    await db.runTransaction(async (transaction: Transaction) => {
      for (let i = 0; i < 3; i++) await inside(transaction, 'a').update({ n: db.command.inc(1) })
    })
    expect(await stored('a')).toEqual({ _id: 'a', n: 4 })
  })
  test('rollback leaves nothing', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 5 })
    await transaction.collection('conformance_plain').add({ _id: 'new' })
    await transaction.rollback('on purpose')
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 })
    expect(await stored('new')).toBeUndefined()
  })
  test('an error in the callback rolls back and comes out', async () => {
    const failing = db.runTransaction(async (transaction: Transaction) => {
      await inside(transaction, 'a').update({ n: 5 })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 })
  })
  test('a duplicate inside ends it and leaves nothing', async () => {
    const failing = db.runTransaction(async (transaction: Transaction) => {
      await inside(transaction, 'a').update({ n: 5 })
      await transaction.collection('conformance_plain').add({ _id: 'b' })
    })
    expect(await code(failing)).toBe('DATABASE_REQUEST_FAILED')
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 })
  })
  test('a unique value may move from one document to another', async () => {
    await db.collection('conformance_unique').add({ _id: 'old', number: 1 })
    await db.runTransaction(async (transaction: Transaction) => {
      await transaction.collection('conformance_unique').doc('old').remove()
      await transaction.collection('conformance_unique').add({ _id: 'new', number: 1 })
    })
    expect((await db.collection('conformance_unique').get()).data).toEqual([{ _id: 'new', number: 1 }])
  })
})

describe('two at once', () => {
  test('the snapshot is that of the start, whatever is committed since', async () => {
    const transaction = await begin()
    await plain('a').update({ n: 2 })
    await plain('new').set({ n: 1 })
    await plain('b').remove()
    expect((await inside(transaction, 'a').get()).data).toEqual({ _id: 'a', n: 1 })
    expect((await inside(transaction, 'b').get()).data).toEqual({ _id: 'b', n: 1 })
    expect((await inside(transaction, 'new').get()).data).toBeNull()
  })
  test('a write to a document another transaction wrote conflicts at once', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').update({ n: 2 })
    expect(await code(inside(second, 'a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
    expect(await stored('a')).toEqual({ _id: 'a', n: 2 })
  })
  test('a conflict ends the transaction that met it', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(second, 'b').update({ n: 9 })
    await inside(first, 'a').update({ n: 2 })
    expect(await code(inside(second, 'a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await code(second.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    await first.commit()
    expect(await stored('b')).toEqual({ _id: 'b', n: 1 })
  })
  test.each<[string, (transaction: Transaction) => Promise<unknown>]>([
    ['set', (transaction) => inside(transaction, 'a').set({ n: 3 })],
    ['remove', (transaction) => inside(transaction, 'a').remove()],
    ['add with its _id', (transaction) => transaction.collection('conformance_plain').add({ _id: 'c' })],
  ])('%s conflicts too', async (_name, write) => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').update({ n: 2 })
    await inside(first, 'c').set({ n: 2 })
    expect(await code(write(second))).toBe('DATABASE_TRANSACTION_CONFLICT')
  })
  test('a write to what was committed since the start conflicts', async () => {
    const transaction = await begin()
    await plain('a').update({ n: 2 })
    expect(await code(inside(transaction, 'a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await stored('a')).toEqual({ _id: 'a', n: 2 })
  })
  test('two new documents with one unique value conflict', async () => {
    const [first, second] = [await begin(), await begin()]
    await first.collection('conformance_unique').add({ number: 1 })
    expect(await code(second.collection('conformance_unique').add({ number: 1 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
  })
  test('different documents do not disturb each other', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').update({ n: 2 })
    await inside(second, 'b').update({ n: 3 })
    await second.commit()
    await first.commit()
    expect([await stored('a'), await stored('b')]).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 3 },
    ])
  })
  test('reading locks nothing', async () => {
    const [first, second] = [await begin(), await begin()]
    await inside(first, 'a').get()
    expect(await code(inside(second, 'a').update({ n: 3 }))).toBe('no error')
    await second.commit()
  })
  test('a plain write to a locked document waits for the end and then counts', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 10 })
    let done = false
    const waiting = plain('a')
      .update({ n: db.command.inc(1) })
      .then(() => {
        done = true
      })
    await plain('b').update({ n: 7 })
    expect(done).toBe(false)
    await transaction.commit()
    await waiting
    expect(await stored('a')).toEqual({ _id: 'a', n: 11 })
  })
  test('a plain write waits for a rollback as well', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 10 })
    const waiting = plain('a').update({ n: db.command.inc(1) })
    await transaction.rollback('on purpose')
    await waiting
    expect(await stored('a')).toEqual({ _id: 'a', n: 2 })
  })
  test('a plain read does not wait', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 10 })
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 })
  })
  test('runTransaction runs again after a conflict: no increment is lost', async () => {
    const increment = () =>
      db.runTransaction(async (transaction: Transaction) => {
        const { data } = await inside(transaction, 'a').get()
        await inside(transaction, 'a').set({ n: (data as unknown as { n: number }).n + 1 })
      })
    const answers = await Promise.all(Array.from({ length: 6 }, () => code(increment())))
    const won = answers.filter((answer) => answer === 'no error').length
    expect(won).toBeGreaterThan(0)
    expect(answers.filter((answer) => !['no error', 'DATABASE_TRANSACTION_CONFLICT'].includes(answer))).toEqual([])
    expect(await stored('a')).toEqual({ _id: 'a', n: 1 + won })
  })
})

describe('after the end', () => {
  test('nothing goes into a committed transaction', async () => {
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 2 })
    await transaction.commit()
    expect(await code(inside(transaction, 'a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await code(inside(transaction, 'a').get())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await code(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await stored('a')).toEqual({ _id: 'a', n: 2 })
  })
  test('nothing goes into one rolled back', async () => {
    const transaction = await begin()
    await transaction.rollback('on purpose')
    expect(await code(inside(transaction, 'a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await code(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  })
  test('thirty seconds end it, and free what it locked', async () => {
    if (!target.local) return
    const transaction = await begin()
    await inside(transaction, 'a').update({ n: 3 })
    const waiting = plain('a').update({ n: db.command.inc(1) })
    await target.advance(29_000)
    expect((await inside(transaction, 'a').get()).data).toEqual({ _id: 'a', n: 3 })
    await target.advance(1_001)
    await waiting
    expect(await code(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await stored('a')).toEqual({ _id: 'a', n: 2 })
  })
})

test('a trap of the SDK: where() inside a transaction escapes it', async () => {
  const transaction = await begin()
  await transaction.collection('conformance_plain').where({ _id: 'a' }).update({ n: 8 })
  await transaction.rollback('on purpose')
  expect(await stored('a')).toEqual({ _id: 'a', n: 8 })
})
