import type Database from 'libsql'

/** A stored case as SQL that makes a copy of it: of each document its text, of each index entry its key. */
export interface Template {
  documents: { collection: number; body: string; entries: { index: number; key: string }[] }[]
}
type Row = { rowid: number; collection: number; name: string; body: string; id: string }

const DIGITS = 9
/** All copies share it, so that their ids sort by their numbers. */
const CASE_PREFIX = 'BENCH'

/**
 * Every name a case's documents have of their own (its id, the applicant's, pictures', commands') is replaced by one as
 * long that ends in the copy's number. `digits`, `plain` and `inverted` are the number as text, as bytes, and as bytes turned
 * around, as a descending index holds them. What SQLite joins is text: a key is cast back.
 */
export function planOf(db: Database.Database, caseId: string): Template {
  const all = db
    .prepare(
      'SELECT d.rowid, d.collection, c.name, d.body FROM documents d JOIN collections c ON c.rowid = d.collection ORDER BY d.rowid',
    )
    .all() as Omit<Row, 'id'>[]
  const rows = all.map((row): Row => ({ ...row, id: (JSON.parse(row.body) as { _id: string })._id }))
  const own = rows.filter(({ body }) => body.includes(caseId))
  const text = own.map(({ body }) => body).join('\n')
  const pictures = rows.filter(({ name, id }) => name === 'pictures' && text.includes(id))
  const commandIds = own.flatMap(({ name, id }) => (name === 'commands' ? [id.slice(id.indexOf(':') + 1)] : []))
  const head = JSON.parse(rows.find(({ id, name }) => name === 'applications' && id === caseId)!.body) as {
    owner: string
  }
  const names = [...pictures.map(({ id }) => id), ...commandIds.filter((id) => !id.startsWith(caseId)), head.owner]
  const tokens = new Map(names.map((name) => [name, name.slice(0, -DIGITS)]))
  tokens.set(caseId, CASE_PREFIX)
  const entries = db.prepare('SELECT idx, key, doc FROM entries').raw().all([]) as [number, ArrayBuffer, number][]
  return {
    documents: [...own, ...pictures].map(({ rowid, collection, body }) => ({
      collection,
      body: textOf(body, tokens),
      entries: entries
        .filter(([, , doc]) => doc === rowid)
        .map(([index, key]) => ({ index, key: `CAST(${keyOf(Buffer.from(key).toString('latin1'), tokens)} AS BLOB)` })),
    })),
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const bytes = (latin1: string): string => `x'${Buffer.from(latin1, 'latin1').toString('hex')}'`
const inverted = (text: string): string => String.fromCharCode(...[...text].map((each) => each.charCodeAt(0) ^ 0xff))

function textOf(body: string, tokens: Map<string, string>): string {
  return replaced(body, new Map([...tokens].map(([name, kept]) => [name, { kept, number: 'digits' }])), quoted)
}

function keyOf(key: string, tokens: Map<string, string>): string {
  const both = [...tokens].flatMap(([name, kept]) => [
    { name, kept, number: 'plain' },
    { name: inverted(name), kept: inverted(kept), number: 'inverted' },
  ])
  return replaced(key, new Map(both.map(({ name, ...by }) => [name, by])), bytes)
}

/** An SQL concatenation: what stands between the names as it is, each name as what is kept of it and the number. */
function replaced(
  whole: string,
  names: Map<string, { kept: string; number: string }>,
  literal: (text: string) => string,
): string {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const found = [...names.keys()]
      .map((name) => ({ name, index: whole.indexOf(name, at) }))
      .filter(({ index }) => index >= 0)
      .sort((a, b) => a.index - b.index)[0]
    if (!found) return [...parts, literal(whole.slice(at))].join(' || ')
    const { kept, number } = names.get(found.name)!
    parts.push(literal(whole.slice(at, found.index) + kept), number)
    at = found.index + found.name.length
  }
}
