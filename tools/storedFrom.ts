import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readDatabase, type Stored } from './readDatabase'
import type { StoredRecord } from './verify/verifyRecord'

/** The stored documents, or what to do where there are none. */
export function storedFrom({ data, export: exported }: { data?: string; export?: string }): StoredRecord | string {
  if (!data === !exported) return '请给出 --data <数据文件夹> 或 --export <导出的文件夹>，二者选一。'
  if (data) {
    const missing = !existsSync(path.join(data, 'database.sqlite'))
    return missing ? `${data} 里没有数据库，请给出 npm start 用的数据文件夹。` : readDatabase(data)
  }
  const files = readdirSync(exported!).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [
      path.basename(file, '.json'),
      readFileSync(path.join(exported!, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Stored),
    ]),
  )
}
