import { readFileSync } from 'node:fs'
import { EJSON } from 'bson'
import * as z from 'zod'
import type { Operation } from '../server/admin'

const Documents = z.record(z.string(), z.array(z.looseObject({ _id: z.string() })))

/**
 * Stands for the console's data import: puts the documents of a JSON file (`{ collection: [document] }`) into
 * collections that hold nothing yet. What is there is left alone.
 */
export async function importDocuments(file: string, operations: Record<string, Operation>): Promise<void> {
  const run = async (action: string, params: object) => operations[action]?.({ action, ...params })
  for (const [collectionName, documents] of Object.entries(Documents.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
    const counted = (await run('database.calculateDocument', { collectionName, query: '{}' })) as {
      data: { total: number }
    }
    if (counted.data.total > 0) continue
    await run('database.insertDocument', {
      collectionName,
      data: documents.map((document) => EJSON.stringify(document)),
    })
  }
}
