import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, root } from './importGraph'

interface Term {
  chinese: string
  identifier: string
  never: string[]
}

const terms: Term[] = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (?<chinese>[^|`-]+) \| `(?<identifier>\w+)` \|[^|]+\|(?<never>[^|]*)\|$/.exec(line)?.groups)
  .filter((groups) => groups !== undefined)
  .map(({ chinese, identifier, never }) => ({
    chinese: chinese!,
    identifier: identifier!,
    never: never!
      .split('、')
      .map((word) => word.trim())
      .filter(Boolean),
  }))

const sources = ['shared', 'miniprogram', 'cloudfunctions'].flatMap((folder) => filesBelow(folder, /\.(ts|tsx)$/))
const spoken = [...sources, ...['local', 'tools'].flatMap((folder) => filesBelow(folder, /\.(ts|tsx)$/))]
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const all = sources.map(textOf).join('\n')

test('the glossary is read', () => expect(terms.length).toBeGreaterThan(40))

test('every term is said, and every identifier stands in the code', () => {
  const unused = terms.filter(
    ({ chinese, identifier }) => !all.includes(chinese) || !new RegExp(`\\b${identifier}\\b`).test(all),
  )
  expect(unused.map(({ chinese, identifier }) => `${chinese} ${identifier}`)).toEqual([])
})

test('a term stands once', () => {
  const chinese = terms.map((term) => term.chinese)
  expect(chinese.filter((word, index) => chinese.indexOf(word) !== index)).toEqual([])
})

test('each thing has one Chinese word', () => {
  const words = [...new Set(terms.flatMap(({ never }) => never))]
  const said = spoken.flatMap((file) => {
    const text = textOf(file)
    return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`)
  })
  expect(said).toEqual([])
})

/** 附件2 names one stage 现场勘查及供电方案答复; everywhere else it is 勘察. */
test('the stage of 附件2 alone is called 勘查', () => {
  const other = spoken.filter((file) => textOf(file).replaceAll('现场勘查及供电方案答复', '').includes('勘查'))
  expect(other).toEqual([])
})

/** 一般低压 is what the rules call the class: only what quotes them says so. */
test('pages call a small business 小微企业', () => {
  const other = spoken.filter((file) => !file.startsWith('shared/rules/') && textOf(file).includes('一般低压'))
  expect(other).toEqual([])
})
