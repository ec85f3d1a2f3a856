import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The characters of 通用规范汉字表, out of which names are given. */
export const standardCharacters: readonly string[] = Array.from(
  readFileSync(path.resolve(__dirname, '../fixtures/standard-characters.txt'), 'utf8')
    .replace(/^#.*$/gm, '')
    .replace(/\s/g, ''),
)
