import { differences } from './nearestName'
import { ofOneColumn, readingOrder, SAME_ROW, sameRow } from './textColumns'
import { type Placed, slice } from './textLayout'

/** A printed label and the field it names; null for labels that only end the value before them. */
export type Label<Key extends string = string> = { text: string; key: Key | null }

type Found<Key extends string> = { key: Key | null; left: number; right: number; y: number; text: string }

/** Where the value stands: beside its label and below (`top`), or centred on it whatever its number of lines (`centre`). */
export type Alignment = 'top' | 'centre'

/** Distances in line heights: between lines of one value, and of a label from the first line of its value. */
const LEADING = 1.9
const FIRST_ROW = 1
const CENTRED = 1.6
/** A piece of a line begins no farther from the end of the one before it. */
const CLOSE = 1
/** Labels centred in their column begin this far from one another. */
const TABLE_COLUMN = 4

/** Short labels occur inside values (名称 in a company's name), so inside a line only long ones and 民族 after the sex count. */
const insideAt = (text: string, label: string): number => {
  if (label === '民族') return /^[男女]民族/.test(text) ? 1 : -1
  return label.length >= 4 ? text.indexOf(label) : -1
}

/** Joins a label printed as separate pieces (坐　　落) when the detector gave each its own line; its first piece takes all. */
function joinPieces(items: Placed[], labels: Label[]): Placed[] {
  const gone = new Set<Placed>()
  const joined = items.map((item) => {
    if (gone.has(item)) return item
    for (const { text } of labels) {
      let whole = item
      const pieces: Placed[] = []
      while (text.startsWith(whole.text) && whole.text.length < text.length) {
        const next = items
          .filter((other) => other !== item && !gone.has(other) && !pieces.includes(other) && sameRow(item, other))
          .filter(
            (other) => other.left > whole.left + 0.5 && other.left > whole.right - 1 && other.left - whole.right < 6,
          )
          .sort((p, q) => p.left - q.left)[0]
        if (!next) break
        const text2 = whole.text + next.text
        if (!text.startsWith(text2) && !text2.startsWith(text)) break
        pieces.push(next)
        if (text2.length > text.length) {
          // The last piece carries the value too: the label ends where the piece's label part does.
          const cut = text.length - whole.text.length
          const value = slice(next, cut, next.text.length)
          whole = { ...whole, text, right: value.left }
          for (const piece of pieces) gone.add(piece)
          items.push(value)
          return whole
        }
        whole = { ...whole, text: text2, right: next.right }
      }
      if (whole.text === text && pieces.length) {
        for (const piece of pieces) gone.add(piece)
        return whole
      }
    }
    return item
  })
  return [...joined, ...items.slice(joined.length)].filter((item) => !gone.has(item))
}

/** Cuts a line into the labels and values it holds. */
function cut<Key extends string>(item: Placed, labels: Label<Key>[]): { labels: Found<Key>[]; values: Placed[] } {
  const out: { labels: Found<Key>[]; values: Placed[] } = { labels: [], values: [] }
  let rest: Placed | null = item
  while (rest) {
    const current: Placed = rest
    const start = labels.find(({ text }) => current.text.startsWith(text))
    if (start) {
      const colon = /^[::]/.test(current.text.slice(start.text.length)) ? 1 : 0
      const head = slice(current, 0, start.text.length)
      out.labels.push({ key: start.key, left: head.left, right: head.right, y: head.y, text: start.text })
      const from = start.text.length + colon
      rest = from < current.text.length ? slice(current, from, current.text.length) : null
      continue
    }
    const inner = labels.map(({ text }) => insideAt(current.text, text)).filter((at) => at > 0)
    const end = inner.length ? Math.min(...inner) : current.text.length
    out.values.push(slice(current, 0, end))
    rest = end < current.text.length ? slice(current, end, current.text.length) : null
  }
  return out
}

