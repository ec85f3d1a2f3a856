import { KIND_SHOWS_WITHIN } from '@shared/pictures/fileKind'
import { legibleSize, type Size } from '@shared/pictures/legibleSize'
import { dialled } from '@shared/typed/phone'
import Taro from '@tarojs/taro'
import { Failure, failure } from '@/failure'
import { type CanvasNode, LARGEST_BYTES, type Picture, type Platform, type Store } from './port'
import { QUALITIES } from './qualities'
import { type Lent, refused } from './refused.weapp'
import { notPicture, requirePdf } from './refuseFile'

/** WeChat. Every wx call is written `Taro.name(...)`: Taro recognises only the literal form. */

function store(prefix: string): Store {
  const full = (key: string) => `${prefix}.${key}`
  return {
    get: (key) => Taro.getStorageSync(full(key)) || null,
    set(key, value) {
      try {
        Taro.setStorageSync(full(key), value)
        return true
      } catch (error) {
        console.warn('storage', error)
        return false
      }
    },
    remove: (key) => Taro.removeStorageSync(full(key)),
  }
}

const sizeOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: (info) => resolve(info.size),
      fail: () => reject(failure('PICTURE_UNREADABLE')),
    })
  })

const readFile = (path: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: () => reject(failure('PICTURE_MISSING')),
    })
  })

async function download(url: string): Promise<string> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url }).catch(() => Promise.reject(failure('OFFLINE')))
  if (statusCode !== 200) throw failure('BUSY')
  return tempFilePath
}

/** The first bytes of a file, from which its kind shows. */
const startOf = async (path: string) => new Uint8Array(await readFile(path)).subarray(0, KIND_SHOWS_WITHIN)

/** A JPEG of the picture in this size. One that may be transparent is drawn on white: a JPEG would show black through it. */
async function redraw(src: string, { width, height }: Size, type: string, quality: number): Promise<string> {
  if (type !== 'png') {
    const [compressedWidth, compressedHeight] = [width, height]
    return (await Taro.compressImage({ src, quality: quality * 100, compressedWidth, compressedHeight })).tempFilePath
  }
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as OffscreenNode
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(await imageOf(canvas, src), 0, 0, width, height)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    // Taro types the node of a canvas component; WeChat takes a canvas off the screen too.
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'jpg',
    quality,
    ...{ width, height, destWidth: width, destHeight: height },
  })
  return tempFilePath
}

/** WeChat's canvas that is on no page. */
interface OffscreenNode {
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): HTMLImageElement
}

const imageOf = (canvas: OffscreenNode, src: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => reject(failure('PICTURE_UNREADABLE'))
    image.src = src
  })

async function shrink(path: string): Promise<Picture> {
  const bytes = await sizeOf(path)
  if (bytes === 0) throw failure('PICTURE_EMPTY')
  const info = await Taro.getImageInfo({ src: path }).catch(async () => Promise.reject(notPicture(await startOf(path))))
  const { width, height } = legibleSize(info)
  if (info.type === 'jpeg' && width === info.width && bytes <= LARGEST_BYTES)
    return { src: path, type: 'image/jpeg', bytes, width, height }
  for (const quality of QUALITIES) {
    const tempFilePath = await redraw(path, { width, height }, info.type, quality)
    const shrunk = await sizeOf(tempFilePath)
    if (shrunk > 0 && shrunk <= LARGEST_BYTES) {
      return { src: tempFilePath, type: 'image/jpeg', bytes: shrunk, width, height }
    }
  }
  throw failure('PICTURE_TOO_LARGE', { max: '1.8 MB' })
}

/** What WeChat lends, or null when the person went back without choosing. Throws Failure. */
async function borrowed<T>(lent: Lent, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    const why = refused(lent, error)
    if (why) throw why
    return null
  }
}

let connected = true

