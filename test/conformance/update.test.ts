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
