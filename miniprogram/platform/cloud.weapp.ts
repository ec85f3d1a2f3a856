import { dialled } from '@shared/typed/phone'
import Taro from '@tarojs/taro'
import { Failure, failure } from '@/failure'
import { type CanvasNode, LARGEST_BYTES, LONGEST_SIDE_PX, type Picture, type Platform, type Store } from './port'
import { type Lent, refused } from './refused.weapp'
import { sendableBytes } from './sendableBytes'
import { QUALITIES, shrunkSize } from './shrunkSize'

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

async function shrink(path: string): Promise<Picture> {
  const info = await Taro.getImageInfo({ src: path }).catch(() => Promise.reject(failure('PICTURE_NOT_IMAGE')))
  const bytes = await sizeOf(path)
  if (bytes === 0) throw failure('PICTURE_EMPTY')
  const small = Math.max(info.width, info.height) <= LONGEST_SIDE_PX && bytes <= LARGEST_BYTES
  if (small && (info.type === 'jpeg' || info.type === 'png'))
    return { src: path, type: `image/${info.type}`, bytes, width: info.width, height: info.height }
  const { width, height } = shrunkSize(info.width, info.height)
  for (const quality of QUALITIES) {
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: quality * 100,
      compressedWidth: width,
      compressedHeight: height,
    })
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
    const chosen = await borrowed('file', Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }))
    const file = chosen?.tempFiles[0]
    return file ? { src: file.path, type: 'application/pdf', bytes: sendableBytes(file.size) } : null
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
