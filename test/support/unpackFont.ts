import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

const FOLDERS = ['cloudfunctions/documents/fonts', 'test/fixtures/fonts'].map((folder) =>
  path.resolve(__dirname, '../..', folder),
)

/** A font of this repository as a TrueType file; `name` is its family and weight, "noto-sans-sc-400". */
export function unpackFont(name: string): Buffer {
  const file = FOLDERS.map((folder) => path.join(folder, `${name}.ttf.br`)).find((one) => existsSync(one))
  if (!file) throw new Error(`no font ${name}`)
  return brotliDecompressSync(readFileSync(file))
}
