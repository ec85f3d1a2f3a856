import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod'
import { Clock } from '../clock'
import { Personas } from '../identity/Personas'
import { createInvoker } from '../invoke/createInvoker'
import { OperatorError } from '../OperatorError'
import { PrintedText } from '../openapi/PrintedText'
import { PushLog } from '../openapi/PushLog'
import { SubscribeMessage } from '../openapi/subscribeMessage'
import { TextEngine } from '../openapi/TextEngine'
import { databaseOperations } from '../operations/database'
import { FileStore } from '../operations/FileStore'
import { functionOperations } from '../operations/functions'
import { pathOfUrl, storageOperations } from '../operations/storage'
import { wxapiOperations } from '../operations/wxapi'
import { importDocuments } from '../seed/importDocuments'
import { type CollectionSpec, openState } from '../state/open'
import { Timers } from '../timers'
import { createAdmin } from './admin'
import { createRouter } from './createRouter'
import { readProject } from './readProject'

export interface HostOptions {
  /** 0: any free port */
  port: number
  dataFolder: string
  projectFolder: string
  functionsFolder: string
  webFolder: string
  /** no line per request */
  quiet: boolean
  /** values in place of what `cloudbaserc.json` sets for the functions that name them */
  settings: Record<string, string>
  /** a JSON file of documents for collections that hold nothing yet */
  importFile?: string
}

export interface Host {
  /** `http://127.0.0.1:PORT` */
  url: string
  /** Stops listening, lets calls under way finish, and closes the database. */
  close(): Promise<void>
}

/** Calls under way are given this long when the host is asked to stop. */
const CLOSE_WITHIN_MS = 5_000

/** The local CloudBase host: one process on the loopback interface, its whole state in one folder. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { dataFolder, projectFolder, functionsFolder, webFolder, quiet } = options
  mkdirSync(dataFolder, { recursive: true })
  const project = readProject(projectFolder, functionsFolder, dataFolder, options.settings)
  const clock = Clock.inFolder(dataFolder)
  const now = (): number => clock.now()
  const state = openState({ dir: dataFolder, collections: readCollections(projectFolder), clock: now })
  const files = new FileStore(join(dataFolder, 'files'))
  const pushLog = new PushLog(join(dataFolder, 'pushes.jsonl'))
  const credentials = {
    secretId: `AKIDlocal${randomBytes(12).toString('hex')}`,
    secretKey: randomBytes(24).toString('base64url'),
  }
  const server = createServer()
  let url = ''
  const origin = (): string => url
  const invoker = createInvoker({
    project,
    adminUrl: () => `${url}/admin`,
    credentials,
    clock,
    log: (line) => console.log(line),
  })
  const timers = new Timers(project.functions, clock, async (name, event) =>
    JSON.parse(await invoker.invoke(name, event, { source: 'timer' })),
  )
  const subscribeMessage = new SubscribeMessage(pushLog, now)
  const textEngine = new TextEngine()
  const fetchImage = async (imageUrl: string) => {
    const path = pathOfUrl(imageUrl, origin(), files, now())
    return path === undefined ? undefined : files.readWhole(path)
  }
  const printedText = new PrintedText(textEngine, fetchImage)
  const operations = {
    ...databaseOperations(state),
    ...storageOperations({ files, envId: project.envId, origin, clock: now }),
    ...functionOperations(invoker),
    ...wxapiOperations({ subscribeMessage, printedText, functionOfToken: invoker.functionOfToken }),
  }
  if (options.importFile) await importDocuments(options.importFile, operations)
  const admin = createAdmin({ operations, ...credentials, clock: now })
  const personas = new Personas()
  server.on(
    'request',
    createRouter({
      origin,
      admin,
      invoker,
      files,
      clock,
      timers,
      personas,
      pushLog,
      subscribeMessage,
      printedText,
      textEngine,
      fetchImage,
      webFolder,
      quiet,
    }),
  )
  // Above the SDK's own limit for an idle socket, so that this side never closes one just as it is used.
  server.keepAliveTimeout = 65_000
  await listen(server, options.port)
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  timers.start()

  return {
    url,
    async close() {
      timers.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const forced = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
      await closed
      clearTimeout(forced)
      await invoker.close()
      textEngine.close()
      pushLog.close()
      state.close()
    },
  }
}

const DatabaseJson = z.object({
  collections: z.array(
    z.object({
      name: z.string(),
      indexes: z
        .array(
          z.object({
            name: z.string(),
            keys: z.array(z.object({ field: z.string(), direction: z.union([z.literal(1), z.literal(-1)]) })).min(1),
            unique: z.boolean().optional(),
          }),
        )
        .optional(),
    }),
  ),
})

function readCollections(projectFolder: string): CollectionSpec[] {
  const file = join(projectFolder, 'database.json')
  try {
    return DatabaseJson.parse(JSON.parse(readFileSync(file, 'utf8'))).collections
  } catch (error) {
    throw new OperatorError(`读不懂 ${file}：${(error as Error).message.replace(/\s+/g, ' ')}`)
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new OperatorError(`端口 ${port} 已被占用，请换一个：--port 0 自动选择（port in use）`)
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}
