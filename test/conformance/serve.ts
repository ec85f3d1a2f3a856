import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { databaseOperations } from '../../local/operations/database'
import { FileStore } from '../../local/operations/FileStore'
import { storageOperations } from '../../local/operations/storage'
import { createAdmin } from '../../local/server/admin'
import { serveStorage } from '../../local/server/serveStorage'
import { openState } from '../../local/state/open'
import { COLLECTIONS } from './collections'

/**
 * The local host's wire, database and storage with a key the suite knows: a process of its own, because the unmodified SDK
 * talks HTTP. Run as `tsx serve.ts DATA_FOLDER SECRET_ID SECRET_KEY ENV_ID`; prints `READY url`. A line on its input moves its clock by
 * that many milliseconds and is answered by `MOVED`.
 */
const [dir, secretId, secretKey, envId] = process.argv.slice(2) as [string, string, string, string]
let advancedMs = 0
const clock = () => Date.now() + advancedMs
const state = openState({ dir, collections: COLLECTIONS, clock })
const files = new FileStore(join(dir, 'files'))
let url = ''
const storage = storageOperations({ files, envId, origin: () => url, clock })
const admin = createAdmin({ operations: { ...databaseOperations(state), ...storage }, secretId, secretKey, clock })

const server = createServer(async (request, response) => {
  const target = new URL(request.url ?? '/', url)
  if (target.pathname !== '/admin') return serveStorage(request, response, target, files, clock())
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { status, json } = await admin(request, Buffer.concat(parts))
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
})
server.listen(0, '127.0.0.1', () => {
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  console.log(`READY ${url}`)
})
process.stdin.on('data', (line) => {
  advancedMs += Number(line)
  console.log('MOVED')
})
