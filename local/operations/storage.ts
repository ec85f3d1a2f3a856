import * as z from 'zod'
import { PlatformError } from '../errors'
import { DOWNLOAD_URL_SECONDS, DOWNLOAD_URL_SECONDS_MAX, FILES_PER_CALL_MAX, UPLOAD_URL_SECONDS } from '../limits'
import type { Operation, Params } from '../server/admin'
import { FileStore } from './FileStore'

const UploadRequest = z.object({ path: z.string() })
const DownloadRequest = z.object({
  file_list: z
    .array(z.object({ fileid: z.string(), max_age: z.number().positive().optional() }))
    .min(1)
    .max(FILES_PER_CALL_MAX),
})
const DeleteRequest = z.object({ fileid_list: z.array(z.string()).min(1).max(FILES_PER_CALL_MAX) })
const CopyRequest = z.object({
  file_list: z
    .array(
      z.object({
        src_path: z.string(),
        dst_path: z.string(),
        overwrite: z.boolean().default(true),
        remove_original: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(FILES_PER_CALL_MAX),
})

interface StorageOptions {
  files: FileStore
  envId: string
  /** `http://127.0.0.1:PORT` */
  origin: () => string
  /** epoch milliseconds */
  clock: () => number
}

/** The path of a file id `cloud://env.bucket/path` of this environment, or undefined. */
export function pathOfFileId(fileId: string, envId: string): string | undefined {
  const prefix = `cloud://${envId}.${bucketOf(envId)}/`
  const path = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : ''
  return FileStore.isPath(path) ? path : undefined
}

const bucketOf = (envId: string): string => `local-${envId}`

/**
 * The URL's path part. Base64url keeps it ASCII: the SDK runs `encodeURI` over a download URL, which would encode a percent sign twice.
 */
export const urlPathOf = (path: string): string => `/storage/${Buffer.from(path).toString('base64url')}`

/** The object a still valid download URL of this host points at, or undefined. */
export function pathOfUrl(text: string, origin: string, files: FileStore, nowMs: number): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.origin !== origin || !url.pathname.startsWith('/storage/')) return undefined
  const path = Buffer.from(url.pathname.slice('/storage/'.length), 'base64url').toString('utf8')
  const { t, sign = '' } = Object.fromEntries(url.searchParams)
  return files.allows('GET', path, Number(t), sign, nowMs) ? path : undefined
}

/** Every `storage.*` action of the SDK's wire. Nobody reads or writes an object without a short-lived signature. */
export function storageOperations({ files, envId, origin, clock }: StorageOptions): Record<string, Operation> {
  const fileIdOf = (path: string): string => `cloud://${envId}.${bucketOf(envId)}/${path}`
  const epochSeconds = (): number => Math.floor(clock() / 1000)

  /** Runs one entry of a list; the platform answers each with its own code. */
  const each = <T>(entries: T[], run: (entry: T) => Promise<Record<string, unknown>>): Promise<unknown[]> =>
    Promise.all(entries.map(run))

  return {
    'storage.getUploadMetadata': async (params) => {
      const { path } = parse(UploadRequest, params)
      if (!FileStore.isPath(path)) throw new PlatformError('INVALID_PARAM', `invalid cloud path ${path}`)
      const expires = epochSeconds() + UPLOAD_URL_SECONDS
      return {
        data: {
          url: origin() + urlPathOf(path),
          // As with the real object store, the permission is a header, not a part of the URL.
          authorization: `${expires}.${files.sign('PUT', path, expires)}`,
          token: 'local',
          fileId: fileIdOf(path),
          // Opaque, and sent back as a header: ASCII only.
          cosFileId: Buffer.from(path).toString('base64url'),
        },
      }
    },

    'storage.batchGetDownloadUrl': async (params) => ({
      data: {
        download_list: await each(parse(DownloadRequest, params).file_list, async ({ fileid, max_age }) => {
          const path = pathOfFileId(fileid, envId)
          if (!path || (await files.size(path)) === undefined) {
            return { fileID: fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
          }
          const seconds = Math.min(max_age ?? DOWNLOAD_URL_SECONDS, DOWNLOAD_URL_SECONDS_MAX)
          const expires = Math.ceil(clock() / 1000 + seconds)
          const query = new URLSearchParams({ t: String(expires), sign: files.sign('GET', path, expires) })
          return { fileID: fileid, code: 'SUCCESS', tempFileURL: `${origin()}${urlPathOf(path)}?${query}` }
        }),
      },
    }),

    'storage.batchDeleteFile': async (params) => ({
      data: {
        delete_list: await each(parse(DeleteRequest, params).fileid_list, async (fileID) => {
          const path = pathOfFileId(fileID, envId)
          const removed = path !== undefined && (await files.remove(path))
          return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
        }),
      },
    }),

    'storage.batchCopyFile': async (params) => ({
      data: {
        copy_list: await each(parse(CopyRequest, params).file_list, async (entry) => {
          const { src_path: from, dst_path: to } = entry
          if (!FileStore.isPath(from) || !FileStore.isPath(to)) return { code: 'INVALID_PARAM' }
          if ((await files.size(from)) === undefined) return { code: 'STORAGE_FILE_NONEXIST' }
          if (!entry.overwrite && (await files.size(to)) !== undefined) return { code: 'STORAGE_REQUEST_FAIL' }
          await files.copy(from, to)
          if (entry.remove_original) await files.remove(from)
          return { code: 'SUCCESS', fileID: fileIdOf(to) }
        }),
      },
    }),
  }
}

function parse<T>(schema: z.ZodType<T>, params: Params): T {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  throw new PlatformError('INVALID_PARAM', z.prettifyError(parsed.error))
}
