import { startTarget, type Target } from './host'

/** Every aggregation expression the SDK documents. */
type Db = ReturnType<Target['app']['database']>
type Expressions = Db['command']['aggregate']

const DOCUMENTS = [
  { _id: 'a', city: 'LZ', kw: 8, done: true, tags: ['x', 'y'], at: new Date('2026-03-09T08:05:06.007Z') },
]

const date = '$at'
/** Computed for document a: kw 8, tags x and y, 2026-03-09 (a Monday) 08:05:06.007 UTC, ISO week 11. */
const EXPRESSIONS: [string, ($: Expressions) => unknown, unknown][] = [
  ['abs', ($) => $.abs(-3), 3],
  ['add', ($) => $.add(['$kw', 1, 1]), 10],
  ['ceil', ($) => $.ceil(1.2), 2],
  ['divide', ($) => $.divide(['$kw', 16]), 0.5],
  ['exp', ($) => $.exp(0), 1],
  ['floor', ($) => $.floor(1.8), 1],
  ['ln', ($) => $.ln(1), 0],
  ['log', ($) => $.log(['$kw', 2]), 3],
  ['log10', ($) => $.log10(1000), 3],
  ['mod', ($) => $.mod(['$kw', 3]), 2],
  ['multiply', ($) => $.multiply(['$kw', 2]), 16],
  ['pow', ($) => $.pow(['$kw', 2]), 64],
  ['sqrt', ($) => $.sqrt(81), 9],
  ['subtract', ($) => $.subtract(['$kw', 10]), -2],
  ['trunc', ($) => $.trunc(-1.9), -1],
  ['arrayElemAt', ($) => $.arrayElemAt(['$tags', -1]), 'y'],
  ['arrayToObject', ($) => $.arrayToObject([[['k', 1]]]), { k: 1 }],
  ['concatArrays', ($) => $.concatArrays(['$tags', ['z']]), ['x', 'y', 'z']],
  ['filter', ($) => $.filter({ input: '$tags', as: 't', cond: $.eq(['$$t', 'y']) }), ['y']],
  ['in', ($) => $.in(['x', '$tags']), true],
  ['indexOfArray', ($) => $.indexOfArray(['$tags', 'y']), 1],
  ['isArray', ($) => $.isArray(['$tags']), true],
  ['map', ($) => $.map({ input: '$tags', as: 't', in: $.toUpper('$$t') }), ['X', 'Y']],
  ['range', ($) => $.range([0, 6, 2]), [0, 2, 4]],
  ['reduce', ($) => $.reduce({ input: '$tags', initialValue: '', in: $.concat(['$$value', '$$this']) }), 'xy'],
  ['reverseArray', ($) => $.reverseArray('$tags'), ['y', 'x']],
  ['size', ($) => $.size('$tags'), 2],
  ['slice', ($) => $.slice(['$tags', 1, 1]), ['y']],
  [
    'zip',
    ($) => $.zip({ inputs: ['$tags', [1, 2]] }),
    [
      ['x', 1],
      ['y', 2],
    ],
  ],
  ['and', ($) => $.and(['$done', $.gt(['$kw', 1])]), true],
  ['or', ($) => $.or([false, '$done']), true],
  ['not', ($) => $.not(['$done']), false],
  ['cmp', ($) => $.cmp(['$kw', 9]), -1],
  ['eq', ($) => $.eq(['$kw', 8]), true],
  ['gt', ($) => $.gt(['$kw', 8]), false],
  ['gte', ($) => $.gte(['$kw', 8]), true],
  ['lt', ($) => $.lt(['$kw', 9]), true],
  ['lte', ($) => $.lte(['$kw', 7]), false],
  ['neq', ($) => $.neq(['$kw', 8]), false],
  // biome-ignore lint/suspicious/noThenProperty: the platform's own name for it
  ['cond', ($) => $.cond({ if: '$done', then: 'yes', else: 'no' }), 'yes'],
  ['ifNull', ($) => $.ifNull(['$nowhere', 'none']), 'none'],
  // biome-ignore lint/suspicious/noThenProperty: the platform's own name for it
  ['switch', ($) => $.switch({ branches: [{ case: $.gt(['$kw', 100]), then: 'big' }], default: 'small' }), 'small'],
  ['dateFromParts', ($) => $.dateFromParts({ year: 2026, month: 3, day: 9 }), new Date('2026-03-09T00:00:00Z')],
  ['dateFromString', ($) => $.dateFromString({ dateString: '2026-03-09T01:00:00Z' }), new Date('2026-03-09T01:00:00Z')],
  ['dateToString', ($) => $.dateToString({ date, format: '%Y-%m-%d', timezone: '+08:00' }), '2026-03-09'],
  ['year', ($) => $.year(date), 2026],
  ['month', ($) => $.month(date), 3],
  ['dayOfMonth', ($) => $.dayOfMonth(date), 9],
  ['dayOfWeek, Sunday is 1', ($) => $.dayOfWeek(date), 2],
  ['dayOfYear', ($) => $.dayOfYear(date), 68],
  ['isoDayOfWeek, Monday is 1', ($) => $.isoDayOfWeek(date), 1],
  ['isoWeek', ($) => $.isoWeek(date), 11],
  ['isoWeekYear', ($) => $.isoWeekYear(date), 2026],
  ['week, from the first Sunday', ($) => $.week(date), 10],
  ['hour', ($) => $.hour(date), 8],
  ['minute', ($) => $.minute(date), 5],
  ['second', ($) => $.second(date), 6],
  ['millisecond', ($) => $.millisecond(date), 7],
  ['literal', ($) => $.literal('$kw'), '$kw'],
  ['mergeObjects', ($) => $.mergeObjects([{ a: 1, b: 1 }, { b: 2 }]), { a: 1, b: 2 }],
  ['objectToArray', ($) => $.objectToArray({ a: 1 }), [{ k: 'a', v: 1 }]],
  ['allElementsTrue', ($) => $.allElementsTrue([[true, 1]]), true],
  ['anyElementTrue', ($) => $.anyElementTrue([[false, 0]]), false],
  ['setDifference', ($) => $.setDifference(['$tags', ['y']]), ['x']],
  ['setEquals', ($) => $.setEquals(['$tags', ['y', 'x', 'x']]), true],
  ['setIntersection', ($) => $.setIntersection(['$tags', ['y', 'z']]), ['y']],
  ['setIsSubset', ($) => $.setIsSubset([['x'], '$tags']), true],
  ['setUnion', ($) => $.size($.setUnion(['$tags', ['y', 'z']])), 3],
  ['concat', ($) => $.concat(['$city', '-', '$_id']), 'LZ-a'],
  ['indexOfBytes', ($) => $.indexOfBytes(['证x', 'x']), 3],
  ['indexOfCP', ($) => $.indexOfCP(['证x', 'x']), 1],
  ['split', ($) => $.split(['a,b', ',']), ['a', 'b']],
  ['strLenBytes', ($) => $.strLenBytes('证'), 3],
  ['strLenCP', ($) => $.strLenCP('证'), 1],
  ['strcasecmp', ($) => $.strcasecmp(['a', 'A']), 0],
  ['substr', ($) => $.substr(['abc', 1, 1]), 'b'],
  ['substrBytes', ($) => $.substrBytes(['abc', 0, 2]), 'ab'],
  ['substrCP', ($) => $.substrCP(['证件号', 1, 1]), '件'],
  ['toLower', ($) => $.toLower('$city'), 'lz'],
  ['toUpper', ($) => $.toUpper('$_id'), 'A'],
  ['let', ($) => $.let({ vars: { twice: $.multiply(['$kw', 2]) }, in: $.add(['$$twice', 1]) }), 17],
]

let target: Target
let db: Db

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
  await db
    .collection('conformance_plain')
    .where({ _id: db.command.exists(true) })
    .remove()
  await db.collection('conformance_plain').add(DOCUMENTS)
})
afterAll(() => target.stop())

test.each(EXPRESSIONS)('expression: %s', async (_name, build, expected) => {
  const pipeline = db.collection('conformance_plain').aggregate().match({ _id: 'a' })
  const { data } = await pipeline.project({ _id: 0, value: build(db.command.aggregate) }).end()
  expect(data).toEqual([{ value: expected }])
})
