import { KIND_SHOWS_WITHIN } from '@shared/pictures/fileKind'
import { legibleSize } from '@shared/pictures/legibleSize'
import { dialled } from '@shared/typed/phone'
import { failure } from '@/failure'
import { blobs } from './blobs'
import { LARGEST_BYTES, type Picture, type Platform, type Store } from './port'
import { QUALITIES } from './qualities'
import { notPicture, requirePdf } from './refuseFile'

/** The web page: CloudBase's HTTP API with a bearer token, and the browser's own files, storage and network state. */

const SESSION_KEY = 'onecert.session'

/** What a login leaves behind. `person` names who it is across logins; tokens come and go: an expired one leaves the person. */
interface Session {
  token?: string
  person?: string
}

function session(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem(SESSION_KEY) ?? 'null')
  } catch {
    return null
  }
}

/** Whose values these are. A login that names nobody gets a place of its own. */
function person(): string {
  const now = session()
  return now?.person ?? now?.token?.slice(0, 12) ?? 'nobody'
}

function store(prefix: () => string): Store {
  const full = (key: string) => `onecert.${prefix()}.${key}`
  return {
    get(key) {
      try {
        return JSON.parse(localStorage.getItem(full(key)) ?? 'null')
      } catch {
        return null
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(full(key), JSON.stringify(value))
        return true
      } catch (error) {
        console.warn('storage', error)
        return false
      }
    },
    remove(key) {
      try {
        localStorage.removeItem(full(key))
      } catch (error) {
        console.warn('storage', error)
      }
    },
  }
}

/** The browser's own file dialogue; `capture` opens the camera on a phone. None when the person chose nothing. */
function askForFiles(source: 'camera' | 'album' | 'pdf', several = false): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = source === 'pdf' ? 'application/pdf,.pdf,.ofd' : 'image/*'
    input.hidden = true
    input.multiple = several
    if (source === 'camera') input.setAttribute('capture', 'environment')
    const finish = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.append(input)
    input.click()
  })
}

const toBlob = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(failure('PICTURE_UNREADABLE'))), type, quality),
  )

const startOf = async (file: File) => new Uint8Array(await file.slice(0, KIND_SHOWS_WITHIN).arrayBuffer())

async function decode(file: File): Promise<HTMLImageElement> {
  if (file.size === 0) throw failure('PICTURE_EMPTY')
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } catch {
    throw notPicture(await startOf(file))
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/** Always redrawn: that turns the picture upright, drops its EXIF (place and time of the shot), and makes it a JPEG. */
async function shrink(file: File): Promise<Picture> {
  const image = await decode(file)
  const { width, height } = legibleSize({ width: image.naturalWidth, height: image.naturalHeight })
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw failure('PICTURE_UNREADABLE')
  // A JPEG has no transparency: what shows through would be black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  for (const quality of QUALITIES) {
    const blob = await toBlob(canvas, 'image/jpeg', quality)
    if (blob.size <= LARGEST_BYTES)
      return { src: URL.createObjectURL(blob), type: 'image/jpeg', bytes: blob.size, width, height }
  }
  throw failure('PICTURE_TOO_LARGE', { max: '1.8 MB' })
}

async function send(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
  const aborter = new AbortController()
  const timer = setTimeout(() => aborter.abort(), timeoutMs)
  try {
    return await fetch(url, { ...init, signal: aborter.signal })
  } catch {
    throw failure(aborter.signal.aborted && navigator.onLine ? 'SLOW' : 'OFFLINE')
  } finally {
    clearTimeout(timer)
  }
}

export const h5: Platform = {
  name: 'h5',
  signInPath: '/local',
  canNotify: false,
  canChooseOnMap: false,
  // Marked pure so that the other platform's bundle drops this module.
  device: /* @__PURE__ */ store(() => 'device'),
  personal: /* @__PURE__ */ store(person),

  start() {},

  signedIn: () => Boolean(session()?.token),

  async call(fn, event, timeoutMs) {
    const bearer = session()?.token
    // What is for everybody is asked by nobody.
    if (!bearer && fn !== 'public') throw failure('NOT_SIGNED_IN')
    const answer = await send(
      `/v1/functions/${fn}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}) },
        body: JSON.stringify(event),
      },
      timeoutMs,
    )
    if (answer.status === 401 || answer.status === 403) {
      // Every page now asks to sign in again; what this person has entered stays theirs meanwhile.
      sessionStorage.setItem(SESSION_KEY, JSON.stringify({ person: person() }))
      throw failure('NOT_SIGNED_IN')
    }
    if (answer.status === 429 || answer.status === 503) throw failure('BUSY')
    if (!answer.ok) throw failure('INTERNAL')
    // A host that dies in the middle of its answer leaves half a body: no answer arrived.
    return answer.json().catch(() => Promise.reject(failure('OFFLINE')))
  },

  async pickPictures(source, most) {
    const files = await askForFiles(source, source === 'album' && most > 1)
    if (files.length > most) throw failure('PICTURES_TOO_MANY', { max: String(most) })
    // One after another: a phone holds one picture in full size, not six.
    const pictures: Picture[] = []
    for (const file of files) pictures.push(await shrink(file))
    return pictures
  },

  async pickPdf() {
    const [file] = await askForFiles('pdf')
    if (!file) return null
    requirePdf(file.size, await startOf(file))
    return { src: URL.createObjectURL(file), type: 'application/pdf', bytes: file.size }
  },

  async put(ticket, file) {
    const body = await fetch(file.src).then(
      (answer) => answer.blob(),
      () => Promise.reject(failure('PICTURE_MISSING')),
    )
    const answer = await send(ticket.url, { method: 'PUT', headers: ticket.headers, body }, 60_000)
    if (!answer.ok) throw failure('PICTURE_MISSING')
  },

  async fetchPicture({ url, width, height }) {
    const answer = await send(url, {}, 60_000)
    if (!answer.ok) throw failure('PICTURE_MISSING')
    const blob = await answer.blob()
    return { src: URL.createObjectURL(blob), type: 'image/jpeg', bytes: blob.size, width, height }
  },

  async keepFile(src) {
    const key = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
    const blob = await fetch(src).then((answer) => answer.blob())
    return { key, stored: await blobs.put(key, blob) }
  },

  async openFile(key) {
    const blob = await blobs.get(key)
    return blob && URL.createObjectURL(blob)
  },

  forgetFile: (key) => blobs.remove(key),

  async readCanvas(node) {
    const canvas = node as HTMLCanvasElement
    const blob = await toBlob(canvas, 'image/png')
    return {
      src: URL.createObjectURL(blob),
      type: 'image/png',
      bytes: blob.size,
      width: canvas.width,
      height: canvas.height,
    }
  },

  askToNotify: async () => [],

  chooseOnMap: async () => null,

  scanCode: async () => null,

  // A browser asks again by itself.
  openSettings() {},

  async openDocument(url) {
    // A browser that no longer counts this as the person's own tap opens it in this window instead.
    if (!window.open(url, '_blank')) window.location.assign(url)
  },

  dial(phone) {
    window.location.href = `tel:${encodeURI(dialled(phone))}`
  },

  online: () => navigator.onLine,

  onOnline(listener) {
    const up = () => listener(true)
    const down = () => listener(false)
    window.addEventListener('online', up)
    window.addEventListener('offline', down)
    return () => {
      window.removeEventListener('online', up)
      window.removeEventListener('offline', down)
    }
  },
}