/** A label nobody found may have been misread in one character: a line of its length that differs in just one is taken for it. */
function recoverMisread<Key extends string>(values: Placed[], found: Found<Key>[], labels: Label<Key>[]): Placed[] {
  const missing = labels.filter(({ text, key }) => key && text.length > 1 && !found.some((label) => label.key === key))
  return values.filter((item) => {
    const label = missing.find(
      ({ text }) => text.length === item.text.length && differences(text, item.text) === 1 && text.length > 2,
    )
    if (label) found.push({ ...label, left: item.left, right: item.right, y: item.y })
    return !label
  })
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
/** Labels of one column begin and end no farther apart than this, in line heights. */
const ALIGNED = 1.2

/**
 * A label of two characters set far apart (名　　称) of which only one was read: it stands where the labels' column begins, or ends.
 * Values do not stand there.
 */
function recoverHalves<Key extends string>(values: Placed[], found: Found<Key>[], labels: Label<Key>[]): Placed[] {
  const missing = labels.filter(({ text, key }) => text.length === 2 && !found.some((label) => label.key === key))
  const read = [...found]
  return values.filter((item) => {
    const begins = read.filter(({ left }) => Math.abs(item.left - left) < ALIGNED)
    const ends = read.filter(({ right }) => Math.abs(item.right - right) < ALIGNED)
    const label = missing.find(
      ({ text }) => (item.text === text[0] && begins.length) || (item.text === text[1] && ends.length),
    )
    if (!label) return true
    const column = label.text[0] === item.text ? begins : ends
    const [left, right] = [median(column.map((other) => other.left)), median(column.map((other) => other.right))]
    found.push({ ...label, left, right: Math.max(right, item.right), y: item.y })
    return false
  })
}

/** In a ruled table the labels are one column: the same words elsewhere (权利人 in a note) are none. */
const inLabelColumn = <Key extends string>(found: Found<Key>[]): Found<Key>[] => {
  const left = median(found.map((label) => label.left))
  return found.filter((label) => Math.abs(label.left - left) < TABLE_COLUMN)
}

/** The label a value belongs to: the nearest column of labels left of it, in it the nearest label above (`top`) or beside (`centre`). */
function owner<Key extends string>(value: Placed, labels: Found<Key>[], align: Alignment): Found<Key> | null {
  const candidates = labels.filter(
    (label) => label.right <= value.left + 0.7 && (align === 'centre' || label.y <= value.y + 0.7),
  )
  const nearest = Math.min(...candidates.map((label) => value.left - label.right))
  const column = candidates.filter((label) => value.left - label.right <= nearest + 4)
  const away = (label: Found<Key>) => Math.abs(value.y - label.y)
  const closest = Math.min(...column.map(away))
  // Of several labels on one row (性别女民族壮) the last before the value is its own.
  return column.filter((label) => away(label) < closest + SAME_ROW).sort((p, q) => q.right - p.right)[0] ?? null
}

/**
 * In a ruled table every label has its row: one that was not read stands between its printed neighbours, so its place is known.
 * Two characters far apart (坐　　落) are what a detector misses first.
 */
function inferMissing<Key extends string>(found: Found<Key>[], printed: Label<Key>[]): Found<Key>[] {
  const known = printed.map(({ text }) => found.find((label) => label.text === text))
  return printed.flatMap(({ text, key }, place) => {
    if (known[place]) return []
    const above = known.findLastIndex((label, other) => label && other < place)
    const below = known.findIndex((label, other) => label && other > place)
    const [upper, lower] = [known[above], known[below]]
    if (!upper || !lower) return []
    const share = (place - above) / (below - above)
    const between = (from: number, to: number) => from + (to - from) * share
    const y = between(upper.y, lower.y)
    return [{ key, text, y, left: between(upper.left, lower.left), right: between(upper.right, lower.right) }]
  })
}

/**
 * Without the doubles: a detector sometimes reports the last character of a label once more by itself (经营者 and 者), and it would
 * then begin the value.
 */
const withoutDoubles = (items: Placed[], labels: Label[]): Placed[] => {
  const whole = items.filter((item) => labels.some(({ text }) => text === item.text))
  const isDouble = (item: Placed) =>
    whole.some(
      (label) =>
        item.text.length < label.text.length &&
        label.text.endsWith(item.text) &&
        sameRow(label, item) &&
        item.left > label.left &&
        item.left < label.right,
    )
  return items.filter((item) => !isDouble(item))
}

/** Where a field's label was not read but a line says by its own words that it is that field: a label in its row, in the labels' column. */
const labelsByWords = <Key extends string>(
  values: Placed[],
  found: Found<Key>[],
  byWords: Partial<Record<Key, RegExp>>,
): Found<Key>[] =>
  (Object.entries(byWords) as [Key, RegExp][]).flatMap(([key, words]) => {
    const value = found.some((label) => label.key === key) ? undefined : values.find(({ text }) => words.test(text))
    if (!value) return []
    const [beside] = found.filter(({ right }) => right <= value.left).sort((p, q) => q.right - p.right)
    return [{ key, left: beside?.left ?? value.left, right: beside?.right ?? value.left, y: value.y, text: '' }]
  })

/** How a paper sets its labels and values. */
export interface Arrangement<Key extends string> {
  /** In the order they are printed, top to bottom, where `fixedRows`. */
  labels: Label<Key>[]
  align: Alignment
  /** Fields that never take a second line. */
  oneLine: Key[]
  /** Its rows are always these: one whose label was not read stands between its neighbours. */
  fixedRows?: boolean
  /** Lines that say by their own words whose they are, where that field's label was not read; they are nobody else's. */
  byWords?: Partial<Record<Key, RegExp>>
}

/** Whether a value goes on where another ends: a piece of the same line, whatever label stands above it. */
const followsClosely = (before: Placed, value: Placed): boolean =>
  value.left > before.left && Math.abs(value.left - before.right) < CLOSE

/**
 * Gives each label the lines of its value, in reading order, by layout: labels may be spaced, split or share a line with values,
 * values may run over several lines. A value line farther than LEADING from the rest is not part of it.
 */
export function valuesByLabel<Key extends string>(
  items: Placed[],
  { labels, align, oneLine, fixedRows = false, byWords = {} }: Arrangement<Key>,
): Partial<Record<Key, Placed[]>> {
  const longestFirst = [...labels].sort((p, q) => q.text.length - p.text.length)
  const parts = joinPieces(withoutDoubles(items, longestFirst), longestFirst).map((item) => cut(item, longestFirst))
  const read = parts.flatMap((part) => part.labels)
  const found = fixedRows ? inLabelColumn(read) : read
  const unlabelled = recoverMisread(
    parts.flatMap((part) => part.values),
    found,
    longestFirst,
  )
  const values = recoverHalves(unlabelled, found, longestFirst)
  if (fixedRows) found.push(...inferMissing(found, labels))
  found.push(...labelsByWords(values, found, byWords))
  const owned = new Map<Found<Key>, Placed[]>()
  const owners = new Map<Placed, Found<Key> | null>()
  for (const value of [...values].sort((p, q) => p.left - q.left)) {
    const before = values.find((other) => sameRow(other, value) && followsClosely(other, value))
    const label = (before && owners.get(before)) ?? owner(value, found, align)
    owners.set(value, label)
    if (label) owned.set(label, [...(owned.get(label) ?? []), value])
  }
  const out: Partial<Record<Key, Placed[]>> = {}
  for (const [label, lines] of owned) {
    if (label.key === null || out[label.key]) continue
    const reach = oneLine.includes(label.key) ? SAME_ROW : LEADING
    const first = align === 'centre' ? CENTRED : FIRST_ROW
    const kept: Placed[] = []
    for (const line of ofOneColumn(lines, label, first).sort(
      (p, q) => Math.abs(p.y - label.y) - Math.abs(q.y - label.y),
    )) {
      const near = kept.length
        ? kept.some((other) => Math.abs(other.y - line.y) < reach)
        : Math.abs(line.y - label.y) < first
      if (near) kept.push(line)
    }
    if (kept.length) out[label.key] = readingOrder(kept)
  }
  return out
}