export const weapp: Platform = {
  name: 'weapp',
  signInPath: null,
  canNotify: true,
  canChooseOnMap: true,
  // Marked pure so that the other platform's bundle drops this module.
  device: /* @__PURE__ */ store('device'),
  personal: /* @__PURE__ */ store('personal'),

  start() {
    Taro.cloud.init({ traceUser: true })
    void Taro.getNetworkType({
      success: ({ networkType }) => {
        connected = networkType !== 'none'
      },
    })
    Taro.onNetworkStatusChange(({ isConnected }) => {
      connected = isConnected
    })
  },

  signedIn: () => true,

  async call(fn, event, timeoutMs) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(failure(connected ? 'SLOW' : 'OFFLINE')), timeoutMs)
    })
    try {
      const { result } = await Promise.race([Taro.cloud.callFunction({ name: fn, data: event }), late])
      return result
    } catch (error) {
      if (error instanceof Failure) throw error
      console.warn('callFunction', fn, event.action, error)
      throw failure(connected ? 'BUSY' : 'OFFLINE')
    } finally {
      clearTimeout(timer)
    }
  },

  async pickPictures(source, most) {
    const chosen = await borrowed(
      source,
      Taro.chooseMedia({
        count: source === 'camera' ? 1 : most,
        mediaType: ['image'],
        sizeType: ['compressed'],
        sourceType: [source],
        camera: 'back',
      }),
    )
    // One after another: a phone holds one picture in full size, not six.
    const pictures: Picture[] = []
    for (const { tempFilePath } of chosen?.tempFiles ?? []) pictures.push(await shrink(tempFilePath))
    return pictures
  },

  async pickPdf() {
    const chosen = await borrowed('file', Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf', 'ofd'] }))
    const file = chosen?.tempFiles[0]
    if (!file) return null
    requirePdf(file.size, await startOf(file.path))
    return { src: file.path, type: 'application/pdf', bytes: file.size }
  },

  async put(ticket, file) {
    const data = await readFile(file.src)
    const answer = await Taro.request({ url: ticket.url, method: 'PUT', header: ticket.headers, data }).catch(() =>
      Promise.reject(failure('OFFLINE')),
    )
    if (answer.statusCode < 200 || answer.statusCode > 299) throw failure('PICTURE_MISSING')
  },

  keepFile: (tempFilePath) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().saveFile({
        tempFilePath,
        success: ({ savedFilePath }) => resolve({ key: savedFilePath, stored: true }),
        fail: (error) => {
          console.warn('saveFile', error)
          resolve({ key: tempFilePath, stored: false })
        },
      })
    }),

  openFile: (path) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().access({ path, success: () => resolve(path), fail: () => resolve(null) })
    }),

  forgetFile: (filePath) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().unlink({ filePath, success: () => resolve(), fail: () => resolve() })
    }),

  async readCanvas(node: CanvasNode) {
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      // Taro types the node of a canvas component; WeChat takes what the selector query returned.
      canvas: node as unknown as Taro.Canvas,
      fileType: 'png',
    })
    const bytes = await sizeOf(tempFilePath)
    return { src: tempFilePath, type: 'image/png', bytes, width: node.width, height: node.height }
  },

  async askToNotify(templates) {
    if (templates.length === 0) return []
    const answer = await borrowed('notice', Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] }))
    const byTemplate = (answer ?? {}) as unknown as Record<string, string>
    return templates.filter((template) => byTemplate[template] === 'accept')
  },

  async chooseOnMap() {
    const chosen = await borrowed('location', Taro.chooseLocation({}))
    return chosen && { ...chosen, latitude: Number(chosen.latitude), longitude: Number(chosen.longitude) }
  },

  async scanCode() {
    const scanned = await borrowed('scan', Taro.scanCode({ scanType: ['barCode', 'qrCode'] }))
    return scanned?.result ?? null
  },

  openSettings() {
    Taro.openSetting({}).catch(() => undefined)
  },

  async fetchPicture({ url, width, height }) {
    const src = await download(url)
    return { src, type: 'image/jpeg', bytes: await sizeOf(src), width, height }
  },

  async openDocument(url) {
    await Taro.openDocument({ filePath: await download(url), fileType: 'pdf', showMenu: true })
  },

  dial(phone) {
    // Rejects when the person decides not to call.
    Taro.makePhoneCall({ phoneNumber: dialled(phone) }).catch(() => undefined)
  },

  online: () => connected,

  onOnline(listener) {
    const heard = ({ isConnected }: { isConnected: boolean }) => listener(isConnected)
    Taro.onNetworkStatusChange(heard)
    return () => Taro.offNetworkStatusChange(heard)
  },
}
